import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  type CaseFile,
  conflictsOf,
  emptyCaseFile,
  existsField,
  headsAt,
  isAlive,
  isRemovedAndWritten,
  kindOf,
  overAt,
  placeAt,
  recordsOf,
  removalOf,
  valueAt,
} from "../../src/domain/casefile.ts";
import { packCaseFile, unpackCaseFile } from "../../src/domain/casefilePack.ts";
import { type Entry, type Op, readerVersion, type Value } from "../../src/domain/entry.ts";
import { foldInto, foldVersion } from "../../src/domain/fold.ts";
import type { DeviceId, EntryId, RecordId } from "../../src/domain/ids.ts";
import { arrivals, canonical, foldAll, foldOneByOne, history, theCase } from "./histories.ts";

/** Hundreds of runs take their time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const runs = { numRuns: 600 };

/** Through the cache, as the device does it: packed, as text, and back. */
const throughCache = (file: CaseFile): CaseFile | undefined =>
  unpackCaseFile(JSON.parse(JSON.stringify(packCaseFile(file))));

const written = (file: CaseFile): string => JSON.stringify(canonical(file));

/** All writes of a place in the entries that this version reads. */
function writesByPlace(entries: readonly Entry[]): Map<string, { entry: Entry; op: Op }[]> {
  const found = new Map<string, { entry: Entry; op: Op }[]>();
  for (const entry of entries.filter((one) => one.reader <= readerVersion)) {
    for (const op of entry.ops) {
      const place = `${op.record} ${op.field}`;
      found.set(place, [...(found.get(place) ?? []), { entry, op }]);
    }
  }
  return found;
}

const hasAwaited = (file: CaseFile): boolean =>
  [...file.records.values()].some((record) => [...record.values()].some((place) => place.awaited.length > 0));

