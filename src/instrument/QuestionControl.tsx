import type { RefObject } from "react";
import type { RecordId } from "../domain/ids.ts";
import { CardColumn } from "./CardColumn.tsx";
import { Examples } from "./Examples.tsx";
import { ChoiceOfOne, OtherLines, TicksOf } from "./GroupControl.tsx";
import type { RunHost } from "./host.ts";
import { ItemControl } from "./ItemControl.tsx";
import { inputViews } from "./inputs.tsx";
import { OwnRows } from "./OwnRows.tsx";
import { runPlace } from "./place.ts";
import { fieldOf, type Question } from "./questions.ts";
import { RowQuestion } from "./RowQuestion.tsx";
import { inBoth } from "./Second.tsx";
import { UnsaidAnswers } from "./Unsaid.tsx";
import type { ToolWords } from "./words.ts";

type Props = {
  readonly question: Question;
  readonly host: RunHost;
  readonly words: ToolWords;
  /** Opens a row at its first question; a new one where none is named. */
  readonly onRow: (row: RecordId | undefined) => void;
  /** What must still be done with words that stand written when the question is left. */
  readonly leaving: RefObject<(() => void) | undefined>;
};

/**
 * The control for one question on a family's screen. The question itself is said above it (`questionText`); "weet ik
 * niet" and "zeg ik liever niet" stand beneath it.
 */
export function QuestionControl({ question, host, words, onRow, leaving }: Props) {
  const { show, group, item, n, aspect } = question;
  const view = { host, words, size: "family" } as const;
  const field = fieldOf(question);
  if (show === "list") return <ListControl {...view} group={group} />;
  if (show === "rows") {
    return <OwnRows {...view} group={group} rowGroups={question.rowGroups ?? []} onRow={onRow} />;
  }
  if (show === "row" || show === "rowList") return <RowQuestion {...view} question={question} />;
  if (show === "cards" && item) return <CardColumn {...view} group={group} item={item} leaving={leaving} />;
  if (show === "read") return <ReadControl {...view} group={item ? { ...group, items: [] } : group} />;
  if (!item || field === undefined) return null;
  const place = runPlace(host, field);
  if (show === "aspect" && aspect) {
    const Input = inputViews.score;
    const withEnds = (one: ToolWords): ToolWords => ({ ...one, ends: () => one.aspectEnds(aspect) });
    const ends = { ...withEnds(words), second: words.second && withEnds(words.second) };
    return (
      <div className="stack">
        <Input
          {...view}
          words={ends}
          place={place}
          item={{ id: aspect }}
          label={words.aspect(aspect)}
          isLabelHidden
        />
        <UnsaidAnswers {...view} place={place} />
      </div>
    );
  }
  const examples = host.instrument.groups.filter((one) => one.kind === "example");
  const takesExamples = show === "level" && item.id === "first-aid-actions" && examples.length > 0;
  return (
    <div className="stack">
      <ItemControl {...view} group={group} item={item} n={n} place={place} />
      {takesExamples && <Examples {...view} groups={examples} take={(text) => place.write(text)} />}
    </div>
  );
}

type GroupViewProps = {
  readonly host: RunHost;
  readonly words: ToolWords;
  readonly size: "family";
  readonly group: Question["group"];
};

function ListControl(props: GroupViewProps) {
  if (props.group.single) return <ChoiceOfOne {...props} />;
  return (
    <div className="stack">
      <TicksOf {...props} />
      {props.group.other && <OtherLines {...props} />}
    </div>
  );
}

/** Something to read together; a step's own sentence is the question above it. */
function ReadControl({ group, words }: GroupViewProps) {
  if (group.items.length === 0) return null;
  return (
    <ul className="read-lines">
      {group.items.map((item) => (
        <li key={item.id}>{inBoth(words, (one) => one.item(item))}</li>
      ))}
    </ul>
  );
}
