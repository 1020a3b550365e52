import { Choice } from "../ui/Choice.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { Ticks } from "../ui/Ticks.tsx";
import type { Named } from "./host.ts";
import { idsOf } from "./values.ts";
import { type InputProps, labelled } from "./view.ts";

/**
 * Whom a question may name: who looks after a child is an adult, and not the one who goes away. Who was named among
 * the parents stays in sight, also where it was done before that was asked of them alone.
 */
function namedFor({ host, item, place }: InputProps): readonly Named[] {
  if (item.adults) return host.people.filter((one) => !one.isChild && one.id !== host.key.about);
  if (!item.parents) return host.people;
  const chosen = idsOf(place.value);
  return host.people.filter((one) => one.isParent || chosen.includes(one.id));
}

const optionsFor = (props: InputProps) =>
  namedFor(props).map(({ id, name }) => ({ value: id as string, label: name }));

/** One person. Few are shown at once; many stand in the device's own list. */
export function PersonInput(props: InputProps) {
  const { place, words, size, item } = props;
  const options = optionsFor(props);
  const value = typeof place.value === "string" ? place.value : null;
  if (item.adults) return <AdultInput {...props} />;
  if (options.length > 6 && size === "tap") {
    return (
      <Select
        {...labelled(props)}
        options={options}
        value={value}
        onPick={place.write}
        placeholder={words.say("none")}
      />
    );
  }
  return <PersonChoice {...props} />;
}

function PersonChoice(props: InputProps) {
  const { place } = props;
  const value = typeof place.value === "string" ? place.value : null;
  return (
    <Choice
      {...labelled(props)}
      layout="row"
      options={optionsFor(props)}
      value={value}
      onPick={(picked) => place.write(picked === value ? null : picked)}
    />
  );
}

/** Somebody of the family, or a name: who catches a child need not stand among the people. */
function AdultInput(props: InputProps) {
  const { place, words } = props;
  const text = place.useText();
  const isNamed = namedFor(props).some(({ id }) => id === place.value);
  return (
    <div className="stack">
      <PersonChoice {...props} />
      <TextField
        grows
        label={words.say("somebodyElse")}
        value={isNamed ? "" : text.value}
        onValue={text.onValue}
        onDone={text.onDone}
      />
      <Worries {...props} chosen={typeof place.value === "string" ? [place.value] : []} />
    </div>
  );
}

export function PersonsInput(props: InputProps) {
  return props.item.adults ? (
    <AdultsInput {...props} />
  ) : (
    <PersonTicks {...props} options={optionsFor(props)} />
  );
}

type TicksProps = InputProps & {
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

function PersonTicks(props: TicksProps) {
  const { place, options } = props;
  const values = idsOf(place.value);
  return (
    <Ticks
      {...labelled(props)}
      layout="row"
      options={options}
      values={values}
      onTick={(id, isTicked) => {
        const rest = values.filter((one) => one !== id);
        const next = isTicked ? [...rest, id] : rest;
        place.write(next.length > 0 ? next : null);
      }}
    />
  );
}

/** Adults of the family, and names that were added: each stands among them, ticked, once it is written. */
function AdultsInput(props: InputProps) {
  const { place, host, words } = props;
  const chosen = idsOf(place.value);
  const known = optionsFor(props);
  const added = chosen
    .filter((id) => !known.some(({ value }) => value === id))
    .map((id) => ({ value: id, label: host.people.find((one) => one.id === id)?.name ?? id }));
  const text = host.useSomebodyElse(place.field);
  return (
    <div className="stack">
      <PersonTicks {...props} options={[...known, ...added]} />
      <TextField
        grows
        label={words.say("somebodyElse")}
        value={text.value}
        onValue={text.onValue}
        onDone={text.onDone}
      />
      <Worries {...props} chosen={chosen} />
    </div>
  );
}

/** Worries about somebody are named to workers only: a family's screen knows of none. */
function Worries({ host, words, chosen }: InputProps & { readonly chosen: readonly string[] }) {
  const worrying = host.people.filter(({ id, hasWorries }) => hasWorries && chosen.includes(id));
  return worrying.map(({ id, name }) => (
    <Notice key={id} tone="caution" live="status">
      {words.worriesAbout(name)}
    </Notice>
  ));
}
