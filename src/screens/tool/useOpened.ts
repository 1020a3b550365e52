import type { i18n } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { dayAt } from "../../commands/done.ts";
import type { Means } from "../../domain/entry.ts";
import { type RecordId, type RunKey, runId } from "../../domain/ids.ts";
import { type Group, type Instrument, spanOf, type Voice, voicesOf } from "../../domain/instrument.ts";
import { findingsOf } from "../../domain/rules/list.ts";
import type { Finding } from "../../domain/rules/rule.ts";
import { sectionsOf } from "../../instrument/sections.ts";
import { workerWords } from "../../instrument/words.ts";
import { useUndo } from "../casefile/useUndo.ts";
import type { Opened, ToolToOpen } from "./opened.ts";
import { isAnsweredByWorker, voicesFor } from "./subjects.ts";
import { createRunHost } from "./useRunHost.ts";

/** Words that an open tool speaks: its own, and those of the family where they are the clearest. */
export const toolNamespaces = [
  "tools",
  "instruments",
  "familyTools",
  "aspects",
  "rules",
  "warnings",
  "common",
] as const;

/**
 * What the rules say about what lies open: a tool may stand in several runs, the worker's own beside a person's, and a
 * map that goes on from visit to visit beside the rest. Each is said once.
 */
export function findingsIn({ file, instrument, hostFor }: Opened): readonly Finding[] {
  const now = new Date();
  const today = dayAt({ wall: now.getTime(), zone: -now.getTimezoneOffset() });
  const runs = new Map(
    instrument.groups.map((group) => {
      const { key } = hostFor(group);
      return [runId(file.case, key), key] as const;
    }),
  );
  const found = [...runs].flatMap(([id, key]) =>
    findingsOf({ file, instrument, run: { id, ...key }, today }),
  );
  const written = found.map((finding) => JSON.stringify(finding));
  return found.filter((_, at) => written.indexOf(written[at] ?? "") === at);
}

/** A tool with its hosts: one for each voice and span that its groups need. */
export function useOpened(props: ToolToOpen): Opened {
  const { file, instrument, visit, about, worker, write } = props;
  const { i18n } = useTranslation(toolNamespaces);
  const [query] = useSearchParams();
  const undo = useUndo(write, file.case);
  const voices = voicesFor(file, instrument, about.id);
  const asked = voices.find((one) => one.id === query.get("voice"));
  const person = asked ?? (isAnsweredByWorker(instrument) ? undefined : voices[0]);
  const { wordsFor } = useMemo(() => createWords(i18n, instrument), [i18n, instrument]);
  const words = wordsFor(person?.voice ?? "worker");
  const means = meansFrom(query.get("means"));
  const occasion = instrument.repeats ? (query.get("occasion") ?? undefined) : undefined;
  const keyFor = (group: Group, voice: RecordId): RunKey => ({
    instrument: instrument.id,
    about: about.id,
    voice,
    ...(visit && spanOf(instrument, group) === "visit" ? { visit } : {}),
    ...(occasion ? { occasion } : {}),
  });
  const hostFor: Opened["hostFor"] = (group, other = person) => {
    const isPersons = other && groupVoices(instrument, group).includes(other.voice);
    return createRunHost({
      file,
      instrument,
      key: keyFor(group, isPersons ? other.id : worker.id),
      voice: isPersons ? other.voice : "worker",
      means,
      visit,
      worker: worker.id,
      write: undo.write,
      i18n,
    });
  };
  const asking = person ? ([person.voice, "worker"] as const) : (["worker"] as const);
  const sections = sectionsOf(instrument, asking);
  return {
    ...props,
    write: undo.write,
    words,
    wordsFor,
    sections,
    person,
    means,
    undo,
    occasion,
    hostFor,
    keyFor,
  };
}

/** Made once for each way of asking: what is shown for the same words is then not drawn again. */
function createWords(i18n: i18n, instrument: Instrument): Pick<Opened, "wordsFor"> {
  const plain = workerWords(i18n, instrument);
  const childs = workerWords(i18n, instrument, "child");
  return { wordsFor: (voice) => (voice === "child" ? childs : plain) };
}

const groupVoices = (instrument: Instrument, group: Group): readonly Voice[] => {
  const own = instrument.groups.find((one) => one.id === group.id) ?? group;
  return own.items.flatMap((item) => [...voicesOf(own, item)]);
};

const meansFrom = (asked: string | null): Means =>
  asked === "self" || asked === "interpreter" || asked === "paper" ? asked : "told";
