import { MessageSquareText } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Aspect, aspectInputs, aspectsOf, fields } from "../domain/instrument.ts";
import { isAnswered } from "../domain/run.ts";
import { Chip } from "../ui/Chip.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Segments } from "../ui/Segments.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { TextField } from "../ui/TextField.tsx";
import { DateInput } from "./dateInputs.tsx";
import { ItemControl } from "./ItemControl.tsx";
import { inputViews } from "./inputs.tsx";
import { runPlace } from "./place.ts";
import { TermsAfter } from "./Terms.tsx";
import { UnsaidMarks } from "./Unsaid.tsx";
import { valueText } from "./values.ts";
import type { ItemProps } from "./view.ts";

const evidenceKinds = ["fact", "view", "feeling", "experience"] as const;

/** Kinds that a worker answers in a list, and beside which a note has its place. */
const notedKinds: ReadonlySet<string> = new Set([
  "yes-no-unknown",
  "yes-no",
  "concern",
  "positive",
  "step",
  "goal",
]);

const isYes = ({ host, item }: ItemProps): boolean => {
  const value = host.value(fields.answer(item.id));
  return value === "yes" || value === true;
};

/** One item on a worker's screen: the control, its further questions once it holds, and what is folded beside it. */
export function WorkerItem(props: ItemProps) {
  const { host, group, item, words } = props;
  const { t } = useTranslation(["tools", "aspects"]);
  const [isOpen, setOpen] = useState(() =>
    [fields.note, fields.source, fields.date].some((field) => host.isHalfTyped?.(field(item.id)) ?? false),
  );
  const hasNotes = notedKinds.has(group.kind) && !item.input;
  const earlier = host.earlier(fields.answer(item.id)).length;
  const asked = isYes(props) ? aspectsOf(group, item) : [];
  const isFoldable = hasNotes || earlier > 0;
  return (
    <div className="worker-item">
      <div className="worker-item-line">
        <div className="grow">
          <ItemControl {...props} />
        </div>
        {isFoldable && (
          <IconButton
            label={t(hasNotes ? "notes.open" : "earlier.open", { what: words.item(item, props.n) })}
            icon={<NoteSign count={notesIn(props) + earlier} />}
            isExpanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          />
        )}
      </div>
      <TermsAfter texts={[words.item(item, props.n), ...asked.map((aspect) => words.aspect(aspect))]} />
      {asked.length > 0 && (
        <div className="item-under stack">
          {isUnnamed(props, asked) && (
            <p className="strong">{t("aspects:signs-of", { what: words.item(item, props.n) })}</p>
          )}
          {asked.map((aspect) => (
            <AspectControl key={aspect} {...props} aspect={aspect} />
          ))}
        </div>
      )}
      {isOpen && (
        <div className="item-under stack">
          {hasNotes && <Notes {...props} />}
          <Earlier {...props} />
        </div>
      )}
    </div>
  );
}

/** A problem or disorder is called that with the name of an expert, and the day; until then these are signs of it. */
const isUnnamed = ({ host, item }: ItemProps, asked: readonly Aspect[]): boolean =>
  asked.includes("expert") &&
  (["expert", "expert-date"] as const).some(
    (aspect) => !isAnswered(host.value(fields.aspect(item.id, aspect))),
  );

function NoteSign({ count }: { readonly count: number }) {
  return (
    <span className="note-sign" data-filled={count > 0 || undefined}>
      <MessageSquareText aria-hidden="true" />
    </span>
  );
}

const notesIn = ({ host, item }: ItemProps): number =>
  [fields.note, fields.source, fields.evidence, fields.date].filter((field) =>
    isAnswered(host.value(field(item.id))),
  ).length;

function AspectControl(props: ItemProps & { readonly aspect: keyof typeof aspectInputs }) {
  const { host, item, aspect, words } = props;
  const place = runPlace(host, fields.aspect(item.id, aspect));
  const input = aspectInputs[aspect];
  const Input = inputViews[input];
  const hasUnknown = input !== "yesNo" || host.voice !== "worker";
  return (
    <Input
      {...props}
      place={place}
      item={{ id: aspect }}
      label={words.aspect(aspect)}
      aside={hasUnknown ? <UnsaidMarks {...props} place={place} /> : undefined}
    />
  );
}

function Notes(props: ItemProps) {
  const { host, item, group, words } = props;
  const { t } = useTranslation("tools");
  const note = host.useText(fields.note(item.id));
  const source = host.useText(fields.source(item.id));
  const kind = evidenceKinds.find((one) => one === host.value(fields.evidence(item.id))) ?? null;
  return (
    <>
      <TextArea
        label={t("notes.note")}
        rows={2}
        value={note.value}
        onValue={note.onValue}
        onDone={note.onDone}
      />
      {group.evidence && (
        <>
          <Segments
            label={t("notes.evidence")}
            options={evidenceKinds.map((value) => ({ value, label: t(`notes.evidenceKinds.${value}`) }))}
            value={kind}
            onPick={(picked) => host.annotate(fields.evidence(item.id), picked)}
          />
          <div className="item-pair">
            <TextField
              grows
              label={t("notes.source")}
              value={source.value}
              onValue={source.onValue}
              onDone={source.onDone}
            />
            <DateInput
              {...props}
              words={words}
              place={runPlace(host, fields.date(item.id))}
              label={t("notes.date")}
            />
          </div>
        </>
      )}
    </>
  );
}

/** What was answered before, by whom and when, beside the new answer. */
export function Earlier({
  host,
  words,
  group,
  item,
  field = fields.answer(item.id),
}: ItemProps & {
  readonly field?: string;
}) {
  const { t } = useTranslation("tools");
  const earlier = host.earlier(field);
  if (earlier.length === 0) return null;
  return (
    <div className="stack stack-s">
      <p className="strong small">{t("earlier.title")}</p>
      <ul className="item-lines">
        {earlier.map(({ run, head }) => (
          <li key={`${run.id}-${head.entry}`}>
            <span className="keep-lines" dir="auto">
              {valueText(head.value, { host, words, group, item })}
            </span>{" "}
            <Chip>{host.sourceOf?.(head)}</Chip>
          </li>
        ))}
      </ul>
    </div>
  );
}
