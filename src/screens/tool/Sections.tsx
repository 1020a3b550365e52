import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { type Group, type Item, inputOf } from "../../domain/instrument.ts";
import type { Finding } from "../../domain/rules/rule.ts";
import { SectionView } from "../../instrument/SectionView.tsx";
import {
  earlierIn,
  openIn,
  type Section,
  type SectionState,
  sectionTitle,
  stateOf,
} from "../../instrument/sections.ts";
import { Explained } from "../../instrument/Terms.tsx";
import type { Tone } from "../../ui/Chip.tsx";
import { TaskList } from "../../ui/TaskList.tsx";
import { DiaryTool } from "./DiaryTool.tsx";
import { Findings, isAbout, isNeeded } from "./Findings.tsx";
import { History } from "./History.tsx";
import { dayOf } from "./hostLines.ts";
import type { Opened } from "./opened.ts";
import { isInOnePiece, listed } from "./parts.ts";
import { Raters, ScalingTool } from "./Raters.tsx";
import { isFirstVisit } from "./subjects.ts";
import { ThermometerTool } from "./ThermometerTool.tsx";
import { Trend } from "./Trend.tsx";

const MapBoard = lazy(async () => ({ default: (await import("../../instrument/MapBoard.tsx")).MapBoard }));

type Props = {
  readonly opened: Opened;
  readonly shown: Section | undefined;
  readonly findings: readonly Finding[];
};

/** The parts of a tool: one that is open, all of a short one, or the list of them in any order. */
export function Sections({ opened, shown, findings }: Props) {
  const { instrument } = opened;
  if (shown) return <Part opened={opened} section={shown} findings={findings} />;
  // What is still needed stands above the tool already.
  const beside = findings.filter((one) => !isNeeded(one));
  if (instrument.id === "thermometer") {
    return (
      <>
        <Findings tool={instrument.id} findings={beside.filter((one) => one.items)} />
        <ThermometerTool opened={opened} />
      </>
    );
  }
  if (instrument.id === "scaling-questions") return <ScalingTool opened={opened} />;
  if (!isInOnePiece(opened)) return <Parts opened={opened} findings={findings} />;
  return (
    <>
      {listed(opened).map((section) => (
        <section key={section.id} className="stack">
          {listed(opened).length > 1 && (
            <h2>
              <Explained text={sectionTitle(section, opened.words)} />
            </h2>
          )}
          <Part opened={opened} section={section} findings={[]} />
        </section>
      ))}
      <Findings
        tool={instrument.id}
        findings={beside.filter((one) => listed(opened).some((section) => isAbout(section, one)))}
      />
      {instrument.id === "stoplight" && <History opened={opened} />}
      {instrument.id === "irritation-diary" && <DiaryTool opened={opened} />}
    </>
  );
}

const tones: { readonly [S in SectionState]: Tone } = {
  empty: "plain",
  busy: "accent",
  done: "good",
  read: "plain",
};

const noteOf = (notes: readonly string[]) => (notes.length > 0 ? { note: notes.join(" · ") } : {});

/** The sections as tasks: niet begonnen, bezig, klaar, in any order. */
function Parts({ opened, findings }: Omit<Props, "shown">) {
  const { t, i18n } = useTranslation("tools");
  const [, setQuery] = useSearchParams();
  const needed = findings.filter(isNeeded);
  const tasks = listed(opened).flatMap((section) => {
    const group = section.groups[0];
    if (!group) return [];
    const host = opened.hostFor(group);
    const state = stateOf(host, section);
    const open = openIn(host, section);
    // What an earlier visit answered stands beside the new answers, and is no beginning of them.
    const earlier = state === "empty" ? earlierIn(host, section) : undefined;
    return [
      {
        id: section.id,
        title: sectionTitle(section, opened.words),
        ...noteOf([
          ...(state === "busy" && open > 0 ? [t("parts.open", { n: open })] : []),
          ...(earlier ? [t("parts.earlier", { date: dayOf(earlier, i18n.language) })] : []),
          ...(needed.some((finding) => isAbout(section, finding)) ? [t("parts.needed")] : []),
        ]),
        // What was answered at another visit is begun; this time it is not.
        state: { label: t(earlier ? "raters.notThisTime" : `parts.${state}`), tone: tones[state] },
        onClick: () =>
          setQuery((now) => {
            now.set("section", section.id);
            return now;
          }),
      },
    ];
  });
  const { file, instrument, about } = opened;
  return (
    <>
      <TaskList label={opened.words.title} tasks={tasks} />
      {instrument.id === "signs-of-safety" && (
        <>
          <Trend
            file={file}
            label={t("trend.safety")}
            instrument={instrument.id}
            items={["safety-score-family", "safety-score-professional"]}
            about={about.id}
          />
          <Trend
            file={file}
            label={t("trend.progress")}
            instrument={instrument.id}
            items={["progress-score-family", "progress-score-professional"]}
            about={about.id}
          />
        </>
      )}
    </>
  );
}

/** What was marked from 0 to 10 more than once, or by several people: a line for each of these questions. */
function Courses({ opened, section }: { readonly opened: Opened; readonly section: Section }) {
  const { words, file, instrument, about } = opened;
  const scored = section.groups
    .filter((group) => !group.rows)
    .flatMap((group) => group.items.filter((item) => isScored(group, item)));
  return scored.map((item) => (
    <Trend
      key={item.id}
      file={file}
      label={words.item(item)}
      instrument={instrument.id}
      items={[item.id]}
      about={about.id}
    />
  ));
}

const isScored = (group: Group, item: Item): boolean =>
  group.kind === "goal" || (!item.perLevel && ["score", "level"].includes(inputOf(group, item) ?? ""));

type PartProps = Omit<Props, "shown"> & { readonly section: Section };

function Part({ opened, section, findings }: PartProps) {
  const { words, hostFor, instrument } = opened;
  const group = section.groups[0];
  if (!group) return null;
  const host = hostFor(group);
  const own = findings.filter((finding) => isAbout(section, finding));
  if (instrument.id === "signs-of-safety" && section.id === "scale-fields") {
    return <Raters opened={opened} isFirst={isFirstVisit(opened.file, opened.visit)} />;
  }
  const drawMap = (map: Group) => (
    <Suspense>
      <MapBoard host={host} words={words} size="tap" group={map} />
    </Suspense>
  );
  return (
    <>
      <SectionView
        host={host}
        words={words}
        size="tap"
        section={section}
        heading={sectionTitle(section, words)}
        drawn={{ "card-derived": drawMap }}
      />
      <Courses opened={opened} section={section} />
      <Findings tool={instrument.id} findings={own} />
    </>
  );
}
