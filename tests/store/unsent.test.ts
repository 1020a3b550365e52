import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { emptyHead, type LogName } from "../../src/protocol/logs.ts";
import type { HeldBack } from "../../src/store/ledger.ts";
import { createWriter, diskSubject } from "./ledgers.ts";
import { family } from "./parts.ts";

const log: LogName = { agency: "ab".repeat(16), kind: "entries", case: family };

let subject: Awaited<ReturnType<typeof diskSubject>>;

beforeEach(async () => {
  subject = await diskSubject(false);
  return () => subject.close();
});

const unsent = async (count = 100) =>
  (await subject.device.journal.unsentOf(family, count)).map(({ why, entry }) => [entry?.ops[0]?.value, why]);

const hold = (id: string, why: HeldBack["why"]) => subject.ledger.holdBack(family, [{ id, why }]);

test("what waits to be sent stands in order, and no longer once the relay has it", async () => {
  const [one] = [await subject.write("one"), await subject.write("two")];
  expect(await unsent()).toEqual([
    ["one", undefined],
    ["two", undefined],
  ]);
  expect(await unsent(1)).toEqual([["one", undefined]]);
  await subject.ledger.acknowledge(log, [{ id: one, receivedAt: 5 }], { ...emptyHead, seq: 1 });
  expect(await unsent()).toEqual([["two", undefined]]);
});

test("what the relay did not take comes first, each with why; what it keeps apart as late comes last", async () => {
  const ids = [];
  for (const word of ["one", "two", "three", "four", "five"]) ids.push(await subject.write(word));
  await hold(ids[1] ?? "", "fork");
  await hold(ids[2] ?? "", "late");
  await hold(ids[3] ?? "", "too-large");
  const held = [
    ["two", "fork"],
    ["four", "too-large"],
  ];
  const waiting = [
    ["one", undefined],
    ["five", undefined],
  ];
  expect(await unsent()).toEqual([...held, ...waiting, ["three", "late"]]);
  expect(await unsent(2)).toEqual(held);
  expect(await unsent(4)).toEqual([...held, ...waiting]);
  expect(await subject.ledger.unsentCount(family)).toBe(4);
});

test("what was said anew under another name is not named, nor is another family's", async () => {
  await hold(await subject.write("one"), "sealed-anew");
  expect(await unsent()).toEqual([]);
  expect(await subject.device.journal.unsentOf("ee".repeat(16) as typeof family, 10)).toEqual([]);
});

test("what does not open is named all the same", async () => {
  const other = await createWriter(subject.vault);
  const { bytes, id } = await other.seal("one");
  await subject.device.journal.receive(family, [bytes]);
  await subject.vault.session()?.removeCase(family);
  expect(await subject.device.journal.unsentOf(family, 10)).toEqual([
    { id, why: undefined, entry: undefined },
  ]);
  await subject.vault.session()?.addCase(family);
});
