import { useState } from "react";
import { BottomBar } from "../../src/ui/BottomBar.tsx";
import { Button } from "../../src/ui/Button.tsx";
import type { BoardCard, Move } from "../../src/ui/boardMoves.ts";
import { Card } from "../../src/ui/Card.tsx";
import { CardBoard } from "../../src/ui/CardBoard.tsx";
import { Chip } from "../../src/ui/Chip.tsx";
import { Choice } from "../../src/ui/Choice.tsx";
import { type Colour, ColourMark } from "../../src/ui/ColourMark.tsx";
import { ComboBox } from "../../src/ui/ComboBox.tsx";
import { DateField } from "../../src/ui/DateField.tsx";
import { DefinitionList } from "../../src/ui/DefinitionList.tsx";
import { EmptyState } from "../../src/ui/EmptyState.tsx";
import { ExactField } from "../../src/ui/ExactField.tsx";
import { ExtraAnswers } from "../../src/ui/ExtraAnswers.tsx";
import { LanguageList } from "../../src/ui/LanguageList.tsx";
import { MenuButton } from "../../src/ui/MenuButton.tsx";
import { Page } from "../../src/ui/Page.tsx";
import { ProgressDots } from "../../src/ui/ProgressDots.tsx";
import { Scale } from "../../src/ui/Scale.tsx";
import { Select } from "../../src/ui/Select.tsx";
import { Stoplight } from "../../src/ui/Stoplight.tsx";
import { TextArea } from "../../src/ui/TextArea.tsx";
import { TextField } from "../../src/ui/TextField.tsx";
import { Thermometer } from "../../src/ui/Thermometer.tsx";
import { Ticks } from "../../src/ui/Ticks.tsx";
import { TimeField } from "../../src/ui/TimeField.tsx";
import { TopBar } from "../../src/ui/TopBar.tsx";
import { TrendChart } from "../../src/ui/TrendChart.tsx";
import { type YesNo, YesNoUnknown } from "../../src/ui/YesNoUnknown.tsx";
import { say, type View } from "./words.ts";

const nothing = () => undefined;

const Buttons: View = () => (
  <>
    <TopBar title="Knoppen" />
    <Page title="Knoppen en chips" lead="Elke knop in elke staat.">
      <Card>
        <div className="row">
          <Button variant="main">Verder</Button>
          <Button>Terug</Button>
          <Button variant="quiet">Wis</Button>
          <Button variant="hide">Verberg</Button>
          <Button variant="danger">Verwijder</Button>
        </div>
        <div className="row">
          <Button variant="main" isPending>
            Even wachten
          </Button>
          <Button disabled>Kan nu niet</Button>
          <Button variant="main" disabled>
            Kan nu niet
          </Button>
          <Button aria-pressed="true">Gekozen</Button>
          <MenuButton
            label="Meer"
            actions={[
              { id: "a", label: "Wijzig", onPick: nothing },
              { id: "b", label: "Verwijder", tone: "danger", onPick: nothing },
            ]}
          />
        </div>
        <div className="row">
          <Button size="family" variant="main">
            Verder
          </Button>
          <Button size="family">Stop</Button>
        </div>
        <div className="row">
          <Chip>Vandaag 15:30, thuis</Chip>
          <Chip tone="good">klaar</Chip>
          <Chip tone="caution">2 versies</Chip>
          <Chip tone="danger">niet bewaard</Chip>
          <Chip tone="accent">oefenen</Chip>
        </div>
        <div className="row">
          <ColourMark colour="red" label="rood" />
          <ColourMark colour="orange" label="oranje" />
          <ColourMark colour="green" label="groen" />
          <ProgressDots label="2 van 5" count={5} current={1} />
        </div>
      </Card>
      <Card tone="wood">
        <div className="row">
          <Chip>gewoon</Chip>
          <Chip tone="good">klaar</Chip>
          <Chip tone="caution">let op</Chip>
          <Button variant="quiet">Rustig</Button>
          <Button>Gewoon</Button>
        </div>
        <DefinitionList
          rows={[
            { term: "Geboren", text: "ongeveer 2017" },
            { term: "Adres", text: "geheim adres of nummer" },
          ]}
        />
      </Card>
      <EmptyState title="Nog geen afspraken" action={<Button variant="main">Afspraak maken</Button>}>
        Een afspraak zegt wie wat doet, en wat als het niet lukt.
      </EmptyState>
    </Page>
    <BottomBar start={<Button>Stop</Button>}>
      <Button>Terug</Button>
      <Button variant="main">Verder</Button>
    </BottomBar>
  </>
);

