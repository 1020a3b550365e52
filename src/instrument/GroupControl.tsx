import { useTranslation } from "react-i18next";
import { fields, type Group } from "../domain/instrument.ts";
import { isAnswered } from "../domain/run.ts";
import { Choice } from "../ui/Choice.tsx";
import { type Colour, coloursAsHung } from "../ui/ColourMark.tsx";
import { Stoplight } from "../ui/Stoplight.tsx";
import { TextField } from "../ui/TextField.tsx";
import { Tick } from "../ui/Tick.tsx";
import { Ticks } from "../ui/Ticks.tsx";
import { type Place, runPlace } from "./place.ts";
import { secondOf } from "./Second.tsx";
import { UnsaidAnswers, UnsaidMarks } from "./Unsaid.tsx";
import { Versions } from "./Versions.tsx";
import type { View } from "./view.ts";

export type GroupProps = View & {
  readonly group: Group;
  readonly isLabelHidden?: boolean | undefined;
  /** Where a choice stands, if not in the run. */
  readonly place?: Place | undefined;
};

const isColours = (group: Group): boolean =>
  group.single === true && coloursAsHung.every((colour) => group.items.some((item) => item.id === colour));

/** One of a list: one place, that holds the item's id. The stoplight is such a choice too. */
export function ChoiceOfOne(props: GroupProps) {
  const { host, group, words, size } = props;
  const place = props.place ?? runPlace(host, fields.choice(group.id));
  const value = typeof place.value === "string" ? place.value : null;
  const isLabelHidden = props.isLabelHidden ?? size === "family";
  const aside = size === "tap" && <UnsaidMarks {...props} place={place} />;
  const pick = (id: string) => place.write(id === value ? null : id);
  return (
    <div className="stack">
      {isColours(group) ? (
        <Stoplight
          label={words.group(group)}
          isLabelHidden={isLabelHidden}
          aside={aside}
          lights={lightsOf(props)}
          value={coloursAsHung.find((colour) => colour === value) ?? null}
          onPick={pick}
        />
      ) : (
        <Choice
          label={words.group(group)}
          isLabelHidden={isLabelHidden}
          aside={aside}
          layout="list"
          options={optionsIn(props)}
          value={value}
          onPick={pick}
        />
      )}
      {size === "family" && <UnsaidAnswers {...props} place={place} />}
      {group.items[0] && <Versions {...props} item={group.items[0]} place={place} />}
    </div>
  );
}

const optionsIn = ({ group, words }: GroupProps) =>
  group.items.map((item) => ({
    value: item.id,
    label: words.item(item),
    description: secondOf(words, (second) => second.item(item)),
  }));

/** "Oranje: niet fijn" is the colour and what it means; a family has words of its own for both. */
function lightsOf({ group, words }: GroupProps) {
  const light = (colour: Colour) => {
    const item = group.items.find((one) => one.id === colour) ?? { id: colour };
    const said = words.item(item);
    const colon = said.indexOf(":");
    const choice = { id: "stoplight-colour", choicesFrom: { instrument: "stoplight", group: group.id } };
    const second = secondOf(words, (other) => `${other.option(choice, colour)}: ${other.item(item)}`);
    if (colon < 0) return { word: words.option(choice, colour), text: said, second };
    // What follows the colon stands on a line of its own.
    const [first = "", ...rest] = said.slice(colon + 1).trim();
    const text = first.toLocaleUpperCase(words.language) + rest.join("");
    return { word: said.slice(0, colon), text };
  };
  return { red: light("red"), orange: light("orange"), green: light("green") };
}

const isTicked = (kind: Group["kind"], place: Place): boolean =>
  place.value === true || (kind === "yes-no" && place.value === "yes");

/** Any of a list. Of statements with yes and no a family ticks those that hold; the others stay open. */
export function TicksOf(props: GroupProps & { readonly placeOf?: (item: string) => Place }) {
  const { host, group, words, size, isLabelHidden = size === "family" } = props;
  const placeOf = props.placeOf ?? ((item: string) => runPlace(host, fields.answer(item)));
  const yes = group.kind === "yes-no" ? "yes" : true;
  return (
    <Ticks
      label={words.group(group)}
      isLabelHidden={isLabelHidden}
      layout="grid"
      options={optionsIn(props)}
      values={group.items.filter((item) => isTicked(group.kind, placeOf(item.id))).map((item) => item.id)}
      onTick={(item, ticked) => placeOf(item).write(ticked ? yes : null)}
    />
  );
}

/** Words that will make a new line stand here while they are written; the host gives the line its own id. */
const newLine = "new";

/** Ids of the free lines that stand under a group. */
function otherLinesOf(host: View["host"], group: string): readonly string[] {
  const prefix = fields.other(group, "");
  const known = host.fieldsUnder?.(prefix) ?? [fields.other(group, newLine)];
  return known.filter((field) => isAnswered(host.value(field))).map((field) => field.slice(prefix.length));
}

/** "Anders": as many lines as are needed, one empty one always at hand. */
export function OtherLines(props: GroupProps) {
  const lines = otherLinesOf(props.host, props.group.id);
  return (
    <div className="stack stack-s">
      {lines.map((line) => (
        <OtherLine key={line} {...props} line={line} />
      ))}
      {!lines.includes(newLine) && <OtherLine key={`${newLine}-${lines.length}`} {...props} line={newLine} />}
    </div>
  );
}

function OtherLine({ host, group, line, words, size }: GroupProps & { readonly line: string }) {
  const text = host.useText(fields.other(group.id, line));
  return (
    <TextField
      grows
      label={words.say("other")}
      isLabelHidden={size === "tap" && line !== newLine}
      value={text.value}
      onValue={text.onValue}
      onDone={text.onDone}
    />
  );
}

/** "Verder niets gezien of gehoord" closes a list of signals: stored as that, and never as "nee". */
export function NothingElse({ host, group }: GroupProps) {
  const { t } = useTranslation("tools");
  const field = fields.nothingElse(group.id);
  return (
    <Tick
      label={t("nothingElse")}
      isTicked={host.value(field) === true}
      onTick={(ticked) => host.annotate(field, ticked ? true : null)}
    />
  );
}
