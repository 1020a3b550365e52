import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import type { Seen } from "../../src/domain/entry.ts";
import type { DeviceId } from "../../src/domain/ids.ts";
import { missingOf } from "../../src/domain/missing.ts";
import { emptyHead, type LogName } from "../../src/protocol/logs.ts";
import type { Stands } from "../../src/store/ledger.ts";
import { createWriter, diskSubject, type Sealed } from "./ledgers.ts";
import { family, openDevice } from "./parts.ts";

const log: LogName = { agency: "ab".repeat(16), kind: "entries", case: family };
const everybody: Stands = () => true;

let subject: Awaited<ReturnType<typeof diskSubject>>;
let other: Awaited<ReturnType<typeof createWriter>>;
let colleague: typeof other;

beforeEach(async () => {
  subject = await diskSubject(true);
  other = await createWriter(subject.vault);
  colleague = await createWriter(subject.vault, family, "third");
  return () => subject.close();
});

const keep = (rows: readonly Sealed[], stands = everybody) =>
  subject.ledger.keepEntries(
    log,
    rows.map(({ bytes }, at) => ({ seq: at + 1, receivedAt: 5, bytes })),
    emptyHead,
    stands,
  );

/** As the screen shows it, as it is read from the disk, and as it is read from the cache. */
async function missing(): Promise<readonly (readonly [string, number])[]> {
  const { device, vault } = subject;
  const shown = [...missingOf(await device.journal.open(family))];
  const again = openDevice(device.database.name, vault);
  expect([...missingOf(await again.journal.open(family))]).toEqual(shown);
  await device.journal.writeCaches();
  again.journal.forget();
  expect([...missingOf(await again.journal.open(family))]).toEqual(shown);
  again.close();
  await device.caches.casefiles.clear();
  return shown;
}

test("what a colleague had seen and the relay left out shows as missing, and no longer once it has come", async () => {
  const withheld = [await other.seal("one"), await other.seal("two")];
  await keep(withheld.slice(0, 1));
  await subject.write("mine");
  expect(await missing()).toEqual([]);
  await keep([await colleague.seal("said", undefined, [[other.device as DeviceId, 2]])]);
  expect(await missing()).toEqual([[other.device, 1]]);
  await subject.write("more");
  expect(await missing()).toEqual([[other.device, 1]]);
  await keep(withheld);
  expect(await missing()).toEqual([]);
});

test("what this device has not seen itself is not claimed to have been seen", async () => {
  await keep([await other.seal("one"), await other.seal("two")], (_, n) => n < 2);
  await subject.write("mine");
  const end = await subject.device.journal.lastArrived(family);
  const [mine] = await subject.device.journal.history(family, end + 1, 1);
  expect(mine?.entry.seen).toEqual([[other.device, 1]]);
});

test("what is kept here and does not count is not missing: of somebody who was taken out, or of another's number", async () => {
  const one = await other.seal("one");
  const two = await other.seal("two");
  const says = await colleague.seal("said", undefined, [[other.device as DeviceId, 2]]);
  await keep([one, two, says], (device, n) => device !== other.device || n < 2);
  expect(await missing()).toEqual([]);
  await subject.ledger.judgeAnew(family, everybody);
  expect(await missing()).toEqual([]);
  await subject.ledger.judgeAnew(family, (device) => device !== other.device);
  expect(await missing()).toEqual([]);
  await subject.ledger.judgeAnew(family, everybody);
  await subject.ledger.holdBack(family, [{ id: two.id, why: "fork" }]);
  expect(await missing()).toEqual([]);
});

test("whoever claims nonsense to have been seen raises no alarm", async () => {
  const seen = [
    [7, 8],
    [other.device, -1],
    [colleague.device, 1.5],
  ] as unknown as Seen;
  await keep([await colleague.seal("said", undefined, seen)]);
  expect(await missing()).toEqual([]);
  expect(await subject.words(["said"])).toEqual(["said"]);
});
