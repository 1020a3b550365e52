import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { dayAt } from "../../commands/done.ts";
import { planVisit } from "../../commands/visit.ts";
import { valueAt } from "../../domain/casefile.ts";
import { familyRecord, type RunKey, runId } from "../../domain/ids.ts";
import { type Item, itemOf } from "../../domain/instrument.ts";
import { conversationPreparation as preparation } from "../../domain/instruments/conversationPreparation.ts";
import { isFamily, peopleOf } from "../../domain/people.ts";
import { isFamilyInterpreter } from "../../domain/rules/conversation.ts";
import { findingsOf } from "../../domain/rules/list.ts";
import type { Finding } from "../../domain/rules/rule.ts";
import { visitFields } from "../../domain/visit.ts";
import { ChoiceOfOne } from "../../instrument/GroupControl.tsx";
import type { RunHost } from "../../instrument/host.ts";
import { ItemControl } from "../../instrument/ItemControl.tsx";
import { type ToolWords, workerWords } from "../../instrument/words.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Ticks } from "../../ui/Ticks.tsx";
import { KeptField } from "../casefile/KeptField.tsx";
import { Section } from "../casefile/Section.tsx";
import { Findings } from "../tool/Findings.tsx";
import { createRunHost } from "../tool/useRunHost.ts";
import { PlannedAtField } from "./PlannedAtField.tsx";
import type { OpenVisit } from "./VisitFrame.tsx";
import "../tool/tool.css";

/** The questions of the preparation, in the order in which one thinks of them. All others are in the tool itself. */
const parts = [
  { id: "where", items: ["location"] },
  { id: "who", items: ["interpreter-needed", "interpreter", "can-everyone-read"] },
  { id: "order", items: ["order", "conversation-with", "parents-permission", "aftercare-person"] },
  { id: "own", items: ["aggression-possible", "two-workers", "second-worker", "large-risk-office"] },
  { id: "after", items: ["family-left-behind", "safety-after-talk"] },
] as const;

type Part = (typeof parts)[number];

type PartProps = {
  readonly open: OpenVisit;
  readonly host: RunHost;
  readonly words: ToolWords;
  readonly findings: readonly Finding[];
};

type Props = {
  readonly open: OpenVisit;
  /** What is laid out and printed beforehand: beside the questions where there is room. */
  readonly children: ReactNode;
};

export function PrepareParts({ open, children }: Props) {
  const { t, i18n } = useTranslation(["visit", "instruments", "tools", "rules", "familyTools"]);
  const { caseId, file, visit, worker, write } = open;
  const key: RunKey = { instrument: preparation.id, about: familyRecord, voice: worker.id, visit: visit.id };
  const host = createRunHost({
    file,
    instrument: preparation,
    key,
    voice: "worker",
    means: "self",
    visit: visit.id,
    worker: worker.id,
    write,
    i18n,
  });
  const now = new Date();
  const today = dayAt({ wall: now.getTime(), zone: -now.getTimezoneOffset() });
  const run = { id: runId(caseId, key), ...key };
  const findings = file.records.has(run.id) ? findingsOf({ file, instrument: preparation, run, today }) : [];
  const view: PartProps = { open, host, words: workerWords(i18n, preparation), findings };
  return (
    <div className="visit-columns">
      <div className="visit-sections">
        {parts.slice(0, 3).map((part) => (
          <PartSection key={part.id} {...view} part={part} />
        ))}
      </div>
      <div className="visit-sections">
        {parts.slice(3).map((part) => (
          <PartSection key={part.id} {...view} part={part} />
        ))}
        <div>
          <ButtonLink to={paths.tool(caseId, visit.id, preparation.id)}>{t("visit:prepare.all")}</ButtonLink>
        </div>
        {children}
      </div>
    </div>
  );
}

function PartSection({ part, ...view }: PartProps & { readonly part: Part }) {
  const { t } = useTranslation("visit");
  const { open, findings } = view;
  return (
    <Section title={t(`prepare.parts.${part.id}`)}>
      <div className="visit-panel stack">
        {part.id === "where" && <PlannedAtField open={open} />}
        {part.id === "who" && <WhoIsThere open={open} />}
        {part.id === "order" && <OrderChoice {...view} />}
        <PartItems {...view} part={part} />
        {part.id === "where" && <WhichPlace open={open} />}
        {part.id === "who" && <InterpreterWarning {...view} />}
        <Findings tool={preparation.id} findings={aboutPart(findings, part)} />
      </div>
    </Section>
  );
}

