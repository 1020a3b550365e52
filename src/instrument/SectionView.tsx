import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { fields, type Group, type GroupKind } from "../domain/instrument.ts";
import { Notice } from "../ui/Notice.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { Examples } from "./Examples.tsx";
import { ChoiceOfOne, NothingElse, OtherLines, TicksOf } from "./GroupControl.tsx";
import { WorkerItem } from "./ItemExtras.tsx";
import { runPlace } from "./place.ts";
import { RowsView } from "./RowsView.tsx";
import { type Section, textsOf } from "./sections.ts";
import { Explained, TermScope, TermsAfter } from "./Terms.tsx";
import { scoreOf } from "./values.ts";
import type { ItemProps, View } from "./view.ts";
import "./instrument.css";

export type SectionProps = View & {
  readonly section: Section;
  /** Drawn instead of a group's items, by its kind: the map is a board of its own. */
  readonly drawn?: { readonly [K in GroupKind]?: (group: Group) => ReactNode };
  /** What is said above the section, with its terms explained there. */
  readonly heading?: string | undefined;
};

/** A section of an instrument on a worker's screen. */
export function SectionView(props: SectionProps) {
  const { section, words, heading } = props;
  const isPair = section.groups.length > 1;
  const examples = section.groups.filter((group) => group.kind === "example");
  const rest = section.groups.filter((group) => group.kind !== "example");
  const home = rest[0];
  return (
    <TermScope texts={textsOf(section, words)} before={heading === undefined ? [] : [heading]}>
      <div className="stack stack-l">
        {rest.map((group) => (
          <section key={group.id} className="stack">
            {isPair && rest.length > 1 && (
              <h2 className="section-title">
                <Explained text={words.group(group)} />
              </h2>
            )}
            <GroupView {...props} group={group} examples={group === home ? examples : []} />
          </section>
        ))}
        {section.dimension && <Weighing {...props} dimension={section.dimension} />}
      </div>
    </TermScope>
  );
}

type GroupViewProps = SectionProps & { readonly group: Group; readonly examples: readonly Group[] };

function GroupView(props: GroupViewProps) {
  const { group, section, drawn, examples } = props;
  const own = drawn?.[group.kind];
  if (own) return own(group);
  if (group.rows) return <RowsView {...props} rowGroups={section.rowGroups} examples={examples} />;
  const offered = <TermsAfter texts={group.items.map((item) => props.words.item(item))} />;
  if (group.single) {
    return (
      <>
        <ChoiceOfOne {...props} isLabelHidden />
        {offered}
        {group.other && <OtherLines {...props} />}
      </>
    );
  }
  if (group.kind === "option" || group.kind === "option-derived") {
    return (
      <>
        <TicksOf {...props} isLabelHidden />
        {offered}
        {group.other && <OtherLines {...props} />}
      </>
    );
  }
  if (group.kind === "fact") return <Facts {...props} />;
  return (
    <>
      <div className="worker-items">
        {group.items.map((item) => (
          <AskedItem key={item.id} {...props} item={item} />
        ))}
      </div>
      {examples.length > 0 && <TakenExamples {...props} />}
      {group.other && <OtherLines {...props} />}
      {group.evidence && <NothingElse {...props} />}
    </>
  );
}

/** A follow-up shows once there is something to follow. */
function AskedItem(props: ItemProps) {
  const { host, item } = props;
  const followed = item.after ? host.value(fields.answer(item.after)) : undefined;
  if (item.after && scoreOf(followed) === null && typeof followed !== "string") return null;
  const n = typeof followed === "number" || typeof followed === "string" ? followed : undefined;
  return <WorkerItem {...props} n={n} />;
}

function Facts({ group, words }: GroupViewProps) {
  return (
    <ul className="fact-lines">
      {group.items.map((item) => (
        <li key={item.id}>
          <p>
            <Explained text={words.item(item)} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function TakenExamples(props: GroupViewProps) {
  const { host, group, examples } = props;
  const item = group.items.find((one) => one.input === "longText" || one.input === undefined);
  if (!item) return null;
  return (
    <Examples
      {...props}
      groups={examples}
      take={(text) => runPlace(host, fields.answer(item.id)).write(text)}
    />
  );
}

/** Worries and good points of one dimension, weighed together in the worker's own words. */
function Weighing({ host, dimension }: SectionProps & { readonly dimension: string }) {
  const { t } = useTranslation("tools");
  const text = host.useText(fields.weighing(dimension));
  return (
    <TextArea label={t("weighing")} rows={2} value={text.value} onValue={text.onValue} onDone={text.onDone} />
  );
}

/** What an instrument says of itself where it is used: green says nothing about safety, stress is no measure. */
export function ToolNote({ text }: { readonly text: string }) {
  return <Notice>{text}</Notice>;
}
