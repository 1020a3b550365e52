import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { foldInto } from "../../src/domain/fold.ts";
import type { DeviceId, EntryId } from "../../src/domain/ids.ts";
import { missingOf } from "../../src/domain/missing.ts";
import {
  arrivals,
  canonical,
  deviceCount,
  foldAll,
  foldOneByOne,
  type History,
  history,
} from "./histories.ts";

/** Hundreds of runs take their time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const runs = { numRuns: 400 };

/** Of each device the first so many have come: a relay hands out each one's in order. */
const partly = history.chain((one) =>
  fc.array(fc.nat(4), { minLength: deviceCount, maxLength: deviceCount }).chain((upTo) => {
    const come = one.entries.filter(({ device, n }) => n <= (upTo[Number(device.slice(1))] ?? 0));
    return arrivals(come).map((order) => ({ ...one, come, order }));
  }),
);

/** Counted one by one: what is not here, up to the last one that the author of anything here had before it. */
function withheldFrom({ entries, seen }: History, come: History["entries"]): Map<DeviceId, number> {
  const here = new Set<EntryId>(come.map(({ id }) => id));
  const known = new Set<EntryId>(come.flatMap(({ id }) => [...(seen.get(id) ?? [])]));
  const last = new Map<DeviceId, number>();
  for (const { id, device, n } of entries) {
    if (known.has(id)) last.set(device, Math.max(n, last.get(device) ?? 0));
  }
  const missing = new Map<DeviceId, number>();
  for (const { id, device, n } of entries) {
    if (!here.has(id) && n <= (last.get(device) ?? 0)) missing.set(device, (missing.get(device) ?? 0) + 1);
  }
  return missing;
}

const sorted = (map: ReadonlyMap<DeviceId, number>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

test("what a colleague had seen and did not come is counted by device, in whatever order the rest came", () => {
  let withheld = 0;
  fc.assert(
    fc.property(partly, ({ come, order, ...one }) => {
      const expected = sorted(withheldFrom(one, come));
      if (expected.length > 0) withheld += 1;
      expect(sorted(missingOf(foldAll(order)))).toEqual(expected);
      expect(sorted(missingOf(foldOneByOne(order)))).toEqual(expected);
      expect(canonical(foldOneByOne(order))).toEqual(canonical(foldAll(come)));
    }),
    runs,
  );
  expect(withheld).toBeGreaterThan(runs.numRuns / 8);
});

test("once all has come nothing is missing", () => {
  fc.assert(
    fc.property(partly, ({ entries, come, order }) => {
      const here = new Set(come.map(({ id }) => id));
      expect(missingOf(foldInto(foldAll(order), entries, (id) => here.has(id)))).toEqual(new Map());
    }),
    runs,
  );
});

test("what is kept here and does not count is not missing", () => {
  fc.assert(
    fc.property(partly, ({ entries, order }) => {
      const aside = new Map<DeviceId, number>();
      for (const { device, n } of entries) aside.set(device, Math.max(n, aside.get(device) ?? 0));
      expect(missingOf({ ...foldAll(order), aside })).toEqual(new Map());
    }),
    runs,
  );
});