const orderGroup = preparation.groups.find((group) => group.id === "order");

/** What the rules say about this part. There is no "klaar" on this page, so what it would need is a hint here. */
function aboutPart(findings: readonly Finding[], part: Part): readonly Finding[] {
  const own: readonly string[] = [...part.items, ...(part.id === "order" ? ["parents-first", "order"] : [])];
  const isOwn = (item: string): boolean => own.includes(item);
  return findings
    .filter(({ rule, items }) => rule !== "R-interpreter-not-family" && (items?.some(isOwn) ?? false))
    .map((finding) => (finding.level === "require" ? { ...finding, level: "hint" } : finding));
}

/** Questions that mean something else here than alone in the list: beside another one they would ask it twice. */
const sayings = { location: "place", order: "orderWhy", "conversation-with": "apart" } as const;

const hasSaying = (item: string): item is keyof typeof sayings => Object.hasOwn(sayings, item);

function PartItems({ open, host, words: plain, part }: PartProps & { readonly part: Part }) {
  const { t } = useTranslation("visit");
  const words: ToolWords = {
    ...plain,
    item: (item, n) => (hasSaying(item.id) ? t(`prepare.${sayings[item.id]}`) : plain.item(item, n)),
  };
  return part.items.map((id) => {
    const found = itemOf(preparation, id);
    if (!found) return null;
    const item: Item = found.item;
    // With whom, where nobody is entered yet: above it stands how to add somebody.
    if (item.input === "persons" && !item.adults && peopleOf(open.file).length === 0) return null;
    return (
      <div key={id} id={id === "aftercare-person" ? "aftercare" : undefined}>
        <ItemControl host={host} words={words} size="tap" group={found.group} item={item} />
      </div>
    );
  });
}

function OrderChoice({ host, words }: PartProps) {
  return orderGroup ? <ChoiceOfOne host={host} words={words} size="tap" group={orderGroup} /> : null;
}

function WhichPlace({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation("visit");
  const { caseId, visit, worker, write } = open;
  return (
    <KeptField
      caseId={caseId}
      record={visit.id}
      field={visitFields.location}
      voice={worker.id}
      label={t("prepare.where")}
      description={t("prepare.whereHint")}
      save={(text, { over, clearsDraft }) =>
        write(
          planVisit,
          {
            record: visit.id,
            values: { [visitFields.location]: text },
            over: { [visitFields.location]: over },
          },
          { clearsDraft },
        )
      }
    />
  );
}

function WhoIsThere({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation("visit");
  const { caseId, file, visit, write } = open;
  const people = peopleOf(file).filter((person) => person.name !== "");
  if (people.length === 0) {
    return (
      <div className="row">
        <p className="soft">{t("prepare.nobodyYet")}</p>
        <ButtonLink to={paths.person(caseId, "new")}>{t("prepare.addPerson")}</ButtonLink>
      </div>
    );
  }
  return (
    <Ticks
      label={t("prepare.who")}
      layout="row"
      options={[...people.filter(isFamily), ...people.filter((one) => !isFamily(one))].map(
        ({ id, name }) => ({
          value: id,
          label: <bdi>{name}</bdi>,
        }),
      )}
      values={people
        .filter(({ id }) => valueAt(file, visit.id, visitFields.with(id)) === true)
        .map(({ id }) => id)}
      onTick={(person, isThere) =>
        void write(planVisit, { record: visit.id, values: { [visitFields.with(person)]: isThere } })
      }
    />
  );
}

/** Said as it is typed, before it is kept: never a child, partner or relative. */
function InterpreterWarning({ open, host }: PartProps) {
  const { t } = useTranslation("rules");
  const named = host.value("interpreter");
  const isFamilyMember = typeof named === "string" && isFamilyInterpreter(open.file, named);
  if (!isFamilyMember) return null;
  return (
    <Notice tone="caution" live="status">
      {t("R-interpreter-not-family")}
    </Notice>
  );
}
