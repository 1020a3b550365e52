import { type Entry, type Means, type Op, readerVersion, sameValue, type Value } from "./entry.ts";
import type { CaseId, DeviceId, EntryId, RecordId } from "./ids.ts";

/**
 * The case file is what the entries of one family add up to. It is a function of the set of entries: neither the
 * order of arrival nor repeats change it. A newer `foldVersion` makes every cache of an older one be rebuilt.
 */
export const foldVersion = 1;

/** A value that nobody has replaced, with where it came from. */
export type Head = {
  readonly entry: EntryId;
  readonly value: Value;
  readonly lamport: number;
  readonly wall: number;
  readonly author: RecordId;
  readonly voice: RecordId;
  readonly means: Means;
  readonly visit?: RecordId;
  readonly audience?: readonly RecordId[];
};

/** One head is the normal case. Several: people wrote without having seen each other, and all are kept. */
export type PlaceState = {
  readonly heads: readonly Head[];
  /** Entries that are replaced here and have not arrived yet, or can't be read yet. */
  readonly awaited: readonly EntryId[];
};

export type CaseRecord = ReadonlyMap<string, PlaceState>;

export type CaseFile = {
  readonly case: CaseId;
  readonly records: ReadonlyMap<RecordId, CaseRecord>;
  /** The highest Lamport number seen: the next entry is one more. */
  readonly lamport: number;
  /** The highest `n` seen of each device. */
  readonly counts: ReadonlyMap<DeviceId, number>;
  /** Entries that ask for a newer version of the program: kept, and passed over. */
  readonly unread: readonly EntryId[];
  /** How many entries this adds up. */
  readonly folded: number;
};

export function emptyCaseFile(caseId: CaseId): CaseFile {
  return { case: caseId, records: new Map(), lamport: 0, counts: new Map(), unread: [], folded: 0 };
}

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
    counts.set(entry.device, Math.max(counts.get(entry.device) ?? 0, entry.n));
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
  return { case: file.case, records, lamport, counts, unread, folded: file.folded + here.size };
}

/** The field that says of what kind a record is. Every record is born with it. */
export const existsField = "exists";

/**
 * Two orders of cards written apart are no conflict between people: the later by (lamport, id) stands. An order is a
 * number; words in a field of that name ("in welke volgorde") are words.
 */
const settlesByOrder = (field: string, heads: readonly Head[]): boolean =>
  field === "order" && heads.every((head) => typeof head.value === "number");

export function placeAt(file: CaseFile, record: RecordId, field: string): PlaceState | undefined {
  return file.records.get(record)?.get(field);
}

/** Every value that stands in a place, the latest first. Equal values count as one, and an order settles itself. */
export function headsAt(file: CaseFile, record: RecordId, field: string): readonly Head[] {
  const heads = placeAt(file, record, field)?.heads ?? [];
  if (heads.length < 2) return heads;
  if (settlesByOrder(field, heads)) return heads.slice(0, 1);
  return heads.filter((head, i) => heads.findIndex((other) => sameValue(other.value, head.value)) === i);
}

/** The standing value with its origin; of several the latest by (lamport, id), on which every device agrees. */
export function headAt(file: CaseFile, record: RecordId, field: string): Head | undefined {
  return placeAt(file, record, field)?.heads[0];
}

export function valueAt(file: CaseFile, record: RecordId, field: string): Value | undefined {
  return headAt(file, record, field)?.value;
}

/** A text of a record, or "" where there is none or where something else stands. */
export function textAt(file: CaseFile, record: RecordId, field: string): string {
  const value = valueAt(file, record, field);
  return typeof value === "string" ? value : "";
}

/** What an op must name as replaced: every head now standing there. */
export function overAt(file: CaseFile, record: RecordId, field: string): readonly EntryId[] {
  return (placeAt(file, record, field)?.heads ?? []).map((head) => head.entry).sort();
}

type Removal = { readonly kind: string; readonly gone: readonly EntryId[] };

