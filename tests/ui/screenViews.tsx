import {
  Droplets,
  Flag,
  Handshake,
  House,
  MessageCircle,
  Plus,
  ShieldCheck,
  Thermometer as ThermometerIcon,
  TrafficCone,
} from "lucide-react";
import { Button } from "../../src/ui/Button.tsx";
import { CardButton } from "../../src/ui/Card.tsx";
import { Chip, ChipButton } from "../../src/ui/Chip.tsx";
import { Disclosure } from "../../src/ui/Disclosure.tsx";
import { IconButton } from "../../src/ui/IconButton.tsx";
import { Notice } from "../../src/ui/Notice.tsx";
import { Page } from "../../src/ui/Page.tsx";
import { SearchField } from "../../src/ui/SearchField.tsx";
import { Steps } from "../../src/ui/Steps.tsx";
import { Table } from "../../src/ui/Table.tsx";
import { Tabs } from "../../src/ui/Tabs.tsx";
import { TaskList } from "../../src/ui/TaskList.tsx";
import { TopBar } from "../../src/ui/TopBar.tsx";
import { safety, status } from "./bars.tsx";
import { say, type View } from "./words.ts";

const nothing = () => undefined;

const Families: View = ({ lang }) => (
  <>
    <TopBar title="Keukentafel" status={status(lang)} safety={safety(lang)} />
    <Page
      title={say(lang, "Gezinnen", "Families", "العائلات")}
      lead={say(
        lang,
        "Donderdag 26 november · twee bezoeken vandaag",
        "Thursday 26 November · two visits today",
        "الخميس 26 نوفمبر · زيارتان اليوم",
      )}
      actions={
        <>
          <Button icon={<Plus aria-hidden="true" />}>
            {say(lang, "Nieuw gezin", "New family", "عائلة جديدة")}
          </Button>
          <Button variant="main">{say(lang, "Bezoek starten", "Start a visit", "بدء زيارة")}</Button>
        </>
      }
    >
      <SearchField
        label={say(lang, "Zoeken op naam", "Search by name", "البحث بالاسم")}
        clearLabel="Wis"
        value=""
        onValue={nothing}
      />
      <div className="cards">
        <CardButton
          to="/a"
          title={say(lang, "Gezin Van Dijk", "Van Dijk family", "عائلة فان دايك")}
          text="Sanne (7), Milan (4) · moeder Ilse, oma Ria"
          aside={
            <Chip tone="caution">
              {say(lang, "Besluit uitwerken", "Work out decision", "استكمال القرار")}
            </Chip>
          }
          chips={
            <>
              <Chip>Vandaag 15:30, thuis</Chip>
              <Chip>bezoek 6 voorbereid</Chip>
              <span className="soft small push-end">2 nog niet verstuurd</span>
            </>
          }
        />
        <CardButton
          to="/b"
          title={say(lang, "Gezin Yılmaz", "Yılmaz family", "عائلة يلماز")}
          text="Emre (11) · moeder Ayşe, vader Kemal · Türkçe"
          chips={
            <>
              <Chip>Vandaag 19:00, thuis</Chip>
              <Chip>tolk geregeld</Chip>
            </>
          }
        />
        <CardButton
          to="/c"
          title="Gezin De Groot"
          text="Lotte (15) · vader Peter"
          aside={
            <ChipButton tone="caution" onClick={nothing}>
              2 versies
            </ChipButton>
          }
          chips={<Chip>Volgend bezoek: di 1 december</Chip>}
        />
        <CardButton
          onClick={nothing}
          tone="dashed"
          title="Oefengezin"
          text="Probeer alles uit. Niets hiervan telt mee."
          chips={<Chip tone="accent">oefenen</Chip>}
        />
      </div>
    </Page>
  </>
);

