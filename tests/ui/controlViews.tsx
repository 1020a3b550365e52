import { useState } from "react";
import { BottomBar } from "../../src/ui/BottomBar.tsx";
import { Button } from "../../src/ui/Button.tsx";
import { Card } from "../../src/ui/Card.tsx";
import { Chip } from "../../src/ui/Chip.tsx";
import { Choice } from "../../src/ui/Choice.tsx";
import { ColourMark } from "../../src/ui/ColourMark.tsx";
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
import { TextArea } from "../../src/ui/TextArea.tsx";
import { TextField } from "../../src/ui/TextField.tsx";
import { Ticks } from "../../src/ui/Ticks.tsx";
import { TimeField } from "../../src/ui/TimeField.tsx";
import { TopBar } from "../../src/ui/TopBar.tsx";
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
  const [situation, setSituation] = useState("");
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
          grows
          label={say(lang, "In welke situatie", "In which situation", "في أي موقف")}
          value={situation}
          onValue={setSituation}
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

export const controlViews = {
  buttons: Buttons,
  fields: Fields,
  slowField: SlowField,
  choices: Choices,
} satisfies Record<string, View>;
