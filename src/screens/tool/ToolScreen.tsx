import { useTranslation } from "react-i18next";
import { Navigate, useParams, useSearchParams } from "react-router";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { useCaseFile, useRun } from "../../app/useCase.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import type { CaseId, RecordId } from "../../domain/ids.ts";
import type { Instrument } from "../../domain/instrument.ts";
import { instrumentById } from "../../domain/instruments/list.ts";
import { Explained } from "../../instrument/Terms.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { CardButton } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Shell } from "../Shell.tsx";
import { OpenTool } from "./OpenTool.tsx";
import { isRead, ReadTool } from "./ReadTool.tsx";
import { subjectsOf } from "./subjects.ts";
import { usePartFocus } from "./usePartFocus.ts";
import "./tool.css";

/** A tool on a worker's screen, at the table or outside a visit. */
export function ToolScreen() {
  const params = useParams();
  const caseId = params.family as CaseId;
  const visit = params.visit as RecordId | undefined;
  const file = useCaseFile(caseId);
  const instrument = instrumentById(params.tool ?? "");
  const { t } = useTranslation(["visit", "casefile"]);
  usePartFocus();
  if (!instrument) return <Navigate to={paths.family(caseId)} replace />;
  const elsewhere = placeOf(instrument.id, caseId);
  if (elsewhere) return <Navigate to={elsewhere} replace />;
  const back = visit ? paths.table(caseId, visit) : paths.assessment(caseId);
  return (
    <Shell title={t(visit ? "visit:title" : "casefile:tabs.assessment")} back={back} family={caseId}>
      {file && <Tool key={instrument.id} file={file} instrument={instrument} visit={visit} />}
    </Shell>
  );
}

/** What has a page of its own: people with all that belongs to a person, and numbers. */
function placeOf(tool: string, family: CaseId): string | undefined {
  if (tool === "case-persons") return paths.people(family);
  return tool === "contact-numbers" ? paths.numbers : undefined;
}

type ToolProps = {
  readonly file: CaseFile;
  readonly instrument: Instrument;
  readonly visit: RecordId | undefined;
};

function Tool({ file, instrument, visit }: ToolProps) {
  const [query] = useSearchParams();
  const write = useRun(file.case);
  const worker = useApp((state) => state.worker);
  const subjects = subjectsOf(file, instrument);
  const asked = subjects.find((subject) => subject.id === query.get("about"));
  const about = asked ?? (subjects.length === 1 ? subjects[0] : undefined);
  if (!worker) return null;
  if (isRead(instrument.id)) return <ReadTool instrument={instrument} />;
  if (!about) return <ChooseSubject file={file} instrument={instrument} visit={visit} />;
  return (
    <OpenTool
      key={`${about.id}-${query.get("voice")}-${query.get("occasion")}`}
      file={file}
      instrument={instrument}
      visit={visit}
      about={about}
      worker={worker}
      write={write}
    />
  );
}

/** "Over wie?": where a tool is about one of several. */
function ChooseSubject({ file, instrument, visit }: ToolProps) {
  const { t, i18n } = useTranslation(["tools", "instruments"]);
  const subjects = subjectsOf(file, instrument);
  const title = t(`instruments:${instrument.id}.title`);
  const isGoal = instrument.about === "goal";
  // A sheet to draw on is about nobody: it asks in its own words whose it is.
  const own = `instruments:${instrument.id}.which`;
  const which = t(i18n.exists(own) ? own : `about.which.${instrument.about}`);
  if (subjects.length === 0) {
    return (
      <Page title={<Explained text={title} />} width="text">
        <EmptyState
          title={t(isGoal ? "about.noGoals" : "about.nobody")}
          action={
            <ButtonLink
              variant="main"
              to={isGoal ? paths.tool(file.case, visit, "goals-specific") : paths.person(file.case, "new")}
            >
              {t(isGoal ? "about.addGoal" : "about.addPerson")}
            </ButtonLink>
          }
        />
      </Page>
    );
  }
  return (
    <Page title={<Explained text={title} />} lead={which} width="text">
      <div className="cards">
        {subjects.map((subject) => (
          <CardButton
            key={subject.id}
            title={subject.name}
            text={subject.owner && <bdi>{subject.owner}</bdi>}
            to={paths.tool(file.case, visit, instrument.id, { about: subject.id })}
          />
        ))}
      </div>
    </Page>
  );
}
