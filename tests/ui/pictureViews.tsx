import { useState } from "react";
import type { BoardCard, Move } from "../../src/ui/boardMoves.ts";
import { Card } from "../../src/ui/Card.tsx";
import { CardBoard } from "../../src/ui/CardBoard.tsx";
import { Chip } from "../../src/ui/Chip.tsx";
import type { Colour } from "../../src/ui/ColourMark.tsx";
import { Page } from "../../src/ui/Page.tsx";
import { Stoplight } from "../../src/ui/Stoplight.tsx";
import { Thermometer } from "../../src/ui/Thermometer.tsx";
import { TopBar } from "../../src/ui/TopBar.tsx";
import { TrendChart } from "../../src/ui/TrendChart.tsx";
import { say, type View } from "./words.ts";

const trend = [
  ["elif", "Elif", [null, 6, 5, 7, 4]],
  ["bram", "Bram", [null, 8, 6, 7, "unknown"]],
  ["noor", "Noor", [null, 4, "declined", 6, 2]],
  ["oma", "oma", [null, null, 5, 7, 4]],
  ["marit", "Marit", [4, 4, 4, 6, 3]],
] as const;
const dates = ["2024-09-03", "2024-09-17", "2024-10-15", "2024-11-05", "2024-11-25"];

const Pictures: View = ({ lang }) => {
  const [level, setLevel] = useState<number | null>(6);
  const [colour, setColour] = useState<Colour | null>("orange");
  return (
    <>
      <TopBar title="Beelden" />
      <Page title="Beelden">
        <Card>
          <TrendChart
            label={say(
              lang,
              "Hoe veilig thuis, per persoon",
              "How safe at home, per person",
              "مدى الأمان في البيت",
            )}
            series={trend.map(([id, name, values]) => ({
              id,
              name,
              points: dates.map((date, at) => {
                const value = values[at] ?? null;
                return typeof value === "string" ? { date, value: null, mark: value } : { date, value };
              }),
            }))}
            formatDate={(iso) => new Date(iso).toLocaleDateString(lang, { day: "numeric", month: "short" })}
            labels={{
              showTable: "Toon als tabel",
              showChart: "Toon als lijnen",
              date: "Bezoek",
              unknown: "weet niet",
              declined: "zeg ik liever niet",
              missing: "–",
            }}
          />
        </Card>
        <div className="cards">
          <Thermometer
            label="Hoe vol is uw hoofd?"
            value={level}
            onPick={setLevel}
            noReturn={{ level: 8, label: "Vanaf hier lukt stoppen bijna niet" }}
          />
          <Thermometer
            label="Stand: 3"
            value={3}
            noReturn={{ level: 7, label: "Vanaf hier lukt stoppen bijna niet" }}
          />
        </div>
        <Stoplight
          label="Hoe voelt het nu?"
          value={colour}
          onPick={setColour}
          lights={{
            red: { word: "Rood", text: "Het wordt te veel. Stop nu. Pak uw kaart." },
            orange: { word: "Oranje", text: "Niet fijn. Het lukt nog. Stop, denk, doe." },
            green: { word: "Groen", text: "Goed gevoel, ga door." },
          }}
        />
      </Page>
    </>
  );
};

const firstCards: readonly BoardCard[] = [
  { id: "1", column: "good", text: "Oma past op woensdag op" },
  { id: "2", column: "good", text: "Noor vertelt op school dat ze graag tekent" },
  { id: "3", column: "worry", text: "Er wordt hard geschreeuwd als Bram nachtdienst heeft" },
];

const Board: View = ({ lang }) => {
  const [cards, setCards] = useState(firstCards);
  const move = ({ card, column, before }: Move) =>
    setCards((now) => {
      const moved = now.find((one) => one.id === card);
      if (!moved) return now;
      const rest = now.filter((one) => one.id !== card);
      const at = rest.findIndex((one) => one.id === before);
      return rest.toSpliced(at < 0 ? rest.length : at, 0, { ...moved, column });
    });
  return (
    <>
      <TopBar title="Bord" />
      <Page title="Goed · Zorgen · Nodig">
        <CardBoard
          label="Goed, zorgen, nodig"
          columns={[
            { id: "good", label: say(lang, "Goed", "Good", "جيد"), hint: "Wat gaat goed?", tone: "good" },
            {
              id: "worry",
              label: say(lang, "Zorgen", "Worries", "مخاوف"),
              hint: "Waar maken we ons zorgen over?",
              tone: "caution",
            },
            {
              id: "need",
              label: say(lang, "Nodig", "Needed", "المطلوب"),
              hint: "Wat moet er gebeuren?",
              tone: "accent",
            },
          ]}
          cards={cards}
          chipsOf={() => <Chip>gezegd door Elif</Chip>}
          onAdd={(column, text) => setCards([...cards, { id: String(cards.length + 1), column, text }])}
          onEdit={(id, text) => setCards(cards.map((one) => (one.id === id ? { ...one, text } : one)))}
          onMove={move}
          onRemove={(id) => setCards(cards.filter((one) => one.id !== id))}
          labels={{
            write: (column) => `Schrijf een kaart bij ${column}`,
            add: say(lang, "Erbij", "Add", "إضافة"),
            edit: "Wijzig",
            save: "Klaar",
            close: "Sluit",
            moveTo: (column) => `Naar ${column}`,
            up: "Omhoog",
            down: "Omlaag",
            remove: "Haal weg",
            menu: (text) => `Verplaats of wijzig: ${text}`,
            drag: (text) => `Sleep: ${text}`,
            empty: "Nog geen kaarten",
          }}
        />
      </Page>
    </>
  );
};

export const pictureViews = {
  pictures: Pictures,
  board: Board,
} satisfies Record<string, View>;
