import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { valueAt } from "../../src/domain/casefile.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { emptyHead, type LogName } from "../../src/protocol/logs.ts";
import { chainAfter } from "../../src/protocol/runningHash.ts";
import { encodeSealed } from "../../src/protocol/sealedEntry.ts";
import { bundledFrom } from "../../src/store/bundles.ts";
import { createDiskLedger } from "../../src/store/diskLedger.ts";
import { decodeSealed } from "../protocol/judgeSealed.ts";
import { createFaults } from "./faults.ts";
import { createWriter, diskSubject, place, type Sealed } from "./ledgers.ts";
import { family, openDevice } from "./parts.ts";

const entriesLog: LogName = { agency: "aa".repeat(16), kind: "entries", case: family };
const words = Array.from({ length: bundledFrom + 5 }, (_, at) => `word-${at}`);
const everybody = () => true;

let subject: Awaited<ReturnType<typeof diskSubject>>;
let entries: readonly Sealed[];

/** What a relay hands out, page by page. */
async function hear(ledger: typeof subject.ledger, pages: readonly (readonly Sealed[])[]): Promise<void> {
  let end = emptyHead;
  for (const page of pages) {
    const rows = page.map(({ id, bytes }) => {
      end = { seq: end.seq + 1, chain: chainAfter(end.chain, id) };
      return { seq: end.seq, receivedAt: 1, bytes };
    });
    await ledger.keepEntries(entriesLog, rows, end, everybody);
  }
}

const inTwoPages = () => [entries.slice(0, bundledFrom), entries.slice(bundledFrom)];

const rowsOnDisk = () => subject.device.database.entries.orderBy("[case+arrived]").toArray();
const bundles = () => subject.device.database.bundles.count();

beforeEach(async () => {
  subject = await diskSubject(false);
  const other = await createWriter(subject.vault);
  const sealed: Sealed[] = [];
  for (const word of words) sealed.push(await other.seal(word));
  entries = sealed;
});

afterEach(() => subject.close());

test("many entries of a new family are kept a page to a row, and a few of one row by row", async () => {
  await hear(subject.ledger, inTwoPages());
  expect(await rowsOnDisk()).toEqual([]);
  expect(await bundles()).toBe(2);
  const few = await diskSubject(false);
  await hear(few.ledger, [entries.slice(0, bundledFrom - 1)]);
  expect(await few.device.database.entries.count()).toBe(bundledFrom - 1);
  expect(await few.device.database.bundles.count()).toBe(0);
  await few.close();
});

test("a family is read from its bundles, and laid out in a quiet moment as if it had come one by one", async () => {
  const oneByOne = await diskSubject(false, undefined, 1_000);
  await hear(oneByOne.ledger, inTwoPages());
  await hear(subject.ledger, inTwoPages());
  const file = await subject.device.journal.open(family as CaseId);
  expect(words.filter((word) => valueAt(file, place(word).record, word) === word)).toEqual(words);
  expect(await bundles()).toBe(2);
  // A lock may come first.
  await subject.device.journal.writeCaches();
  expect(await bundles()).toBe(2);
  await subject.device.journal.layOut();
  expect(await bundles()).toBe(0);
  expect(await rowsOnDisk()).toEqual(
    await oneByOne.device.database.entries.orderBy("[case+arrived]").toArray(),
  );
  // The cache that was written before covers them all: no row of them is read.
  subject.device.journal.forget();
  await subject.device.database.entries.toCollection().modify({ sealed: new Uint8Array([1]) });
  expect((await subject.device.journal.open(family as CaseId)).folded).toBe(file.folded);
  await oneByOne.close();
});

