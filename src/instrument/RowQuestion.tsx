import { fields } from "../domain/instrument.ts";
import { TextField } from "../ui/TextField.tsx";
import { Examples } from "./Examples.tsx";
import { ChoiceOfOne, TicksOf } from "./GroupControl.tsx";
import { ItemControl } from "./ItemControl.tsx";
import { type Place, rowPlace } from "./place.ts";
import { placeOf } from "./questionPlace.ts";
import type { Question } from "./questions.ts";
import { rowFieldOf } from "./rowFields.ts";
import type { View } from "./view.ts";

type Props = View & { readonly question: Question };

/** One question of a row that somebody tells of, on a family's screen. */
export function RowQuestion({ question, ...view }: Props) {
  const { host } = view;
  const { group, item, rowsIn = group.id, row, examples = [] } = question;
  const place = placeOf(host, question);
  if (!row) return null;
  if (!item && place) return <ChoiceOfOne {...view} group={group} place={place} />;
  if (!item) {
    return (
      <div className="stack">
        <TicksOf
          {...view}
          group={group}
          placeOf={(id) => rowPlace(host, rowsIn, row, rowFieldOf(group, { id }))}
        />
        {group.other && (
          <OtherOfRow {...view} place={rowPlace(host, rowsIn, row, fields.other(group.id, "1"))} />
        )}
      </div>
    );
  }
  return (
    <div className="stack">
      <ItemControl {...view} group={group} item={item} place={place} />
      {examples.length > 0 && place && (
        <Examples {...view} groups={examples} take={(text) => place.write(text)} />
      )}
    </div>
  );
}

/** One free line of a list in a row. */
function OtherOfRow({ place, words }: View & { readonly place: Place }) {
  const text = place.useText();
  return (
    <TextField
      grows
      label={words.say("other")}
      value={text.value}
      onValue={text.onValue}
      onDone={text.onDone}
    />
  );
}
