import { useState } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { annotate, answerItem } from "../../commands/answer.ts";
import { valueAt } from "../../domain/casefile.ts";
import { mayStartChildTalk } from "../../domain/childTalk.ts";
import { familyRecord, type RecordId, type RunKey, runId } from "../../domain/ids.ts";
import { fields, type Instrument, type Item } from "../../domain/instrument.ts";
import { childConversationSteps } from "../../domain/instruments/childConversationSteps.ts";
import { parentConversationSteps } from "../../domain/instruments/parentConversationSteps.ts";
import { isChild, peopleOf } from "../../domain/people.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { TaskList } from "../../ui/TaskList.tsx";
import { Tick } from "../../ui/Tick.tsx";
import { UndoLine } from "../casefile/UndoLine.tsx";
import { useUndoIn } from "./useUndoIn.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

type Props = {
  readonly open: OpenVisit;
  readonly own: readonly Instrument[];
  readonly onTool: (tool: string) => void;
};

/** The guide of the talk as ticks, with the parents or with one child; and the worker's own lists that were laid out. */
export function StepsFold({ open: visited, own, onTool }: Props) {
  const { t } = useTranslation(["visit", "instruments"]);
  const { open, undo } = useUndoIn(visited);
  const children = peopleOf(open.file).filter((person) => isChild(person) && person.name !== "");
  const [about, setAbout] = useState<RecordId>(familyRecord);
  const instrument = about === familyRecord ? parentConversationSteps : childConversationSteps;
  const lists = own.filter((tool) => tool.id !== parentConversationSteps.id);
  return (
    <div className="stack">
      {children.length > 0 && (
        <Segments
          label={t("visit:talk.with")}
          options={[
            { value: familyRecord, label: t("visit:talk.parents") },
            ...children.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> })),
          ]}
          value={about}
          onPick={(next) => setAbout(next ?? familyRecord)}
        />
      )}
      {about !== familyRecord && <ChildTalkNotice open={open} child={about} />}
      <TalkSteps key={about} open={open} instrument={instrument} about={about} />
      <UndoLine undo={undo} file={open.file} />
      {lists.length > 0 && (
        <section className="stack-s stack">
          <h3>{t("visit:talk.ownLists")}</h3>
          <TaskList
            tasks={lists.map((tool) => ({
              id: tool.id,
              title: t(`instruments:${tool.id}.title`),
              onClick: () => onTool(tool.id),
            }))}
          />
        </section>
      )}
    </div>
  );
}

/** A planned talk with a child waits until somebody is there for the child afterwards; one that the child begins never does. */
function ChildTalkNotice({ open, child }: { readonly open: OpenVisit; readonly child: RecordId }) {
  const { t } = useTranslation(["visit", "rules", "warnings"]);
  const { caseId, file, visit } = open;
  if (mayStartChildTalk(file, child, visit.id)) {
    return <p className="soft">{t("warnings:W-child-never-responsible")}</p>;
  }
  return (
    <Notice
      tone="caution"
      title={t("rules:R-aftercare-before-child-talk")}
      actions={
        <ButtonLink to={`${paths.prepare(caseId, visit.id)}#aftercare`}>{t("visit:talk.arrange")}</ButtonLink>
      }
    />
  );
}

type StepProps = {
  readonly open: OpenVisit;
  readonly instrument: Instrument;
  readonly about: RecordId;
};

function TalkSteps({ open, instrument, about }: StepProps) {
  const { t } = useTranslation(["visit", "instruments"]);
  const { caseId, file, visit, worker, write } = open;
  const key: RunKey = { instrument: instrument.id, about, voice: worker.id, visit: visit.id };
  const record = runId(caseId, key);
  // A step that asks for words is ticked beside its answer, so that a tick never stands for words.
  const placeOf = (item: Item): string => (item.input ? fields.done(item.id) : fields.answer(item.id));
  const tick = (item: Item, isTicked: boolean) => {
    const value = isTicked ? true : null;
    return item.input
      ? write(annotate, { key, field: fields.done(item.id), value })
      : write(answerItem, { instrument, key, item: item.id, value });
  };
  const items = instrument.groups.flatMap((group) => (group.kind === "step" ? group.items : []));
  return (
    <ol className="visit-steps" aria-label={t(`instruments:${instrument.id}.title`)}>
      {items.map((item) => (
        <li key={item.id}>
          <Tick
            label={t(`instruments:${instrument.id}.items.${item.id}`)}
            isTicked={valueAt(file, record, placeOf(item)) === true}
            onTick={(isTicked) => void tick(item, isTicked)}
          />
        </li>
      ))}
    </ol>
  );
}