test("what a row is to say stands before a cache covers it, also where there was no room at first", async () => {
  const last = decodeSealed(entries.at(-1)?.bytes ?? new Uint8Array());
  const altered = encodeSealed({ ...last, signature: last.signature.map((byte) => byte ^ 1) });
  const id = entries.at(-1)?.id ?? "";
  await hear(subject.ledger, [[...entries.slice(0, -1), { id, device: "", n: 0, bytes: altered }]]);
  await subject.device.journal.open(family as CaseId);
  const noRoom = vi.spyOn(subject.device.database.bundles, "bulkDelete").mockRejectedValueOnce(new Error());
  await expect(subject.device.journal.writeCaches()).rejects.toBeDefined();
  noRoom.mockRestore();
  await subject.device.journal.writeCaches();
  expect(await subject.ledger.refused()).toEqual(new Map([[family, [id]]]));
});

test("one row's bytes are a copy of their own, and not a window on all of them", async () => {
  await hear(subject.ledger, inTwoPages());
  await subject.device.journal.lastArrived(family as CaseId);
  for (const { sealed } of await rowsOnDisk()) expect(sealed.buffer.byteLength).toBe(sealed.byteLength);
});

describe("a family in bundles", () => {
  const asks: Readonly<Record<string, (of: typeof subject) => Promise<unknown>>> = {
    history: ({ device }) => device.journal.history(family as CaseId, 1_000, 1_000).then((all) => all.length),
    lastArrived: ({ device }) => device.journal.lastArrived(family as CaseId),
    sealedEntries: ({ device }) => device.journal.sealedEntries(family as CaseId),
    ends: ({ ledger }) => ledger.ends(family),
    entryIds: ({ ledger }) => ledger.entryIds(family),
    writtenBy: ({ ledger }) => ledger.writtenBy(family, entries[0]?.device ?? ""),
    takeBack: async ({ ledger }) => {
      await ledger.takeBack(family, [entries[3]?.id ?? ""]);
      return ledger.unsent(family, 10, 1e6);
    },
    offerFrom: async ({ ledger }) => [
      await ledger.offerFrom(family, entries[0]?.device ?? "", words.length - 1),
      await ledger.unsent(family, 10, 1e6),
    ],
    judgeAnew: async ({ ledger }) => {
      await ledger.judgeAnew(family, (_, n) => n < 4);
      return ledger.outside(family);
    },
    keepForked: async ({ ledger }) => {
      await ledger.keepForked(family, [entries[2]?.bytes ?? new Uint8Array()]);
      return [await ledger.forked(), await ledger.entryIds(family)];
    },
    holdBack: async ({ ledger }) => {
      await ledger.holdBack(family, [{ id: entries[5]?.id ?? "", why: "fork" }]);
      return ledger.forked();
    },
  };

  test.each(Object.entries(asks))("answers as any other to %s", async (_, ask) => {
    const oneByOne = await diskSubject(false, undefined, 1_000);
    await hear(oneByOne.ledger, inTwoPages());
    await hear(subject.ledger, inTwoPages());
    expect(await ask(subject)).toEqual(await ask(oneByOne));
    await oneByOne.close();
  });

  test("is written in behind what was heard, and hears more of it", async () => {
    await hear(subject.ledger, [entries.slice(0, bundledFrom)]);
    await subject.write("mine");
    await hear(subject.ledger, inTwoPages());
    expect(await subject.words([...words, "mine"])).toEqual([...words, "mine"]);
    const rows = await rowsOnDisk();
    expect(rows.map(({ arrived }) => arrived)).toEqual(rows.map((_, at) => at + 1));
    expect(rows[bundledFrom]?.n).toBe(1);
    expect((await subject.ledger.unsent(family, 10, 1e6)).length).toBe(1);
  });

  test("is there for a page that begins anew, which writes in it", async () => {
    await hear(subject.ledger, inTwoPages());
    const again = openDevice(subject.device.database.name, subject.vault);
    const ledger = createDiskLedger(again.database, again.journal.amend);
    expect((await ledger.ends(family)).get(entries[0]?.device ?? "")).toBe(words.length);
    await again.answer("shaken-baby", "yes");
    again.close();
    expect(await subject.words(words)).toEqual(words);
    expect((await rowsOnDisk()).at(-1)).toMatchObject({ n: 1, arrived: words.length + 1 });
  });

  test("is shown where it is on the screen, also while it comes", async () => {
    const open = await diskSubject(true);
    await hear(open.ledger, [entries.slice(0, bundledFrom)]);
    expect(await open.words(words)).toEqual(words.slice(0, bundledFrom));
    await hear(open.ledger, inTwoPages());
    expect(await open.words(words)).toEqual(words);
    await open.close();
  });

  test("counts once what was handed out twice, and not what is no entry", async () => {
    await hear(subject.ledger, [
      [...entries.slice(0, bundledFrom), ...entries.slice(0, 2)],
      entries.slice(1),
    ]);
    expect(await subject.words(words)).toEqual(words);
    expect((await subject.device.journal.sealedEntries(family as CaseId)).length).toBe(words.length);
  });

  test("has the running hash of its arrival, also where a page says one entry twice", async () => {
    await hear(subject.ledger, [[...entries, ...entries.slice(0, 1)]]);
    await subject.device.journal.open(family as CaseId);
    await subject.write("mine");
    let chain = "";
    for (const row of await rowsOnDisk()) {
      chain = chainAfter(chain, row.id);
      expect(row.chain).toBe(chain);
    }
  });

  test("is removed with all that was heard of it", async () => {
    await hear(subject.ledger, inTwoPages());
    await subject.device.journal.removeCase(family as CaseId);
    expect(await bundles()).toBe(0);
    expect(await subject.ledger.entryIds(family)).toEqual(new Set());
  });

  test("goes on row by row once something of it did not stand", async () => {
    let end = emptyHead;
    for (const [page, stands] of [
      [entries.slice(0, bundledFrom), () => true],
      [entries.slice(bundledFrom, bundledFrom + 2), () => false],
      [entries.slice(bundledFrom + 2), () => true],
    ] as const) {
      const rows = page.map(({ id, bytes }) => {
        end = { seq: end.seq + 1, chain: chainAfter(end.chain, id) };
        return { seq: end.seq, receivedAt: 1, bytes };
      });
      await subject.ledger.keepEntries(entriesLog, rows, end, stands);
    }
    expect(await bundles()).toBe(0);
    expect((await rowsOnDisk()).map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
  });

  test("has what does not stand row by row", async () => {
    const rows = entries.map(({ bytes }, at) => ({ seq: at + 1, receivedAt: 1, bytes }));
    const cursor = { seq: rows.length, chain: "ab".repeat(16) };
    await subject.ledger.keepEntries(entriesLog, rows, cursor, (_, n) => n < 3);
    expect(await bundles()).toBe(0);
    expect(await subject.words(words)).toEqual(words.slice(0, 2));
  });
});

test("a connection that drops once, at whatever call, loses and doubles nothing of a family that is heard and laid out", async () => {
  const faultsThereAre = [
    { kind: "throws", name: "InvalidStateError" },
    { kind: "aborts" },
    { kind: "lies" },
  ];
  for (const fault of faultsThereAre as Parameters<ReturnType<typeof createFaults>["begin"]>[1][]) {
    for (let call = 1; ; call += 1) {
      const one = await diskSubject(false);
      const faults = createFaults();
      faults.begin(call, fault);
      await hear(one.ledger, inTwoPages());
      const ends = await one.ledger.ends(family);
      faults.end();
      const struck = faults.struck();
      faults.restore();
      expect(ends).toEqual(new Map([[entries[0]?.device, words.length]]));
      expect((await one.device.journal.sealedEntries(family as CaseId)).length).toBe(words.length);
      expect(await one.device.database.bundles.count()).toBe(0);
      await one.close();
      if (!struck) break;
    }
  }
}, 60_000);
