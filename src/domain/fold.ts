import type { CaseFile, Head, PlaceState } from "./casefile.ts";
import { type Entry, type Op, readerVersion } from "./entry.ts";
import type { EntryId, RecordId } from "./ids.ts";

/**
 * The fold is a function of the set of entries: neither the order of arrival nor repeats change what they add up to.
 * A newer version makes every cache of an older one be rebuilt.
 */
export const foldVersion = 2;

const emptyPlace: PlaceState = { heads: [], awaited: [] };

const byLamportThenId = (a: Head, b: Head): number =>
  b.lamport - a.lamport || (a.entry < b.entry ? 1 : a.entry > b.entry ? -1 : 0);

/** Marks ids as replaced in a place: heads among them go, and those that have not arrived are awaited. */
function replace(
  state: PlaceState,
  over: readonly EntryId[],
  hasArrived: (id: EntryId) => boolean,
): PlaceState {
  if (over.length === 0) return state;
  const gone = new Set(over);
  const here = new Set(state.heads.map((head) => head.entry));
  const missing = over.filter((id) => !here.has(id) && !state.awaited.includes(id) && !hasArrived(id));
  return {
    heads: state.heads.filter((head) => !gone.has(head.entry)),
    awaited: missing.length > 0 ? [...state.awaited, ...missing].sort() : state.awaited,
  };
}

const headFrom = (entry: Entry, op: Op): Head => ({
  entry: entry.id,
  value: op.value,
  lamport: entry.lamport,
  wall: entry.wall,
  author: entry.author,
  voice: entry.voice,
  means: entry.means,
  ...(entry.visit ? { visit: entry.visit } : {}),
  ...(entry.audience ? { audience: entry.audience } : {}),
});

function foldOp(state: PlaceState, entry: Entry, op: Op, hasArrived: (id: EntryId) => boolean): PlaceState {
  const replaced = replace(state, op.over, hasArrived);
  if (replaced.awaited.includes(entry.id)) {
    return { heads: replaced.heads, awaited: replaced.awaited.filter((id) => id !== entry.id) };
  }
  const heads = [...replaced.heads, headFrom(entry, op)];
  return { heads: heads.length > 1 ? heads.sort(byLamportThenId) : heads, awaited: replaced.awaited };
}

const knownOps: ReadonlySet<string> = new Set(["set"]);

/** Can this version of the program fold the entry? If not it is kept, and counts after an update. */
export function isReadable(entry: Entry): boolean {
  return entry.reader <= readerVersion && entry.ops.every((op) => knownOps.has(op.kind));
}

/**
 * Folds entries into a case file and returns a new one; the given one is left as it is.
 * `hasArrived` says which entries were folded before this call: those are passed over, so repeats change nothing.
 */
export function foldInto(
  file: CaseFile,
  entries: Iterable<Entry>,
  hasArrived: (id: EntryId) => boolean = () => false,
): CaseFile {
  const records = new Map(file.records);
  const counts = new Map(file.counts);
  const seen = new Map(file.seen);
  // Records copied for this fold may be written in place: one tap copies one record, not the family.
  const owned = new Map<RecordId, Map<string, PlaceState>>();
  const here = new Set<EntryId>();
  const arrived = (id: EntryId): boolean => here.has(id) || hasArrived(id);
  let { lamport, unread } = file;
  // An entry that can't be read has left nothing in any place: it stays awaited, whichever came first.
  const counted = (id: EntryId): boolean => arrived(id) && !unread.includes(id);
  for (const entry of entries) {
    if (arrived(entry.id)) continue;
    lamport = Math.max(lamport, entry.lamport);
    if (entry.n > (counts.get(entry.device) ?? 0)) {
      counts.set(entry.device, entry.n);
      seen.set(entry.device, entry.seen ?? []);
    }
    if (!isReadable(entry)) unread = [...unread, entry.id].sort();
    else
      for (const op of entry.ops) {
        let record = owned.get(op.record);
        if (!record) {
          record = new Map(records.get(op.record));
          owned.set(op.record, record);
          records.set(op.record, record);
        }
        record.set(op.field, foldOp(record.get(op.field) ?? emptyPlace, entry, op, counted));
      }
    here.add(entry.id);
  }
  return { ...file, records, lamport, counts, seen, unread, folded: file.folded + here.size };
}
