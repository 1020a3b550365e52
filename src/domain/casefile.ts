import { type Means, type Seen, sameValue, type Value } from "./entry.ts";
import type { CaseId, DeviceId, EntryId, RecordId } from "./ids.ts";

/**
 * The case file is what the entries of one family add up to: `fold.ts` says how. Here is what it holds, and how it is
 * read.
 */

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
  /** What each device had seen of the others when it wrote that one: see `missing.ts`. */
  readonly seen: ReadonlyMap<DeviceId, Seen>;
  /** The highest `n` of each device among what is kept here and does not count. The store says so, not the fold. */
  readonly aside: ReadonlyMap<DeviceId, number>;
  /** Entries that ask for a newer version of the program: kept, and passed over. */
  readonly unread: readonly EntryId[];
  /** How many entries this adds up. */
  readonly folded: number;
};

export function emptyCaseFile(caseId: CaseId): CaseFile {
  return {
    case: caseId,
    records: new Map(),
    lamport: 0,
    counts: new Map(),
    seen: new Map(),
    aside: new Map(),
    unread: [],
    folded: 0,
  };
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