const isRemoval = (value: Value | undefined): value is Removal =>
  typeof value === "object" && value !== null && "gone" in value && Array.isArray(value.gone);

/**
 * The value that removes a record when written to its `exists`: it names every head that its author had seen.
 * A head that it does not name was written by somebody who had not seen the removal, and keeps the record alive.
 */
export function removalOf(file: CaseFile, record: RecordId): Value {
  const gone = new Set<EntryId>();
  for (const [field, state] of file.records.get(record) ?? []) {
    if (field !== existsField) for (const head of state.heads) gone.add(head.entry);
  }
  return { kind: kindOf(file, record) ?? "", gone: [...gone].sort() };
}

/** The kind of a record (`person`, `visit`, `goal` …), also of one that has been removed. */
export function kindOf(file: CaseFile, record: RecordId): string | undefined {
  const value = valueAt(file, record, existsField);
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null && "kind" in value && typeof value.kind === "string") {
    return value.kind;
  }
  return undefined;
}

/** Does the record stand? Yes, until a removal has named all that was written in it. */
export function isAlive(file: CaseFile, record: RecordId): boolean {
  const places = file.records.get(record);
  if (!places) return false;
  const births = places.get(existsField)?.heads ?? [];
  const gone = new Set<EntryId>();
  for (const { value } of births) {
    if (!isRemoval(value)) return true;
    for (const id of value.gone) gone.add(id);
  }
  for (const [field, state] of places) {
    if (field !== existsField && state.heads.some((head) => !gone.has(head.entry))) return true;
  }
  return false;
}

/** Was the record removed by somebody while another, not having seen that, went on writing in it? */
export function isRemovedAndWritten(file: CaseFile, record: RecordId): boolean {
  const births = placeAt(file, record, existsField)?.heads ?? [];
  return births.some((head) => isRemoval(head.value)) && isAlive(file, record);
}

function byKind(file: CaseFile): ReadonlyMap<string, readonly RecordId[]> {
  const found = new Map<string, { readonly id: RecordId; readonly born: number }[]>();
  for (const id of file.records.keys()) {
    const kind = kindOf(file, id);
    if (kind === undefined || !isAlive(file, id)) continue;
    const births = placeAt(file, id, existsField)?.heads ?? [];
    const one = { id, born: Math.min(...births.map((head) => head.lamport)) };
    const known = found.get(kind);
    if (known) known.push(one);
    else found.set(kind, [one]);
  }
  const sorted = [...found].map(([kind, ones]) => {
    const ids = ones.sort((a, b) => a.born - b.born || (a.id < b.id ? -1 : 1)).map((one) => one.id);
    return [kind, ids] as const;
  });
  return new Map(sorted);
}

/** A case file never changes, so its records are sorted by kind once: rules ask for them hundreds of times. */
const kinds = new WeakMap<CaseFile, ReadonlyMap<string, readonly RecordId[]>>();

/** All living records of a kind, in the order of their writing: (lamport, id), the same on every device. */
export function recordsOf(file: CaseFile, kind: string): readonly RecordId[] {
  const known = kinds.get(file) ?? byKind(file);
  kinds.set(file, known);
  return known.get(kind) ?? [];
}

export type Conflict = { readonly record: RecordId; readonly field: string; readonly heads: readonly Head[] };

/**
 * Places where people wrote without having seen each other and mean different things, by record and field: the same
 * list on every device.
 */
export function conflictsOf(file: CaseFile): readonly Conflict[] {
  const found: Conflict[] = [];
  for (const [record, places] of file.records) {
    for (const [field, state] of places) {
      const heads = state.heads.length > 1 ? headsAt(file, record, field) : [];
      const isConflict = heads.length > 1 || (field === existsField && isRemovedAndWritten(file, record));
      if (isConflict && isAlive(file, record)) found.push({ record, field, heads: state.heads });
    }
  }
  const keyOf = ({ record, field }: Conflict): string => `${record} ${field}`;
  return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
