import fc from "fast-check";
import { type CaseFile, emptyCaseFile, existsField, overAt, removalOf } from "../../src/domain/casefile.ts";
import { type Entry, readerVersion, type Value } from "../../src/domain/entry.ts";
import { foldInto } from "../../src/domain/fold.ts";
import type { CaseId, DeviceId, EntryId, RecordId } from "../../src/domain/ids.ts";

/** Histories as they happen: devices write what they see, and see what has reached them, in whatever order. */

export const theCase = "case" as CaseId;
export const deviceCount = 4;
export const records = ["r1", "r2", "r3"] as RecordId[];
export const places = ["a", "b", "order"];

type Step =
  | { readonly do: "write"; device: number; record: number; fields: number[]; value: number }
  | { readonly do: "remove"; device: number; record: number }
  | { readonly do: "strange"; device: number; record: number; fields: number[]; value: number }
  | { readonly do: "sync"; device: number; to: number; share: number };

const device = fc.nat(deviceCount - 1);
const record = fc.nat(records.length - 1);
const chosenFields = fc.uniqueArray(fc.nat(places.length - 1), { minLength: 1, maxLength: 2 });

/** Few records, few places, few values: the writes meet each other. */
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("write" as const),
      device,
      record,
      fields: chosenFields,
      value: fc.nat(3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("remove" as const), device, record }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("strange" as const),
      device,
      record,
      fields: chosenFields,
      value: fc.nat(3),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("sync" as const),
      device,
      to: device,
      share: fc.integer({ min: 30, max: 100 }),
    }),
  },
);

export type History = {
  readonly entries: readonly Entry[];
  /** What each author had seen when writing. */
  readonly seen: ReadonlyMap<EntryId, ReadonlySet<EntryId>>;
  /** What has reached each device at the end. */
  readonly held: readonly ReadonlySet<EntryId>[];
};

type Device = { file: CaseFile; ids: Set<EntryId>; n: number; readonly isNewer: boolean };

/** One device has the next version of the program: it reads what the others pass over, and writes over it. */
const asNewer = (entry: Entry): Entry => ({ ...entry, reader: readerVersion });

/** Ids whose order has nothing to do with the order of writing. */
const idOf = (count: number): EntryId =>
  ((Math.imul(count + 1, 2654435761) >>> 0).toString(16).padStart(8, "0") + count) as EntryId;

function take(one: Device, arriving: readonly Entry[]): void {
  one.file = foldInto(one.file, one.isNewer ? arriving.map(asNewer) : arriving, (id) => one.ids.has(id));
  for (const entry of arriving) one.ids.add(entry.id);
}

function opsOf(one: Device, action: Exclude<Step, { do: "sync" }>): Entry["ops"] {
  const target = records[action.record] ?? ("r1" as RecordId);
  const set = (field: string, value: Value) => ({
    kind: "set" as const,
    record: target,
    field,
    value,
    over: overAt(one.file, target, field),
  });
  if (action.do === "remove") return [set(existsField, removalOf(one.file, target))];
  const births = one.file.records.has(target) ? [] : [set(existsField, "thing")];
  return [...births, ...action.fields.map((field) => set(places[field] ?? "a", action.value))];
}

export function play(steps: readonly Step[]): History {
  const devices = Array.from(
    { length: deviceCount },
    (_, i): Device => ({ file: emptyCaseFile(theCase), ids: new Set(), n: 0, isNewer: i === 0 }),
  );
  const entries: Entry[] = [];
  const seen = new Map<EntryId, ReadonlySet<EntryId>>();
  for (const action of steps) {
    const one = devices[action.device];
    if (!one) continue;
    if (action.do === "sync") {
      // A partition lets part through: which entries is decided by their ids, not by their age.
      const other = devices[action.to];
      const isSent = (entry: Entry): boolean =>
        one.ids.has(entry.id) && Number.parseInt(entry.id.slice(0, 4), 16) % 100 < action.share;
      if (other && other !== one) take(other, entries.filter(isSent));
      continue;
    }
    const isNothing =
      action.do === "remove" && !one.file.records.has(records[action.record] ?? ("r1" as RecordId));
    if (isNothing) continue;
    one.n += 1;
    const author = `w${action.device}` as RecordId;
    const entry: Entry = {
      id: idOf(entries.length),
      case: theCase,
      device: `d${action.device}` as DeviceId,
      n: one.n,
      reader: action.do === "strange" ? readerVersion + 1 : readerVersion,
      lamport: one.file.lamport + 1,
      wall: 1_700_000_000_000 - entries.length,
      zone: 60,
      author,
      voice: author,
      means: "self",
      intent: action.do,
      seen: [...one.file.counts],
      ops: opsOf(one, action),
    };
    entries.push(entry);
    seen.set(entry.id, new Set(one.ids));
    take(one, [entry]);
  }
  return { entries, seen, held: devices.map((one) => one.ids) };
}

export const history: fc.Arbitrary<History> = fc.array(step, { minLength: 8, maxLength: 60 }).map(play);

/** An order of arrival: the entries shuffled, some of them several times. */
export const arrivals = (entries: readonly Entry[]): fc.Arbitrary<readonly Entry[]> =>
  entries.length === 0
    ? fc.constant([])
    : fc
        .tuple(
          fc.shuffledSubarray([...entries], { minLength: entries.length }),
          fc.array(fc.tuple(fc.nat(entries.length - 1), fc.nat(2 * entries.length)), { maxLength: 12 }),
        )
        .map(([order, repeats]) => {
          const all = [...order];
          for (const [which, where] of repeats) {
            const again = entries[which];
            if (again) all.splice(where % (all.length + 1), 0, again);
          }
          return all;
        });

/** Everything that a case file says, awaited entries included, in one order whatever the order of arrival was. */
export function canonical(file: CaseFile): unknown {
  const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
    a < b ? -1 : 1;
  return {
    case: file.case,
    lamport: file.lamport,
    folded: file.folded,
    counts: [...file.counts].sort(byKey),
    seen: [...file.seen].sort(byKey).map(([device, others]) => [device, [...others].sort(byKey)]),
    unread: file.unread,
    records: [...file.records]
      .sort(byKey)
      .map(([id, fields]) => [
        id,
        [...fields].sort(byKey).map(([field, { heads, awaited }]) => [field, heads, awaited]),
      ]),
  };
}

/** Folds one by one, as entries come in from an exchange. */
export function foldOneByOne(entries: readonly Entry[], from = emptyCaseFile(theCase)): CaseFile {
  let file = from;
  const arrived = new Set<EntryId>();
  for (const entry of entries) {
    file = foldInto(file, [entry], (id) => arrived.has(id));
    arrived.add(entry.id);
  }
  return file;
}

export const foldAll = (entries: readonly Entry[]): CaseFile => foldInto(emptyCaseFile(theCase), entries);
