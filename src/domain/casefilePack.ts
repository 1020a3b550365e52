import type { CaseFile, CaseRecord, Head, PlaceState } from "./casefile.ts";
import type { Means, Seen, Value } from "./entry.ts";
import { foldVersion } from "./fold.ts";
import type { CaseId, DeviceId, EntryId, RecordId } from "./ids.ts";

/**
 * A case file as plain JSON, for the sealed cache. Ids repeat in every head, so each stands once in a table and is
 * named by its number. JSON, because the browser's own parser opens it several times faster than any binary codec
 * in script does.
 */
export type PackedCaseFile = {
  readonly fold: number;
  readonly case: string;
  readonly lamport: number;
  readonly folded: number;
  readonly counts: PackedCounts;
  readonly seen: readonly (readonly [device: string, others: PackedCounts])[];
  readonly aside: PackedCounts;
  readonly unread: readonly string[];
  readonly ids: readonly string[];
  readonly records: readonly PackedRecord[];
};

type PackedCounts = readonly (readonly [device: string, n: number])[];
type PackedRecord = readonly [record: number, places: readonly PackedPlace[]];
type PackedPlace = readonly [field: number, heads: readonly PackedHead[], awaited?: readonly number[]];
type PackedHead = readonly [
  entry: number,
  value: Value,
  lamport: number,
  wall: number,
  author: number,
  voice: number,
  means: Means,
  visit: number,
  audience?: readonly number[],
];

export function packCaseFile(file: CaseFile): PackedCaseFile {
  const ids: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, ids.length);
    return ids.push(id) - 1;
  };
  const packHead = (head: Head): PackedHead => {
    const packed = [
      numberOf(head.entry),
      head.value,
      head.lamport,
      head.wall,
      numberOf(head.author),
      numberOf(head.voice),
      head.means,
      head.visit ? numberOf(head.visit) : -1,
    ] as const;
    return head.audience ? [...packed, head.audience.map(numberOf)] : packed;
  };
  const packPlace = ([field, state]: readonly [string, PlaceState]): PackedPlace => {
    const heads = state.heads.map(packHead);
    return state.awaited.length > 0
      ? [numberOf(field), heads, state.awaited.map(numberOf)]
      : [numberOf(field), heads];
  };
  const records = [...file.records].map(
    ([id, places]): PackedRecord => [numberOf(id), [...places].map(packPlace)],
  );
  return {
    fold: foldVersion,
    case: file.case,
    lamport: file.lamport,
    folded: file.folded,
    counts: [...file.counts],
    seen: [...file.seen],
    aside: [...file.aside],
    unread: file.unread,
    ids,
    records,
  };
}

const unpackCounts = (counts: PackedCounts): ReadonlyMap<DeviceId, number> =>
  new Map(counts.map(([device, n]) => [device as DeviceId, n]));

/** The case file of a pack, or `undefined` where it is of another version of the fold and must be rebuilt. */
export function unpackCaseFile(pack: PackedCaseFile): CaseFile | undefined {
  if (pack.fold !== foldVersion) return undefined;
  const idAt = (number: number): string => pack.ids[number] ?? "";
  // Thousands of heads: written field by field, which is quicker than spreading what may be absent.
  const unpackHead = (head: PackedHead): Head => {
    const unpacked: { -readonly [Key in keyof Head]: Head[Key] } = {
      entry: idAt(head[0]) as EntryId,
      value: head[1],
      lamport: head[2],
      wall: head[3],
      author: idAt(head[4]) as RecordId,
      voice: idAt(head[5]) as RecordId,
      means: head[6],
    };
    if (head[7] >= 0) unpacked.visit = idAt(head[7]) as RecordId;
    if (head[8]) unpacked.audience = head[8].map((number) => idAt(number) as RecordId);
    return unpacked;
  };
  const records = new Map<RecordId, CaseRecord>();
  for (const [record, places] of pack.records) {
    const unpacked = new Map<string, PlaceState>();
    for (const [field, heads, awaited] of places) {
      unpacked.set(idAt(field), {
        heads: heads.map(unpackHead),
        awaited: awaited ? awaited.map((number) => idAt(number) as EntryId) : [],
      });
    }
    records.set(idAt(record) as RecordId, unpacked);
  }
  return {
    case: pack.case as CaseId,
    records,
    lamport: pack.lamport,
    counts: unpackCounts(pack.counts),
    seen: new Map(pack.seen.map(([device, others]) => [device as DeviceId, others as Seen])),
    aside: unpackCounts(pack.aside),
    unread: pack.unread as readonly EntryId[],
    folded: pack.folded,
  };
}
