import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RecordId } from "../../domain/ids.ts";
import type { Group, Item } from "../../domain/instrument.ts";
import { isFamily, type Person, peopleOf } from "../../domain/people.ts";
import { isAnswered } from "../../domain/run.ts";
import type { RunHost } from "../../instrument/host.ts";
import { WorkerItem } from "../../instrument/ItemExtras.tsx";
import { Explained, TermScope } from "../../instrument/Terms.tsx";
import { scoreOf, valueText } from "../../instrument/values.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Opened } from "./opened.ts";
import { voicesFor } from "./subjects.ts";
import { Trend } from "./Trend.tsx";

const scales = [
  { id: "safety", family: "safety-score-family", professional: "safety-score-professional" },
  { id: "progress", family: "progress-score-family", professional: "progress-score-professional" },
] as const;

const groupOf = ({ instrument }: Opened, item: string): Group | undefined =>
  instrument.groups.find((group) => group.items.some((one) => one.id === item));

const followUpsOf = ({ instrument }: Opened, item: string): readonly { group: Group; item: Item }[] =>
  instrument.groups.flatMap((group) =>
    group.items.filter((one) => one.after === item).map((one) => ({ group, item: one })),
  );

const familyOf = ({ file, instrument }: Opened): readonly Person[] =>
  peopleOf(file).filter((person) => isFamily(person) && instrument.voices.includes(person.voice));

type RatersProps = { readonly opened: Opened; readonly isFirst: boolean };

/**
 * The scales of safety and progress: everybody for themselves, the family and the worker side by side, never an
 * average. On a first visit no number for safety is suggested to the family.
 */
export function Raters({ opened, isFirst }: RatersProps) {
  const { t } = useTranslation("tools");
  const [isShown, setShown] = useState(false);
  return (
    <div className="stack stack-l">
      {scales.map((scale) => {
        const isHeldBack = isFirst && scale.id === "safety" && !isShown;
        return (
          <section key={scale.id} className="stack" aria-labelledby={`scale-${scale.id}`}>
            <h2 id={`scale-${scale.id}`}>
              <Explained text={t(`raters.${scale.id}`)} />
            </h2>
            <TermScope
              texts={textsIn(opened, [scale.family, scale.professional])}
              before={[t(`raters.${scale.id}`)]}
            >
              <Rater opened={opened} item={scale.professional} />
              {isHeldBack ? (
                <Notice actions={<Button onClick={() => setShown(true)}>{t("raters.showAnyway")}</Button>}>
                  {t("raters.firstVisit")}
                </Notice>
              ) : (
                familyOf(opened).map((person) => (
                  <Rater key={person.id} opened={opened} item={scale.family} person={person} />
                ))
              )}
            </TermScope>
            <Trend
              file={opened.file}
              label={t(`trend.${scale.id}`)}
              instrument={opened.instrument.id}
              items={[scale.family, scale.professional]}
              about={opened.about.id}
            />
          </section>
        );
      })}
    </div>
  );
}

const textsIn = ({ words }: Opened, items: readonly string[]): readonly string[] =>
  items.map((id) => words.item({ id }));

type RaterProps = { readonly opened: Opened; readonly item: string; readonly person?: Person };

/** One person's number, what it means, and what one higher needs. Folded, so that nobody reads another's over the table. */
function Rater({ opened, item: id, person }: RaterProps) {
  const { worker } = opened;
  const words = opened.wordsFor(person?.voice ?? "worker");
  const group = groupOf(opened, id);
  const item = group?.items.find((one) => one.id === id);
  if (!group || !item) return null;
  const host = opened.hostFor(group, person ?? { id: worker.id, voice: "worker" });
  return (
    <Disclosure
      title={person ? person.name : worker.name}
      aside={<Given host={host} words={words} group={group} item={item} />}
    >
      <RatedItems opened={opened} host={host} group={group} item={item} {...(person ? { person } : {})} />
    </Disclosure>
  );
}

type GivenProps = { host: RunHost; words: Opened["words"]; group: Group; item: Item };

function Given({ host, words, group, item }: GivenProps) {
  const { t } = useTranslation("tools");
  const value = host.value(item.id);
  if (isAnswered(value)) return <Chip>{valueText(value, { host, words, group, item })}</Chip>;
  // That there was a number before, and not which: it is read where somebody opens it.
  const isGivenBefore = host.earlier(item.id).some(({ run }) => run.voice === host.key.voice);
  return <Chip>{t(isGivenBefore ? "raters.notThisTime" : "notFilledIn")}</Chip>;
}

function RatedItems({
  opened,
  host,
  group,
  item,
  person,
}: {
  readonly opened: Opened;
  readonly host: RunHost;
  readonly group: Group;
  readonly item: Item;
  readonly person?: { readonly id: RecordId; readonly voice: "parent" | "child" };
}) {
  const words = opened.wordsFor(person?.voice ?? "worker");
  const score = scoreOf(host.value(item.id));
  const view = { words, size: "tap" } as const;
  return (
    <div className="stack">
      <WorkerItem {...view} host={host} group={group} item={item} />
      {score !== null &&
        followUpsOf(opened, item.id).map((follow) => (
          <WorkerItem
            key={follow.item.id}
            {...view}
            host={person ? opened.hostFor(follow.group, person) : host}
            group={follow.group}
            item={follow.item}
            n={score}
          />
        ))}
    </div>
  );
}

/** Scaling questions about one goal: everybody's own number, with what goes with it, and the line over time. */
export function ScalingTool({ opened }: { readonly opened: Opened }) {
  const { t } = useTranslation("tools");
  const { file, about, instrument } = opened;
  const plain = opened.wordsFor("worker");
  const scale = groupOf(opened, "goal-score");
  const item = scale?.items[0];
  const anchors = instrument.groups.find((group) => group.id === "anchors");
  const others = instrument.groups.find((group) => group.id === "other-scale-questions");
  if (!scale || !item) return null;
  return (
    <div className="stack stack-l">
      {anchors && (
        <ul className="fact-lines">
          {anchors.items.map((one) => (
            <li key={one.id}>
              <p>
                <Explained text={plain.item(one)} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <div className="stack">
        {voicesFor(file, instrument, about.id).map((person) => {
          const host = opened.hostFor(scale, person);
          const words = opened.wordsFor(person.voice);
          return (
            <Disclosure
              key={person.id}
              title={person.name}
              aside={<Given host={host} words={words} group={scale} item={item} />}
            >
              <RatedItems opened={opened} host={host} group={scale} item={item} person={person} />
              {others?.items.map((one) => (
                <WorkerItem key={one.id} host={host} words={words} size="tap" group={others} item={one} />
              ))}
            </Disclosure>
          );
        })}
      </div>
      <Trend
        file={file}
        label={t("trend.goal")}
        instrument={instrument.id}
        items={["goal-score"]}
        about={about.id}
      />
    </div>
  );
}
