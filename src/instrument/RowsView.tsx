import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fields, type Group, type Item, voicesOf } from "../domain/instrument.ts";
import { isAnswered } from "../domain/run.ts";
import { Button } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Examples } from "./Examples.tsx";
import { ChoiceOfOne, TicksOf } from "./GroupControl.tsx";
import type { Row } from "./host.ts";
import { ItemControl } from "./ItemControl.tsx";
import { rowPlace } from "./place.ts";
import { RowTitle } from "./RowTitle.tsx";
import { rowChoiceOf, rowFieldOf } from "./rowFields.ts";
import { TermsAfter } from "./Terms.tsx";
import type { View } from "./view.ts";

type Props = View & {
  readonly group: Group;
  readonly rowGroups: readonly Group[];
  readonly examples?: readonly Group[];
};

/** A repeating group: its rows, each folded to a line, and a new one at the end. */
export function RowsView(props: Props) {
  const { host, group, words } = props;
  const { t } = useTranslation("tools");
  const rows = host.rows(group.id);
  const asked = group.items.filter((item) => !item.once).map((item) => words.item(item));
  const [opened, setOpened] = useState<string | null>(() => rows.find((row) => row.isHalfTyped)?.id ?? null);
  const [seen, setSeen] = useState(rows.length);
  const last = rows.at(-1);
  const mayAdd = group.items.some((item) => voicesOf(group, item).includes(host.voice));
  // The row that was just added opens by itself: it is there to be written in.
  if (rows.length !== seen) {
    setSeen(rows.length);
    if (rows.length > seen && last) setOpened(last.id);
  }
  return (
    <div className="stack">
      {rows.map((row, at) => (
        <Disclosure
          key={row.id}
          title={<RowTitle {...props} row={row} at={at} />}
          isOpen={opened === row.id}
          onToggle={(isOpen) => setOpened(isOpen ? row.id : null)}
        >
          <RowFields {...props} row={row} />
        </Disclosure>
      ))}
      {rows.length === 0 && <p className="soft">{t("rowsEmpty", { items: asked.join(" · ") })}</p>}
      {!mayAdd && <p className="soft">{words.say("chooseVoice")}</p>}
      <div>
        <Button
          disabled={!mayAdd}
          variant={rows.length === 0 ? "main" : "plain"}
          icon={<Plus aria-hidden="true" />}
          onClick={() => host.writeRow(group.id, undefined, {})}
        >
          {words.say("add")}
        </Button>
      </div>
      {group.items
        .filter((item) => item.once)
        .map((item) => (
          <ItemControl key={item.id} {...props} item={item} />
        ))}
    </div>
  );
}

function RowFields(props: Props & { readonly row: Row }) {
  const { host, group, rowGroups, row, words, examples = [], size } = props;
  const checks = rowGroups.filter((one) => one.kind === "yes-no");
  const rest = rowGroups.filter((one) => one.kind !== "yes-no");
  const first = group.items.find((item) => !item.once);
  return (
    <div className="stack stack-l">
      {group.items
        .filter((item) => !item.once)
        .map((item) => (
          <RowItem key={item.id} {...props} group={group} item={item} row={row} />
        ))}
      {examples.length > 0 && first && (
        <Examples
          {...props}
          groups={examples}
          take={(text) => host.writeRow(group.id, row.id, { [first.id]: text })}
        />
      )}
      {rest.map((one) => (
        <RowGroup key={one.id} {...props} of={one} />
      ))}
      {checks.map((one) => (
        <Disclosure
          key={one.id}
          look="plain"
          title={words.group(one)}
          aside={<Checked group={one} row={row} />}
        >
          <div className="stack">
            {one.items.map((item) => (
              <RowItem key={item.id} {...props} group={one} item={item} row={row} />
            ))}
          </div>
        </Disclosure>
      ))}
      <div>
        <Button variant={size === "tap" ? "quiet" : "plain"} onClick={() => host.removeRow(row.id)}>
          {words.say("remove")}
        </Button>
      </div>
    </div>
  );
}

function Checked({ group, row }: { readonly group: Group; readonly row: Row }) {
  const done = group.items.filter((item) => isAnswered(row.value(rowFieldOf(group, item)))).length;
  return (
    <Chip>
      {done}/{group.items.length}
    </Chip>
  );
}

function RowGroup(props: Props & { readonly of: Group; readonly row: Row }) {
  const { host, group, of, row } = props;
  const view = { ...props, group: of };
  if (of.single) {
    return (
      <ChoiceOfOne
        {...view}
        isLabelHidden={false}
        place={rowPlace(host, group.id, row.id, rowChoiceOf(of))}
      />
    );
  }
  if (of.kind === "option" || of.kind === "option-derived") {
    const placeOf = (id: string) => rowPlace(host, group.id, row.id, rowFieldOf(of, { id }));
    return (
      <div className="stack">
        <TicksOf {...view} isLabelHidden={false} placeOf={placeOf} />
        {of.other && <RowOther {...props} />}
      </div>
    );
  }
  return (
    <>
      {of.items.map((item) => (
        <RowItem key={item.id} {...props} group={of} item={item} rowsIn={group.id} row={row} />
      ))}
    </>
  );
}

/** One free line of a list in a row. */
function RowOther(props: Props & { readonly of: Group; readonly row: Row }) {
  const { host, group, of, row } = props;
  const item: Item = { id: fields.other(of.id, "1"), input: "text" };
  const words = { ...props.words, item: () => props.words.say("other") };
  return (
    <ItemControl
      {...props}
      words={words}
      size="tap"
      group={{ id: of.id, kind: "field", items: [] }}
      item={item}
      place={rowPlace(host, group.id, row.id, item.id)}
    />
  );
}

/** In a row several things are asked under each other: their labels show for a family too. */
function RowItem(props: View & { group: Group; item: Item; row: Row; rowsIn?: string }) {
  const { host, group, item, row } = props;
  const rowsIn = props.rowsIn ?? group.rowOf ?? group.id;
  if (item.shows) {
    const shown = host.shown?.(item.shows, row.id);
    if (!shown) return null;
    return (
      <div className="row row-between">
        <span>
          <span className="ui-field-label">{props.words.item(item)}</span>{" "}
          <span className="soft">{shown.text}</span>
        </span>
        <ButtonLink to={shown.to}>{props.words.say("change")}</ButtonLink>
      </div>
    );
  }
  return (
    <div>
      <ItemControl
        {...props}
        size="tap"
        group={group}
        place={rowPlace(host, rowsIn, row.id, rowFieldOf(group, item))}
      />
      {props.size === "tap" && <TermsAfter texts={[props.words.item(item)]} />}
    </div>
  );
}