describe("the fold of histories of four devices with partitions", () => {
  test("the generator makes what the tests below are about", () => {
    const count = {
      overUnread: 0,
      conflicts: 0,
      removedAndWritten: 0,
      removed: 0,
      unread: 0,
      settled: 0,
      apart: 0,
    };
    fc.assert(
      fc.property(history, ({ entries, held }) => {
        const file = foldAll(entries);
        if (conflictsOf(file).length > 0) count.conflicts += 1;
        if ([...file.records.keys()].some((id) => isRemovedAndWritten(file, id)))
          count.removedAndWritten += 1;
        if ([...file.records.keys()].some((id) => !isAlive(file, id))) count.removed += 1;
        if (file.unread.length > 0) count.unread += 1;
        const strange = new Set(file.unread);
        if (
          hasAwaited(file) &&
          entries.some((one) => one.ops.some((op) => op.over.some((id) => strange.has(id))))
        )
          count.overUnread += 1;
        if (entries.some((entry) => entry.ops.some((op) => op.over.length > 1))) count.settled += 1;
        if (held.some((ids) => ids.size < entries.length)) count.apart += 1;
      }),
      { ...runs, seed: 20260118 },
    );
    expect(count.conflicts).toBeGreaterThan(runs.numRuns / 4);
    expect(count.removedAndWritten).toBeGreaterThan(runs.numRuns / 50);
    expect(count.removed).toBeGreaterThan(runs.numRuns / 50);
    expect(count.overUnread).toBeGreaterThan(runs.numRuns / 20);
    expect(count.unread).toBeGreaterThan(runs.numRuns / 4);
    expect(count.settled).toBeGreaterThan(runs.numRuns / 10);
    expect(count.apart).toBeGreaterThan(runs.numRuns / 2);
  });

  const arriving = history.chain((one) => arrivals(one.entries).map((order) => ({ ...one, order })));

  test("any order of arrival and any repeats add up to the same case file", () => {
    let reordered = 0;
    let repeated = 0;
    fc.assert(
      fc.property(arriving, ({ entries, order }) => {
        if (order.some((entry, i) => entry !== entries[i])) reordered += 1;
        if (order.length > entries.length) repeated += 1;
        const expected = canonical(foldAll(entries));
        expect(canonical(foldAll(order))).toEqual(expected);
        expect(canonical(foldOneByOne(order))).toEqual(expected);
      }),
      runs,
    );
    expect(Math.min(reordered, repeated)).toBeGreaterThan(runs.numRuns / 2);
  });

  test("what stands in a place is exactly what nobody has replaced there, so nothing unseen is lost", () => {
    fc.assert(
      fc.property(arriving, ({ entries, order, seen }) => {
        const file = foldAll(order);
        for (const [place, writes] of writesByPlace(entries)) {
          const [record = "", field = ""] = place.split(" ");
          const replaced = new Set(writes.flatMap(({ op }) => op.over));
          const standing = writes.map(({ entry }) => entry.id).filter((id) => !replaced.has(id));
          const heads = (placeAt(file, record as RecordId, field)?.heads ?? []).map((head) => head.entry);
          expect([...heads].sort()).toEqual(standing.sort());
          for (const id of replaced) {
            const by = writes.filter(({ op }) => op.over.includes(id));
            expect(by.every(({ entry }) => seen.get(entry.id)?.has(id))).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  test("a device that has seen everything writes over all versions, and no conflict is left there", () => {
    fc.assert(
      fc.property(history, ({ entries }) => {
        const file = foldAll(entries);
        for (const { record, field } of conflictsOf(file).filter((one) => one.field !== existsField)) {
          const settled = foldInto(
            file,
            [entryOf("settling", [set(record, field, "settled", overAt(file, record, field))])],
            (id) => entries.some((entry) => entry.id === id),
          );
          expect(headsAt(settled, record, field).map((head) => head.value)).toEqual(["settled"]);
        }
      }),
      runs,
    );
  });

  test("fold(cache(A), B) = fold(A and B) at every cut, through packing and JSON", () => {
    let insideAwaited = 0;
    fc.assert(
      fc.property(arriving, ({ order }) => {
        const whole = written(foldAll(order));
        for (let cut = 0; cut <= order.length; cut += 1) {
          const before = order.slice(0, cut);
          const arrived = new Set(before.map((entry) => entry.id));
          const half = foldAll(before);
          const cached = throughCache(half);
          if (!cached) throw new Error("the cache of this version was refused");
          if (hasAwaited(half)) insideAwaited += 1;
          const rest = foldInto(cached, order.slice(cut), (id) => arrived.has(id));
          // Compared as text, tens of thousands of times; told apart only where they differ.
          if (written(cached) !== written(half)) expect(canonical(cached)).toEqual(canonical(half));
          if (written(rest) !== whole) expect(canonical(rest)).toEqual(canonical(foldAll(order)));
        }
      }),
      { numRuns: 500 },
    );
    expect(insideAwaited).toBeGreaterThan(500);
  });

  test("what this version can't read is kept, passed over, and counts after an update", () => {
    let mattered = 0;
    fc.assert(
      fc.property(arriving, ({ entries, order }) => {
        const now = foldAll(order);
        const strange = entries.filter((entry) => entry.reader > readerVersion);
        expect(now.unread).toEqual(strange.map((entry) => entry.id).sort());
        const readable = entries.filter((entry) => entry.reader <= readerVersion);
        for (const [place, writes] of writesByPlace(readable)) {
          const [record = "", field = ""] = place.split(" ");
          const known = new Set(writes.map(({ entry }) => entry.id));
          const heads = placeAt(now, record as RecordId, field)?.heads ?? [];
          expect(heads.every((head) => known.has(head.entry))).toBe(true);
        }
        // A version that knows the ops folds the same entries from the journal: a newer reader, stood in for here.
        const updated = foldAll(order.map((entry) => ({ ...entry, reader: readerVersion })));
        expect(updated.unread).toEqual([]);
        expect(updated.folded).toBe(now.folded);
        const waited = JSON.stringify(canonical({ ...now, unread: [] }));
        if (JSON.stringify(canonical(updated)) !== waited) mattered += 1;
      }),
      runs,
    );
    expect(mattered).toBeGreaterThan(runs.numRuns / 4);
  });

  test("clocks that are wrong by years, each in its own direction, change nothing but the evidence of when", () => {
    const withoutWall = (file: CaseFile): string =>
      JSON.stringify(canonical(file), (key, value) => (key === "wall" ? 0 : value));
    const years = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(arriving, fc.array(years, { minLength: 4, maxLength: 4 }), ({ entries, order }, off) => {
        const wrong = order.map((entry) => {
          const by = off[Number(entry.device.slice(1))] ?? 0;
          return { ...entry, wall: entry.wall + by * 31_557_600_000 };
        });
        const [right, other] = [foldAll(entries), foldAll(wrong)];
        expect(withoutWall(other)).toBe(withoutWall(right));
        expect(conflictsOf(other).map(({ record, field }) => [record, field])).toEqual(
          conflictsOf(right).map(({ record, field }) => [record, field]),
        );
      }),
      { numRuns: 500 },
    );
  });

  test("every reader that walks the records says the same whatever the order of arrival", () => {
    fc.assert(
      fc.property(arriving, ({ entries, order }) => {
        const [one, other] = [foldAll(entries), foldAll(order)];
        expect(recordsOf(other, "thing")).toEqual(recordsOf(one, "thing"));
        expect(conflictsOf(other)).toEqual(conflictsOf(one));
      }),
      runs,
    );
  });

  test("folding leaves the given case file as it was", () => {
    fc.assert(
      fc.property(history, ({ entries }) => {
        const half = foldAll(entries.slice(0, entries.length / 2));
        const before = JSON.stringify(canonical(half));
        foldInto(half, entries.slice(entries.length / 2));
        expect(JSON.stringify(canonical(half))).toBe(before);
      }),
      runs,
    );
  });
});

const author = "w" as RecordId;
const record = "r" as RecordId;

function entryOf(id: string, ops: readonly Op[], more: Partial<Entry> = {}): Entry {
  return {
    id: id as EntryId,
    case: theCase,
    device: "d" as DeviceId,
    n: 1,
    reader: readerVersion,
    lamport: 1,
    wall: 0,
    zone: 0,
    author,
    voice: author,
    means: "self",
    intent: "written",
    ops,
    ...more,
  };
}

function set(of: RecordId, field: string, value: Value, over: readonly EntryId[] = []): Op {
  return { kind: "set", record: of, field, value, over };
}

describe("two people who have not seen each other", () => {
  const born = entryOf("0", [set(record, existsField, "goal"), set(record, "text", "first")]);
  const marit = entryOf("1", [set(record, "text", "oma", [born.id])], { lamport: 2 });
  const youssef = entryOf("2", [set(record, "text", "Loes", [born.id])], { lamport: 2 });

  test("both values are kept, the same one first on every device", () => {
    const one = foldAll([born, marit, youssef]);
    const other = foldAll([youssef, born, marit]);
    expect(headsAt(one, record, "text").map((head) => head.value)).toEqual(["Loes", "oma"]);
    expect(headsAt(other, record, "text")).toEqual(headsAt(one, record, "text"));
    expect(conflictsOf(one).map(({ field }) => field)).toEqual(["text"]);
  });

  test("equal values settle themselves, and the next write replaces both", () => {
    const same = entryOf("2", [set(record, "text", "oma", [born.id])], { lamport: 2 });
    const file = foldAll([born, marit, same]);
    expect(headsAt(file, record, "text")).toHaveLength(1);
    expect(conflictsOf(file)).toEqual([]);
    expect(overAt(file, record, "text")).toEqual([marit.id, same.id]);
  });

  test("two values that JSON writes in another order of keys are equal", () => {
    const a = entryOf("1", [set(record, "text", { x: 1, y: [2] }, [born.id])], { lamport: 2 });
    const b = entryOf("2", [set(record, "text", { y: [2], x: 1 }, [born.id])], { lamport: 2 });
    expect(conflictsOf(foldAll([born, a, b]))).toEqual([]);
  });

  test("an order of cards settles by the later hand, and is no conflict", () => {
    const one = entryOf("1", [set(record, "order", 3)], { lamport: 5 });
    const two = entryOf("2", [set(record, "order", 7)], { lamport: 4 });
    const file = foldAll([born, two, one]);
    expect(valueAt(file, record, "order")).toBe(3);
    expect(conflictsOf(file)).toEqual([]);
  });

  test("no clock chooses: the value of a tablet that is years behind or ahead stands beside the other", () => {
    const behind = { ...marit, wall: 0 };
    const ahead = { ...youssef, wall: 4_102_444_800_000 };
    expect(headsAt(foldAll([born, behind, ahead]), record, "text")).toHaveLength(2);
    expect(headsAt(foldAll([born, behind, ahead]), record, "text").map((head) => head.entry)).toEqual(
      headsAt(foldAll([born, { ...behind, wall: 1 }, { ...ahead, wall: 0 }]), record, "text").map(
        (head) => head.entry,
      ),
    );
  });
});

describe("removal against writing", () => {
  const born = entryOf("0", [set(record, existsField, "goal"), set(record, "text", "first")]);
  const seen = foldAll([born]);
  const removal = entryOf(
    "1",
    [set(record, existsField, removalOf(seen, record), overAt(seen, record, existsField))],
    {
      lamport: 2,
    },
  );
  const edit = entryOf("2", [set(record, "text", "second", [born.id])], { lamport: 2 });

  test("a record whose every value the remover had seen is gone, and still says what it was", () => {
    const file = foldAll([born, removal]);
    expect(isAlive(file, record)).toBe(false);
    expect(recordsOf(file, "goal")).toEqual([]);
    expect(kindOf(file, record)).toBe("goal");
  });

  test("what somebody wrote without having seen the removal keeps the record alive, as a conflict", () => {
    for (const order of [
      [born, removal, edit],
      [edit, removal, born],
    ]) {
      const file = foldAll(order);
      expect(isAlive(file, record)).toBe(true);
      expect(isRemovedAndWritten(file, record)).toBe(true);
      expect(conflictsOf(file).map(({ field }) => field)).toEqual([existsField]);
      expect(recordsOf(file, "goal")).toEqual([record]);
    }
  });

  test("removing again, with the edit seen, removes it; putting it back is a write as any other", () => {
    const both = foldAll([born, removal, edit]);
    const again = entryOf(
      "3",
      [set(record, existsField, removalOf(both, record), overAt(both, record, existsField))],
      {
        lamport: 3,
      },
    );
    const gone = foldAll([born, removal, edit, again]);
    expect(isAlive(gone, record)).toBe(false);
    const back = entryOf("4", [set(record, existsField, "goal", overAt(gone, record, existsField))], {
      lamport: 4,
    });
    const file = foldAll([born, removal, edit, again, back]);
    expect(isAlive(file, record)).toBe(true);
    expect(isRemovedAndWritten(file, record)).toBe(false);
  });

  test("a removal that arrives before what it removes waits for it", () => {
    const file = foldAll([removal]);
    expect(placeAt(file, record, existsField)?.awaited).toEqual([born.id]);
    expect(isAlive(foldAll([removal, born]), record)).toBe(false);
  });
});

describe("the cache", () => {
  test("of an older or a newer version of the fold is refused, and the case is rebuilt", () => {
    const pack = packCaseFile(foldAll([entryOf("0", [set(record, "text", "x")])]));
    expect(unpackCaseFile({ ...pack, fold: foldVersion - 1 })).toBeUndefined();
    expect(unpackCaseFile({ ...pack, fold: foldVersion + 1 })).toBeUndefined();
    expect(unpackCaseFile(pack)).toBeDefined();
  });

  test("keeps any value, visit and audience as it was", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.boolean(), (value, withMore) => {
        const more = withMore ? { visit: "v" as RecordId, audience: ["p", "q"] as RecordId[] } : {};
        const file = foldAll([entryOf("0", [set(record, "text", JSON.parse(JSON.stringify(value)))], more)]);
        const cached = throughCache(file);
        expect(cached && canonical(cached)).toEqual(canonical(file));
      }),
      runs,
    );
  });

  test("an entry that can't be read leaves its place waiting, whichever of the two came first", () => {
    const strange = entryOf("s", [set(record, "text", "?")], { reader: readerVersion + 1 });
    const over = entryOf("o", [set(record, "text", "known", [strange.id])], { lamport: 2, n: 2 });
    expect(canonical(foldAll([strange, over]))).toEqual(canonical(foldAll([over, strange])));
    expect(placeAt(foldAll([strange, over]), record, "text")?.awaited).toEqual([strange.id]);
  });

  test("an op of a kind that this version does not know makes the whole entry wait", () => {
    const strange = entryOf("s", [
      set(record, "text", "half"),
      { ...set(record, "text2", "?"), kind: "merge" } as unknown as Op,
    ]);
    const file = foldInto(emptyCaseFile(theCase), [strange]);
    expect(file.unread).toEqual([strange.id]);
    expect(file.records.size).toBe(0);
    expect(file.folded).toBe(1);
  });
});
