import type { ReactNode } from "react";
import type { Input, Item } from "../domain/instrument.ts";
import { instrumentById } from "../domain/instruments/list.ts";
import { safetyScale } from "../domain/trend.ts";
import { Choice } from "../ui/Choice.tsx";
import { type Colour, ColourMark, coloursAsHung } from "../ui/ColourMark.tsx";
import { Scale } from "../ui/Scale.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { TextField } from "../ui/TextField.tsx";
import { Thermometer } from "../ui/Thermometer.tsx";
import { Tick } from "../ui/Tick.tsx";
import { Ticks } from "../ui/Ticks.tsx";
import { YesNoUnknown } from "../ui/YesNoUnknown.tsx";
import { DateInput, MomentInput } from "./dateInputs.tsx";
import { PersonInput, PersonsInput } from "./personInputs.tsx";
import { inBoth, secondOf } from "./Second.tsx";
import { idsOf, scoreOf, unsaidOf } from "./values.ts";
import { type InputProps, labelled } from "./view.ts";
import type { ToolWords } from "./words.ts";

function TextInput(props: InputProps) {
  const text = props.place.useText();
  return (
    <TextField {...labelled(props)} grows value={text.value} onValue={text.onValue} onDone={text.onDone} />
  );
}

function LongTextInput(props: InputProps) {
  const text = props.place.useText();
  return (
    <TextArea
      {...labelled(props)}
      rows={props.size === "family" ? 4 : 2}
      value={text.value}
      onValue={text.onValue}
      onDone={text.onDone}
    />
  );
}

const endsIn = (words: ToolWords, item: Item) => ({
  low: inBoth(words, (one) => one.ends(item).low),
  high: inBoth(words, (one) => one.ends(item).high),
});

function ScoreInput(props: InputProps) {
  const { place, words, item, host, size } = props;
  const isLadder = size === "family" && host.voice === "child" && item.id === safetyScale.items[0];
  return (
    <Scale
      {...labelled(props)}
      layout={isLadder ? "ladder" : "row"}
      value={scoreOf(place.value)}
      onPick={place.write}
      ends={endsIn(words, item)}
    />
  );
}

/** A height on the thermometer: drawn for a family, eleven buttons in a worker's form. */
function LevelInput(props: InputProps) {
  const { place, size, words, item } = props;
  if (size === "tap") return <ScoreInput {...props} />;
  return (
    <Thermometer
      {...labelled(props)}
      layout="turning"
      value={scoreOf(place.value)}
      onPick={place.write}
      ends={endsIn(words, item)}
    />
  );
}

function YesNoInput(props: InputProps) {
  const { place, words, size, host } = props;
  const { value } = place;
  const said = value === "yes" || value === "no" || value === "unknown" ? value : null;
  const unsaid = unsaidOf(value) === "dontKnow" ? "unknown" : null;
  return (
    <YesNoUnknown
      {...labelled(props)}
      layout={size === "family" ? "under" : "beside"}
      labels={{
        yes: words.say("yes"),
        no: words.say("no"),
        ...(host.voice === "worker" ? { unknown: words.say("unknown") } : {}),
      }}
      value={said ?? unsaid}
      onPick={(picked) => place.write(picked)}
    />
  );
}

function TickInput({ place, label }: InputProps) {
  return (
    <Tick
      label={label}
      isTicked={place.value === true}
      onTick={(isTicked) => place.write(isTicked ? true : null)}
    />
  );
}

const isColour = (value: string): value is Colour => coloursAsHung.some((colour) => colour === value);

function optionIdsOf({ choices, choicesFrom }: Item): readonly string[] {
  if (choices) return choices;
  const group = instrumentById(choicesFrom?.instrument ?? "")?.groups.find(
    (one) => one.id === choicesFrom?.group,
  );
  const ids = group?.items.map((one) => one.id) ?? [];
  return ids.length > 0 && ids.every(isColour) ? coloursAsHung : ids;
}

function ChoiceInput(props: InputProps) {
  const { place, words, item } = props;
  const value = typeof place.value === "string" ? place.value : null;
  const ids = optionIdsOf(item);
  return (
    <Choice
      {...labelled(props)}
      layout={item.choices ? "row" : "grid"}
      options={ids.map((id) => ({
        value: id,
        label: words.option(item, id),
        description: secondOf(words, (second) => second.option(item, id)),
        ...(isColour(id) ? { picture: <ColourMark colour={id} size={32} /> } : {}),
      }))}
      value={value}
      onPick={(picked) => place.write(picked === value ? null : picked)}
    />
  );
}

/** Lines that stand elsewhere, to read here. */
function AgreementsShown({ host, label, words }: InputProps) {
  const lines = host.agreements ?? [];
  return (
    <div className="ui-field">
      <span className="ui-field-label">{label}</span>
      {lines.length === 0 ? (
        <p className="soft">{words.say("none")}</p>
      ) : (
        <ul className="item-lines">
          {lines.map((line) => (
            <li key={line.id} dir="auto">
              {line.text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function SignalsInput(props: InputProps) {
  const { place, host, words } = props;
  const values = idsOf(place.value);
  const lines = host.signals ?? [];
  if (lines.length === 0) {
    return (
      <div className="ui-field">
        <span className="ui-field-label">{props.label}</span>
        <p className="soft">{words.say("none")}</p>
      </div>
    );
  }
  return (
    <Ticks
      {...labelled(props)}
      layout="list"
      options={lines.map(({ id, text }) => ({ value: id, label: text }))}
      values={values}
      onTick={(id, isTicked) => {
        const rest = values.filter((one) => one !== id);
        const next = isTicked ? [...rest, id] : rest;
        place.write(next.length > 0 ? next : null);
      }}
    />
  );
}

/** No default: a new input does not compile until somebody has decided how it looks. */
export const inputViews: { readonly [I in Input]: (props: InputProps) => ReactNode } = {
  text: TextInput,
  longText: LongTextInput,
  date: DateInput,
  dateTime: MomentInput,
  score: ScoreInput,
  level: LevelInput,
  yesNo: YesNoInput,
  tick: TickInput,
  person: PersonInput,
  persons: PersonsInput,
  choice: ChoiceInput,
  agreements: AgreementsShown,
  signals: SignalsInput,
};