const TableView: View = ({ lang }) => (
  <>
    <TopBar
      title={say(lang, "Bezoek", "Visit", "زيارة")}
      note={say(lang, "aan tafel", "at the table", "على الطاولة")}
      status={status(lang)}
      safety={safety(lang)}
    />
    <Page
      surface="table"
      title={say(lang, "Wat leggen we op tafel?", "What do we lay on the table?", "ماذا نضع على الطاولة؟")}
      lead="Alleen de kaarten zijn te zien. Wat er al is opgeschreven blijft dicht."
      before={
        <Steps
          label="Bezoek"
          current="table"
          onStep={nothing}
          steps={[
            { id: "prepare", label: say(lang, "Voorbereiden", "Prepare", "التحضير") },
            { id: "table", label: say(lang, "Aan tafel", "At the table", "على الطاولة") },
            { id: "close", label: say(lang, "Afronden", "Close", "الختام") },
          ]}
        />
      }
    >
      <div className="cards cards-small">
        <CardButton
          onClick={nothing}
          picture={<House aria-hidden="true" />}
          title="Wat gaat goed"
          text="daarna zorgen, en wat nodig is"
          chips={<Chip>bezig</Chip>}
        />
        <CardButton
          onClick={nothing}
          picture={<ShieldCheck aria-hidden="true" />}
          title="Hoe veilig?"
          text="0 tot 10, ieder voor zich"
          chips={<Chip tone="good">klaar</Chip>}
        />
        <CardButton
          onClick={nothing}
          picture={<TrafficCone aria-hidden="true" />}
          tone="lit"
          title="Stoplicht"
          text="hoe is het nu?"
        />
        <CardButton
          onClick={nothing}
          picture={<ThermometerIcon aria-hidden="true" />}
          title="Thermometer"
          text="wat helpt mij"
        />
        <CardButton
          onClick={nothing}
          picture={<Flag aria-hidden="true" />}
          title="Ik zou graag…"
          text="doelen, in uw eigen woorden"
          chips={<Chip tone="good">klaar</Chip>}
        />
        <CardButton
          onClick={nothing}
          picture={<Handshake aria-hidden="true" />}
          title="Afspraken"
          text="wie doet wat, ook vannacht"
        />
        <CardButton
          onClick={nothing}
          picture={<MessageCircle aria-hidden="true" />}
          title="Wat schrijf ik op?"
          text="en wie leest het"
        />
        <CardButton
          onClick={nothing}
          picture={<Droplets aria-hidden="true" />}
          tone="dashed"
          title="Ander hulpmiddel"
          text="levenslijn, vragen…"
        />
      </div>
      <div className="row">
        <Button>Aantekening</Button>
        <Button>Gespreksstappen</Button>
        <Button>Eerder ingevuld</Button>
        <span className="grow" />
        <Button>Laat zien</Button>
        <Button variant="main">Geef de tablet aan…</Button>
      </div>
    </Page>
  </>
);

const Family: View = ({ lang }) => (
  <>
    <TopBar
      title={say(lang, "Gezin Van Dijk", "Van Dijk family", "عائلة فان دايك")}
      back={
        <IconButton
          variant="plain"
          label="Terug"
          icon={<span className="mirrored">←</span>}
          onClick={nothing}
        />
      }
      status={status(lang)}
      safety={safety(lang)}
    />
    <Page
      title={say(lang, "Overzicht", "Overview", "نظرة عامة")}
      before={
        <Tabs
          label="Gezin"
          tabs={[
            { to: "/now", label: say(lang, "Overzicht", "Overview", "نظرة عامة") },
            { to: "/people", label: say(lang, "Wie", "Who", "من") },
            { to: "/visits", label: say(lang, "Bezoeken", "Visits", "الزيارات") },
            { to: "/picture", label: say(lang, "In beeld", "In view", "الصورة") },
            { to: "/plan", label: "Plan", note: <Chip tone="caution">2</Chip> },
            { to: "/line", label: say(lang, "Tijdlijn", "Timeline", "الخط الزمني") },
            { to: "/report", label: say(lang, "Verslag", "Report", "تقرير") },
          ]}
        />
      }
    >
      <TaskList
        label="Onderdelen"
        tasks={[
          {
            id: "1",
            title: "Signalen bij het kind",
            note: "4 van 26",
            state: { label: "bezig" },
            onClick: nothing,
          },
          { id: "2", title: "Draagkracht van de ouders", state: { label: "klaar", tone: "good" }, to: "/x" },
          {
            id: "3",
            title: "Een heel lange naam van een onderdeel die niet op één regel past",
            state: { label: "niet begonnen" },
            to: "/y",
          },
        ]}
      />
      <Disclosure title="Eerder ingevuld" aside={<Chip>3</Chip>} level={2}>
        <p>Hier staat wat eerder is gezegd.</p>
      </Disclosure>
      <Disclosure title="Gespreksstappen" isOpen level={2}>
        <p>Hoe is dit voor u? Waardoor komt het, denkt u?</p>
        <Disclosure title="Meer" look="plain">
          <p>Nog meer.</p>
        </Disclosure>
      </Disclosure>
      <div className="cards">
        <Notice title="Groen zegt niets over veiligheid">Een rustig moment is nog geen veilig huis.</Notice>
        <Notice tone="good" live="status">
          Alles is verstuurd.
        </Notice>
        <Notice
          tone="caution"
          title="Is er iemand die kan meeluisteren?"
          actions={<Button>Ander tijdstip kiezen</Button>}
        >
          Vraag nu niet naar veiligheid thuis.
        </Notice>
        <Notice tone="danger" title="Levensgevaar? Bel 112.">
          Deze app belt niet.
        </Notice>
      </div>
      <Table
        caption="Wat merkt u, en wat helpt u?"
        columns={[
          { id: "l", label: "Stand" },
          { id: "n", label: "Wat merk ik aan mijzelf" },
          { id: "d", label: "Wat doe ik dan" },
        ]}
        rows={[
          { id: "a", cells: ["6–7", "warm hoofd, korte antwoorden", "even naar buiten"] },
          { id: "b", cells: ["3–5", "opgejaagd, zuchten", "radio aan, thee zetten"] },
        ]}
      />
    </Page>
  </>
);

export const screenViews = {
  families: Families,
  table: TableView,
  family: Family,
} satisfies Record<string, View>;
