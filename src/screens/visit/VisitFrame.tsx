import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useNavigate, useParams } from "react-router";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { type Run, useCaseFile, useRun } from "../../app/useCase.ts";
import type { How } from "../../commands/door.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import { kindOf } from "../../domain/casefile.ts";
import type { CaseId, RecordId } from "../../domain/ids.ts";
import { type Visit, visitOf } from "../../domain/visit.ts";
import { Page } from "../../ui/Page.tsx";
import { Steps } from "../../ui/Steps.tsx";
import { NotHere } from "../casefile/NotHere.tsx";
import { Shell } from "../Shell.tsx";
import "../family/family.css";
import "./visit.css";

export type Moment = "prepare" | "table" | "finish";

/** A visit as its screens see it. `write` writes in this visit. */
export type OpenVisit = {
  readonly caseId: CaseId;
  readonly file: CaseFile;
  readonly visit: Visit;
  readonly worker: { readonly id: RecordId; readonly name: string };
  readonly write: Run;
};

const nobody = { id: "" as RecordId, name: "" };

/** The visit of the address; `undefined` while its case file opens, `null` where there is no such visit. */
export function useVisit(): OpenVisit | null | undefined {
  const { family = "", visit: visitId = "" } = useParams();
  const caseId = family as CaseId;
  const file = useCaseFile(caseId);
  const run = useRun(caseId);
  const worker = useApp((state) => state.worker) ?? nobody;
  const id = visitId as RecordId;
  const write: Run = useMemo(
    () => (command, args, how?: How) => run(command, args, { visit: id, ...how }),
    [run, id],
  );
  if (!file) return undefined;
  if (kindOf(file, id) !== "visit") return null;
  return { caseId, file, visit: visitOf(file, id), worker, write };
}

type Props = {
  /** Where back leads; at the table nowhere, so that a stray tap shows nothing of the family. */
  readonly back?: "visits" | "finish";
  readonly children: (open: OpenVisit) => ReactNode;
};

/** The frame of a visit's screens: a bar without names, since the tablet lies open. */
export function VisitFrame({ back, children }: Props) {
  const { t } = useTranslation("visit");
  const { family = "", visit = "" } = useParams();
  const open = useVisit();
  const caseId = family as CaseId;
  const addresses = { visits: paths.visits(caseId), finish: paths.finish(caseId, visit as RecordId) };
  return (
    <Shell title={t("title")} family={caseId} {...(back ? { back: addresses[back] } : {})}>
      {open === undefined && <Page title={t("title")} isTitleHidden />}
      {open === null && <UnknownVisit family={caseId} />}
      {open && children(open)}
    </Shell>
  );
}

function UnknownVisit({ family }: { readonly family: CaseId }) {
  const { t } = useTranslation("visit");
  return (
    <NotHere
      title={t("unknown.title")}
      text={t("unknown.text")}
      to={paths.visits(family)}
      back={t("unknown.back")}
    />
  );
}

/** Stands before everything of one visit: nothing is handed over, or written, in a visit that is not here. */
export function KnownVisit() {
  const { t } = useTranslation("visit");
  const caseId = useParams().family as CaseId;
  if (useVisit() !== null) return <Outlet />;
  return (
    <Shell title={t("title")} family={caseId} back={paths.visits(caseId)}>
      <UnknownVisit family={caseId} />
    </Shell>
  );
}

const moments: readonly Moment[] = ["prepare", "table", "finish"];

/** Voorbereiden · Aan tafel · Afronden, in any order. */
export function VisitSteps({ open, moment }: { readonly open: OpenVisit; readonly moment: Moment }) {
  const { t } = useTranslation("visit");
  const navigate = useNavigate();
  const { caseId, visit } = open;
  return (
    <Steps
      label={t("steps.label")}
      steps={moments.map((id) => ({ id, label: t(`steps.${id}`) }))}
      current={moment}
      onStep={(id) => void navigate(paths[id](caseId, visit.id))}
    />
  );
}
