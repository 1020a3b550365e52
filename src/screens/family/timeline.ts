import { accessIntent } from "../../commands/access.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import { existsField, kindOf } from "../../domain/casefile.ts";
import type { Entry, Op, Value } from "../../domain/entry.ts";
import type { EntryId, RecordId } from "../../domain/ids.ts";
import { runAt } from "../../domain/run.ts";
import { dayOfOrigin } from "../casefile/origin.ts";
import { isForReading } from "../casefile/placeWords.ts";
import { dayOf } from "../casefile/when.ts";

export const kinds = ["answers", "plan", "notes", "people", "visits", "changes"] as const;
export type Kind = (typeof kinds)[number];

const kindsOfIntents: { readonly [intent: string]: Kind } = {
  answered: "answers",
  annotated: "answers",
  markedDone: "answers",
  rowWritten: "answers",
  momentWritten: "answers",
  goalWritten: "plan",
  agreed: "plan",
  noted: "notes",
  cardLaid: "notes",
  cardMoved: "notes",
  childTalkNoted: "notes",
  personWritten: "people",
  familyOpened: "people",
  visitPlanned: "visits",
  visitBegun: "visits",
  visitFinished: "visits",
  toolLit: "visits",
};

/** What sort of writing an entry is; one of a newer version stands among the changes. */
export const kindOfEntry = (entry: Entry): Kind => kindsOfIntents[entry.intent] ?? "changes";

export type Filter = {
  readonly person: RecordId | null;
  readonly visit: RecordId | null;
  readonly kind: Kind | null;
};

/** Is the entry in this person's words, or about this person? */
function concerns(file: CaseFile, entry: Entry, person: RecordId): boolean {
  if (entry.voice === person || entry.author === person) return true;
  return entry.ops.some((op) => op.record === person || runAt(file, op.record)?.about === person);
}

/** That somebody looked says nothing about the family: it has a page of its own. */
export const isOfFamily = (entry: Entry): boolean => entry.intent !== accessIntent;

export const passes = (file: CaseFile, entry: Entry, { person, visit, kind }: Filter): boolean =>
  isOfFamily(entry) &&
  (person === null || concerns(file, entry, person)) &&
  (visit === null || entry.visit === visit || entry.ops.some((op) => op.record === visit)) &&
  (kind === null || kindOfEntry(entry) === kind);

const tolerance = 60 * 60_000;

/**
 * Entries whose device clock can't be right: later than now, or more than an hour before something that their author
 * had already seen. Such a time is shown with a mark; it never decides anything.
 */
export function doubtfulTimes(entries: readonly Entry[], now: number): ReadonlySet<EntryId> {
  const doubtful = new Set<EntryId>();
  const byAuthorship = [...entries].sort((a, b) => a.lamport - b.lamport);
  let latest = Number.NEGATIVE_INFINITY;
  for (const { id, wall } of byAuthorship) {
    if (wall > now + tolerance) doubtful.add(id);
    else if (wall < latest - tolerance) doubtful.add(id);
    else latest = Math.max(latest, wall);
  }
  return doubtful;
}

export type Day = { readonly day: string; readonly at: Date; readonly entries: readonly Entry[] };

/** By day, the newest first; within a day what was written last comes first. */
export function byDay(file: CaseFile, entries: readonly Entry[]): readonly Day[] {
  const days = new Map<string, { at: Date; entries: Entry[] }>();
  for (const entry of entries) {
    const at = dayOfOrigin(file, entry);
    const day = days.get(dayOf(at)) ?? { at, entries: [] };
    day.entries.push(entry);
    days.set(dayOf(at), day);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, { at, entries: here }]) => ({
      day,
      at,
      entries: here.sort((a, b) => b.lamport - a.lamport || (a.id < b.id ? 1 : -1)),
    }));
}

/** Entries that were written one after the other about the same thing, in the same words' way: read as one. */
export type Block = { readonly id: EntryId; readonly entries: readonly Entry[] };

const belongs = (a: Entry, b: Entry): boolean =>
  a.ops[0]?.record === b.ops[0]?.record &&
  a.voice === b.voice &&
  a.author === b.author &&
  a.means === b.means &&
  a.visit === b.visit;

export function inBlocks(entries: readonly Entry[]): readonly Block[] {
  const blocks: { id: EntryId; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const last = blocks.at(-1);
    const before = last?.entries.at(-1);
    if (last && before && belongs(before, entry)) last.entries.push(entry);
    else blocks.push({ id: entry.id, entries: [entry] });
  }
  return blocks;
}

/** The ops of an entry that say something to a reader: not its author's introduction, nor where a record hangs. */
export function opsToRead(file: CaseFile, entry: Entry): readonly Op[] {
  const said = entry.ops.filter(
    (op) =>
      isForReading(op.field) &&
      kindOf(file, op.record) !== "worker" &&
      !(op.field === existsField && typeof op.value === "string"),
  );
  // An entry that only made something is shown as that.
  return said.length > 0 ? said : entry.ops.filter((op) => kindOf(file, op.record) !== "worker").slice(0, 1);
}

/** What stood in the op's place before, as far as the entries that it replaced have been read. */
export function replacedBy(op: Op, known: ReadonlyMap<EntryId, Entry>): readonly Value[] {
  return op.over.flatMap((id) => {
    const before = known.get(id)?.ops.find((one) => one.record === op.record && one.field === op.field);
    return before && before.value !== null && before.value !== "" ? [before.value] : [];
  });
}