const Fields: View = ({ lang }) => {
  const [text, setText] = useState("");
  const [date, setDate] = useState("ongeveer 2019");
  const [time, setTime] = useState("14:30");
  const [who, setWho] = useState<string | null>(null);
  const [name, setName] = useState("");
  return (
    <>
      <TopBar title="Velden" />
      <Page title="Velden" width="text">
        <TextField
          label={say(lang, "Naam", "Name", "الاسم")}
          value={text}
          onValue={setText}
          aside={<Chip tone="caution">2 versies</Chip>}
        />
        <TextField
          label="Met een fout"
          error="Vul een naam in, dan kunt u verder."
          description="Zoals het gezin het zegt."
          value=""
        />
        <TextArea
          label={say(
            lang,
            "Wat zei Noor, letterlijk?",
            "What did Noor say, literally?",
            "ماذا قالت نور حرفياً؟",
          )}
          value={text}
          onValue={setText}
        />
        <TextArea label="Lang" value={"Een regel van het verhaal. ".repeat(30)} />
        <DateField
          label="Sinds wanneer?"
          value={date}
          onValue={setDate}
          meaning="rond 2019"
          picker={{ label: "Kies een dag", onPick: setDate }}
        />
        <div className="row">
          <ExactField kind="date" label="Dag" value="2024-11-27" onValue={nothing} />
          <TimeField label="Tijd" value={time} onValue={setTime} />
        </div>
        <Select
          label="Taal"
          placeholder="Kies"
          value={who}
          onPick={setWho}
          options={[
            { value: "nl", label: "Nederlands" },
            { value: "tr", label: "Türkçe" },
          ]}
        />
        <ComboBox
          label="Wie doet dit?"
          openLabel="Toon namen"
          value={name}
          onValue={setName}
          onPick={nothing}
          options={[
            { id: "1", label: "Elif" },
            { id: "2", label: "Bram" },
            { id: "3", label: "oma Sevim" },
          ]}
        />
      </Page>
    </>
  );
};

/** A store that answers late, as one that seals before it tells. */
const SlowField: View = () => {
  const [stored, setStored] = useState("");
  const [done, setDone] = useState<readonly string[]>([]);
  return (
    <Page title="Traag veld" width="text">
      <TextField
        label="Naam"
        value={stored}
        idleMillis={400}
        onValue={(text) => setTimeout(() => setStored(text), 150)}
        onDone={(text) => setDone((before) => [...before, text])}
      />
      <Button onClick={() => setStored("van elders")}>Van elders</Button>
      <output aria-label="Klaar">{done.join("|")}</output>
    </Page>
  );
};

const Choices: View = ({ lang }) => {
  const [one, setOne] = useState<string | null>("b");
  const [ticks, setTicks] = useState<readonly string[]>(["a"]);
  const [yes, setYes] = useState<YesNo | null>("no");
  const [score, setScore] = useState<number | null>(6);
  const [extra, setExtra] = useState<string | null>(null);
  const [code, setCode] = useState<string | null>("ar");
  const labels = {
    yes: say(lang, "Ja", "Yes", "نعم"),
    no: say(lang, "Nee", "No", "لا"),
    unknown: say(lang, "Weet niet", "Don't know", "لا أعرف"),
  };
  const options = [
    { value: "a", label: say(lang, "Thuis", "At home", "في البيت"), description: "aan de keukentafel" },
    { value: "b", label: say(lang, "Op school", "At school", "في المدرسة") },
    { value: "c", label: "Ergens anders", description: "een plek die het gezin kiest" },
  ];
  return (
    <>
      <TopBar title="Keuzes" />
      <Page title="Keuzes">
        <Choice
          label="Waar?"
          options={options}
          value={one}
          onPick={setOne}
          clear={{ label: "Wis", onClear: () => setOne(null) }}
        />
        <Ticks
          label="Wie is erbij?"
          options={options}
          values={ticks}
          onTick={(value, isTicked) =>
            setTicks(isTicked ? [...ticks, value] : ticks.filter((other) => other !== value))
          }
        />
        <Card>
          <YesNoUnknown
            layout="beside"
            label="Het kind heeft letsel dat niet past bij het verhaal"
            labels={labels}
            value={yes}
            onPick={setYes}
          />
          <YesNoUnknown
            layout="beside"
            label="Er is iemand die helpt"
            description="Ook een buur of leerkracht telt."
            labels={{ yes: labels.yes, no: labels.no }}
            value={null}
            onPick={nothing}
            aside={<Chip tone="caution">2 versies</Chip>}
          />
          <YesNoUnknown label="Onder elkaar" labels={labels} value="unknown" onPick={nothing} />
        </Card>
        <Scale
          label="Hoe veilig?"
          value={score}
          onPick={setScore}
          ends={{
            low: say(lang, "helemaal niet veilig", "not safe at all", "غير آمن على الإطلاق"),
            high: say(lang, "helemaal veilig", "completely safe", "آمن تماماً"),
          }}
        />
        <ExtraAnswers
          label="Andere antwoorden"
          value={extra}
          onPick={setExtra}
          options={[
            { value: "u", label: labels.unknown },
            { value: "d", label: say(lang, "Zeg ik liever niet", "I'd rather not say", "أفضل ألا أقول") },
          ]}
        />
        <LanguageList
          label="Taal"
          value={code}
          onPick={setCode}
          languages={[
            { code: "nl", name: "Nederlands", dir: "ltr" },
            { code: "ar", name: "العربية", second: "Arabisch", dir: "rtl" },
            { code: "tr", name: "Türkçe", second: "Turks", dir: "ltr" },
            { code: "uk", name: "Українська", second: "Oekraïens", dir: "ltr" },
          ]}
        />
      </Page>
    </>
  );
};

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

export const controlViews = {
  buttons: Buttons,
  fields: Fields,
  slowField: SlowField,
  choices: Choices,
  pictures: Pictures,
  board: Board,
} satisfies Record<string, View>;
