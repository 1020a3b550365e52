import type { ReactNode } from "react";
import {
  fields,
  type Group,
  groupsFor,
  type Instrument,
  type Item,
  inputOf,
} from "../../domain/instrument.ts";
import { mapColumns } from "../../domain/plan.ts";
import { ColourMark, coloursAsHung } from "../../ui/ColourMark.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Thermometer } from "../../ui/Thermometer.tsx";
import { Dutch } from "./Dutch.tsx";
import type { FamilySay } from "./familySay.ts";

type Props = {
  readonly instrument: Instrument;
  readonly voice: "parent" | "child";
  readonly words: FamilySay;
  readonly worker: string;
};

type WordsProps = {
  readonly words: FamilySay;
  readonly of: string;
  readonly values?: Record<string, string>;
};

/** A word of the tool, with its Dutch small beneath. */
function Both({ words, of, values }: WordsProps) {
  const { say, second } = words.tool;
  return (
    <>
      {say(of, values)}
      <Dutch text={second?.(of, values)} />
    </>
  );
}

type EndsProps = { readonly words: FamilySay; readonly of: string };

/** The words at both ends of a scale, each with its number. */
const endsOf = ({ words, of }: EndsProps): { readonly low: ReactNode; readonly high: ReactNode } => ({
  low: (
    <>
      0: <Both words={words} of={`${of}.low`} />
    </>
  ),
  high: (
    <>
      10: <Both words={words} of={`${of}.high`} />
    </>
  ),
});

function ShowMap({ words, voice }: Props) {
  return (
    <div className="show-columns">
      {mapColumns.map((column) => (
        <section key={column} className={`show-column show-column-${column}`}>
          <h2>
            <Both words={words} of={`signs-of-safety.${column}.${voice}`} />
          </h2>
        </section>
      ))}
    </div>
  );
}

function ShowStoplight({ words, voice }: Props) {
  return (
    <ul className="show-lights">
      {coloursAsHung.map((colour) => (
        <li key={colour}>
          <ColourMark colour={colour} size={84} />
          <span>
            <span className="show-light-word">
              {words.say(`colours.${colour}`)}
              <Dutch text={words.second?.(`colours.${colour}`)} />
            </span>
            <Both words={words} of={`stoplight.${colour}.${voice}`} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function ShowThermometer({ words, voice }: Props) {
  const { say } = words.tool;
  return (
    <div className="show-thermo">
      <p>
        <Both words={words} of={`thermometer.temperature.${voice}`} />
      </p>
      <Thermometer
        label={say("thermometer.title")}
        value={null}
        layout="turning"
        ends={endsOf({ words, of: "thermometer.temperature" })}
      />
    </div>
  );
}

const steps: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** A scale to point at: nothing that is pointed at is kept. */
function ShowScale(props: EndsProps) {
  const ends = endsOf(props);
  return (
    <div className="show-scale">
      <div className="show-scale-steps" aria-hidden="true">
        {steps.map((step) => (
          <span key={step}>{step}</span>
        ))}
      </div>
      <p className="show-ends">
        <span>{ends.low}</span>
        <span>{ends.high}</span>
      </p>
    </div>
  );
}

/** What asks nothing of its own when a tool is only shown: follow-ups, and what differs by level. */
const isShown = (item: Item): boolean =>
  !item.after && !item.perLevel && !item.shows && item.input !== "dateTime";

/** Has this tool these words in the language that is shown? */
const hasWords = ({ instrument, words }: Props, key: string): boolean =>
  words.i18n.exists(`familyTools:${instrument.id}.${key}`, { lng: words.language });

const shownItems = (props: Props, group: Group): readonly Item[] =>
  group.items.filter((item) => isShown(item) && hasWords(props, `${item.id}.${props.voice}`));

type GroupProps = Props & { readonly group: Group };

function ShowItems({ group, ...props }: GroupProps) {
  const { instrument, voice, words, worker } = props;
  return (
    <ul className="show-items">
      {shownItems(props, group).map((item) => (
        <li key={item.id}>
          <Both words={words} of={`${instrument.id}.${item.id}.${voice}`} values={{ worker }} />
          {inputOf(group, item) === "score" && hasWords(props, `${item.id}.low`) && (
            <ShowScale words={words} of={`${instrument.id}.${item.id}`} />
          )}
        </li>
      ))}
    </ul>
  );
}

function ShowGroup({ group, ...props }: GroupProps) {
  if (shownItems(props, group).length === 0) return null;
  return (
    <section className="stack">
      {hasWords(props, `groups.${group.id}`) && (
        <h2>
          <Both words={props.words} of={`${props.instrument.id}.groups.${group.id}`} />
        </h2>
      )}
      <ShowItems {...props} group={group} />
    </section>
  );
}

/** Examples only after a tap: first come somebody's own words. */
function ShowExamples({ groups, ...props }: Props & { readonly groups: readonly Group[] }) {
  const shown = groups.filter((group) => shownItems(props, group).length > 0);
  const [first] = shown;
  if (!first) return null;
  return (
    <Disclosure title={<Both words={props.words} of={`${props.instrument.id}.groups.${first.id}`} />}>
      <div className="stack">
        {shown.map((group) => (
          <ShowItems key={group.id} {...props} group={group} />
        ))}
      </div>
    </Disclosure>
  );
}

const pictures: { readonly [tool: string]: (props: Props) => ReactNode } = {
  "signs-of-safety": ShowMap,
  stoplight: ShowStoplight,
  thermometer: ShowThermometer,
};

/** One tool, large, as the family reads it. It is given no case file: there is no answer that it could show. */
export function ShowTool(props: Props) {
  const { instrument, voice } = props;
  const Picture = pictures[instrument.id];
  if (Picture) return <Picture {...props} />;
  const groups = groupsFor(instrument, voice);
  const examples = groups.filter((group) => group.kind === "example");
  return (
    <div className="stack-l stack">
      {groups
        .filter((group) => group.kind !== "example")
        .map((group) => (
          <ShowGroup key={fields.choice(group.id)} {...props} group={group} />
        ))}
      <ShowExamples {...props} groups={examples} />
    </div>
  );
}
