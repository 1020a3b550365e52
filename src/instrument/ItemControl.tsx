import type { ReactNode } from "react";
import { fields, type GroupKind, inputOf } from "../domain/instrument.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Tick } from "../ui/Tick.tsx";
import { YesNoUnknown } from "../ui/YesNoUnknown.tsx";
import { DrawingItem } from "./DrawingItem.tsx";
import { inputViews } from "./inputs.tsx";
import { type Place, runPlace } from "./place.ts";
import { UnsaidAnswers, UnsaidMarks } from "./Unsaid.tsx";
import { Versions } from "./Versions.tsx";
import type { ItemProps } from "./view.ts";
import "./instrument.css";

/** What one kind of item looks like, for a place of a run or of a row. */
type KindProps = ItemProps & { readonly place: Place };

const labelOf = ({ words, item, n }: ItemProps): string => words.item(item, n);

/** Ticks say nothing where nothing is ticked, so only what asks for an answer may be left unsaid. */
function Asked(props: KindProps & { readonly children: (aside: ReactNode) => ReactNode }) {
  const { children, size, place } = props;
  if (size === "tap") return children(<UnsaidMarks {...props} place={place} />);
  return (
    <div className="stack">
      {children(undefined)}
      <UnsaidAnswers {...props} place={place} />
    </div>
  );
}

/** Yes, no or unknown. A family's own "weet ik niet" is kept apart from a worker's "onbekend". */
function YesNoItem(props: KindProps) {
  const { place, words, size, host } = props;
  const { value } = place;
  const isWorker = host.voice === "worker";
  const hasMarks = !isWorker && size === "tap";
  const control = (
    <YesNoUnknown
      label={labelOf(props)}
      isLabelHidden={size === "family"}
      layout={size === "family" ? "under" : "beside"}
      aside={hasMarks ? <UnsaidMarks {...props} place={place} /> : undefined}
      labels={{
        yes: words.say("yes"),
        no: words.say("no"),
        ...(isWorker ? { unknown: words.say("unknown") } : {}),
      }}
      value={value === "yes" || value === "no" || value === "unknown" ? value : null}
      onPick={place.write}
    />
  );
  if (isWorker || hasMarks) return control;
  return (
    <div className="stack stack-s">
      {control}
      <UnsaidAnswers {...props} place={place} />
    </div>
  );
}

function FieldItem(props: KindProps) {
  const { group, item, size } = props;
  const input = inputOf(group, item) ?? "text";
  const Input = inputViews[input];
  const common = { ...props, label: labelOf(props), isLabelHidden: size === "family" };
  if (input === "tick" || input === "agreements") return <Input {...common} />;
  // Yes and no bring their own "onbekend" on a worker's screen.
  if (input === "yesNo" && props.host.voice === "worker") return <Input {...common} />;
  return <Asked {...props}>{(aside) => <Input {...common} aside={aside} />}</Asked>;
}

function TickItem(props: KindProps) {
  const { place } = props;
  return (
    <Tick
      label={labelOf(props)}
      isTicked={place.value === true}
      onTick={(isTicked) => place.write(isTicked ? true : null)}
    />
  );
}

function ScaleItem(props: KindProps) {
  const { item, size } = props;
  const Input = inputViews[item.input ?? "score"];
  return (
    <Asked {...props}>
      {(aside) => <Input {...props} label={labelOf(props)} isLabelHidden={size === "family"} aside={aside} />}
    </Asked>
  );
}

/** A step of a talk: done or not yet. What it asks is answered beneath; a family reads it and answers. */
function StepItem(props: KindProps) {
  const { host, item, size, place } = props;
  const { input } = item;
  const Input = input && inputViews[input];
  const doneField = fields.done(item.id);
  if (size === "family") {
    if (!Input) return null;
    return <Asked {...props}>{() => <Input {...props} label={labelOf(props)} isLabelHidden />}</Asked>;
  }
  if (!Input) return <TickItem {...props} />;
  return (
    <div className="stack stack-s">
      <Tick
        label={labelOf(props)}
        isTicked={host.value(doneField) === true || place.value === true}
        onTick={(isTicked) => {
          // Ticked elsewhere as the answer itself, without words: that is taken back where it stands.
          if (place.value === true) place.write(null);
          else host.annotate(doneField, isTicked ? true : null);
        }}
      />
      <div className="item-under">
        <Input {...props} label={labelOf(props)} isLabelHidden />
      </div>
    </div>
  );
}

function FactItem(props: KindProps) {
  return (
    <p className={props.size === "family" ? "item-fact item-fact-large" : "item-fact"}>{labelOf(props)}</p>
  );
}

/** An example is read here; it is taken over where the words are written. */
function ExampleItem(props: KindProps) {
  return <Chip>{labelOf(props)}</Chip>;
}

/** Cards have a board of their own; here a place of the map is only named. */
function CardItem(props: KindProps) {
  return <p className="strong">{labelOf(props)}</p>;
}

/** No default: a new kind of item does not compile until somebody has decided how it looks. */
export const itemViews: { readonly [K in GroupKind]: (props: KindProps) => ReactNode } = {
  "yes-no-unknown": YesNoItem,
  "yes-no": YesNoItem,
  concern: YesNoItem,
  positive: YesNoItem,
  question: FieldItem,
  text: FieldItem,
  field: FieldItem,
  "field-derived": FieldItem,
  option: TickItem,
  "option-derived": TickItem,
  scale: ScaleItem,
  step: StepItem,
  tip: TickItem,
  fact: FactItem,
  example: ExampleItem,
  goal: ScaleItem,
  "card-derived": CardItem,
  "drawing-derived": DrawingItem,
};

type Props = ItemProps & {
  /** Where the answer stands, if not under the item in the run: a row, or a level. */
  readonly place?: Place | undefined;
};

/** The control for one item: what is asked, the answer, its answers of their own, and versions where there are two. */
export function ItemControl(props: Props) {
  const place = props.place ?? runPlace(props.host, fields.answer(props.item.id));
  const Kind = itemViews[props.group.kind];
  return (
    <>
      <Kind {...props} place={place} />
      <Versions {...props} place={place} />
      <Offered {...props} place={place} />
    </>
  );
}

/** Words from before a crash, where the place has moved since: offered, never applied. */
function Offered({ place, words, size, group, item }: KindProps) {
  const input = inputOf(group, item) ?? item.input;
  const isText = input === "text" || input === "longText";
  if (!isText || size === "family") return null;
  return <OfferedText place={place} words={words} />;
}

function OfferedText({ place, words }: { readonly place: Place; readonly words: ItemProps["words"] }) {
  const text = place.useText();
  if (text.offered === undefined) return null;
  return (
    <div className="row small">
      <span className="soft keep-lines" dir="auto">
        {text.offered}
      </span>
      <Button onClick={text.takeOffered}>{words.say("change")}</Button>
      <Button variant="quiet" onClick={text.dropOffered}>
        {words.say("remove")}
      </Button>
    </div>
  );
}
