import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { valueAt } from "../../src/domain/casefile.ts";
import type { CaseId, EntryId, RecordId } from "../../src/domain/ids.ts";
import { emptyHead, type LogName } from "../../src/protocol/logs.ts";
import { encodeSealed } from "../../src/protocol/sealedEntry.ts";
import type { Stands } from "../../src/store/ledger.ts";
import { decodeSealed } from "../protocol/judgeSealed.ts";
import { createFaults } from "./faults.ts";
import { createWriter, diskSubject, memorySubject, place, type Sealed, type Subject } from "./ledgers.ts";
import { family, marit, openDevice } from "./parts.ts";

const agency = "ab".repeat(16);
const entriesLog: LogName = { agency, kind: "entries", case: family };
const membersLog: LogName = { agency, kind: "members", case: family };
const everybody: Stands = () => true;
const head = (seq: number) => ({ seq, chain: `chain${seq}` });

const pulled = (...rows: readonly Sealed[]) =>
  rows.map(({ bytes }, at) => ({ seq: at + 1, receivedAt: 5, bytes }));

const receiptsOf = (...ids: readonly string[]) => ids.map((id) => ({ id, receivedAt: 5 }));

const signedBadly = (bytes: Uint8Array): Uint8Array => {
  const sealed = decodeSealed(bytes);
  return encodeSealed({ ...sealed, signature: sealed.signature.map((byte) => byte ^ 1) });
};

const subjects = {
  "on a disk, with the case on the screen": () => diskSubject(true),
  "on a disk, with the case closed": () => diskSubject(false),
  "on a disk, with what is new in bundles and the case on the screen": () => diskSubject(true, undefined, 1),
  "on a disk, with what is new in bundles and the case closed": () => diskSubject(false, undefined, 1),
  "of the simulation": memorySubject,
};

describe.each(Object.entries(subjects))("the ledger %s", (_, create) => {
  let subject: Subject;
  let ledger: Subject["ledger"];
  let other: Awaited<ReturnType<typeof createWriter>>;

  beforeEach(async () => {
    subject = await create();
    ledger = subject.ledger;
    other = await createWriter(subject.vault);
  });

  afterEach(() => subject.close());

  const unsent = async (limit = 100, bytes = 1e6) =>
    (await ledger.unsent(family, limit, bytes)).map(({ id }) => id);

  const keep = (rows: readonly Sealed[], stands = everybody) =>
    ledger.keepEntries(entriesLog, pulled(...rows), head(rows.length), stands);

  test("keeps what a relay handed out once, in whatever order, with the cursor", async () => {
    const [one, two] = [await other.seal("one"), await other.seal("two")];
    expect(await ledger.cursor(entriesLog)).toEqual(emptyHead);
    await keep([two, one]);
    await keep([one, two]);
    expect(await subject.words(["one", "two", "three"])).toEqual(["one", "two"]);
    expect(await ledger.cursor(entriesLog)).toEqual(head(2));
    expect(await ledger.entryIds(family)).toEqual(new Set([one.id, two.id]));
    expect(await ledger.ends(family)).toEqual(new Map([[other.device, 2]]));
    expect(await unsent()).toEqual([]);
  });

  test("passes over what is no entry: it stops no other", async () => {
    const good = await other.seal("good");
    const rows = [{ ...good, bytes: new Uint8Array([1, 2, 3]) }, good];
    await keep(rows);
    expect(await ledger.entryIds(family)).toEqual(new Set([good.id]));
    expect(await subject.words(["good"])).toEqual(["good"]);
  });

  test("keeps an entry whose signature is not its device's, and does not count it", async () => {
    const good = await other.seal("good");
    await keep([{ ...good, bytes: signedBadly(good.bytes) }]);
    expect(await ledger.entryIds(family)).toEqual(new Set([good.id]));
    expect(await subject.words(["good"])).toEqual([]);
  });

  test("what is written here is unsent until it was acknowledged and heard", async () => {
    const [one, two, three] = [
      await subject.write("one"),
      await subject.write("two"),
      await subject.write("three"),
    ];
    expect(await unsent()).toEqual([one, two, three]);
    expect(await ledger.unsentCases()).toEqual(new Set([family]));
    await ledger.acknowledge(entriesLog, receiptsOf(one), head(1));
    await ledger.acknowledge(entriesLog, receiptsOf(two), undefined);
    expect(await unsent()).toEqual([three]);
    expect(await ledger.cursor(entriesLog)).toEqual(head(1));
    // All was heard, and the second did not come.
    await ledger.takeBackUnheard(family);
    expect(await unsent()).toEqual([two, three]);
    await ledger.acknowledge(entriesLog, receiptsOf(two, three), undefined);
    const kept = (await ledger.writtenBy(family, subject.vault.session()?.device ?? "")).map(({ id }) => id);
    expect(kept).toEqual([one, two, three]);
    expect(await unsent()).toEqual([]);
    expect(await ledger.unsentCases(), "what was acknowledged is to be heard").toEqual(new Set([family]));
    await ledger.takeBackUnheard(family);
    await ledger.acknowledge(entriesLog, receiptsOf(two, three), head(3));
    await ledger.takeBackUnheard(family);
    expect(await unsent()).toEqual([]);
    expect(await ledger.unsentCases()).toEqual(new Set());
    expect(await subject.words(["one", "two", "three"])).toEqual(["one", "two", "three"]);
  });

  test("what a relay hands out has its receipt, whoever wrote it", async () => {
    const mine = await subject.write("mine");
    const [row] = await ledger.unsent(family, 1, 1e6);
    if (!row) throw new Error("nothing is unsent");
    await keep([row]);
    expect(await unsent()).toEqual([]);
    expect(row.id).toBe(mine);
  });

  test("what a relay lost is unsent again, whoever wrote it", async () => {
    const one = await other.seal("one");
    await keep([one]);
    await ledger.takeBack(family, [one.id]);
    expect(await unsent()).toEqual([one.id]);
    expect(await ledger.unsentCases()).toEqual(new Set([family]));
  });

  test("offers so many, and so many bytes, but at least one; each device's in order", async () => {
    const theirs = [await other.seal("a"), await other.seal("b"), await other.seal("c")];
    await keep(theirs);
    await ledger.takeBack(family, theirs.map(({ id }) => id).reverse());
    const ids = theirs.map(({ id }) => id);
    expect(await unsent(2)).toEqual(ids.slice(0, 2));
    if (create !== memorySubject) {
      expect(await unsent(100, 1)).toEqual(ids.slice(0, 1));
      const two = (theirs[0]?.bytes.length ?? 0) + (theirs[1]?.bytes.length ?? 0);
      expect(await unsent(100, two)).toEqual(ids.slice(0, 2));
    }
    expect(await unsent()).toEqual(ids);
  });

  test("what may not stand is kept and does not count, until it may; and no longer once it may not", async () => {
    const rows = [await other.seal("one"), await other.seal("two"), await other.seal("three")];
    await keep(rows, (_device, n) => n <= 1);
    expect(await subject.words(["one", "two", "three"])).toEqual(["one"]);
    expect(await ledger.outside(family)).toEqual(new Map([[other.device, 3]]));
    expect(await ledger.entryIds(family)).toEqual(new Set(rows.map(({ id }) => id)));
    await ledger.judgeAnew(family, (_device, n) => n <= 2);
    expect(await subject.words(["one", "two", "three"])).toEqual(["one", "two"]);
    await ledger.judgeAnew(family, everybody);
    expect(await subject.words(["one", "two", "three"])).toEqual(["one", "two", "three"]);
    expect(await ledger.outside(family)).toEqual(new Map());
    await ledger.judgeAnew(family, () => false);
    expect(await subject.words(["one", "two", "three"])).toEqual([]);
    expect(await ledger.outside(family)).toEqual(new Map([[other.device, 3]]));
  });

  test("what is held back is not offered; what was refused for its writer is, once that may write", async () => {
    const [one, two] = [await subject.write("one"), await subject.write("two")];
    await ledger.holdBack(family, [
      { id: one, why: "late" },
      { id: two, why: "not-a-member" },
    ]);
    expect(await unsent()).toEqual([]);
    expect(await ledger.unsentCases()).toEqual(new Set());
    expect((await ledger.leftLate(family)).map(({ id }) => id)).toEqual([one]);
    expect(await ledger.casesLeftLate()).toEqual(new Set([family]));
    expect(await subject.words(["one", "two"])).toEqual(["one", "two"]);
    await ledger.judgeAnew(family, () => false);
    expect(await unsent()).toEqual([]);
    await ledger.judgeAnew(family, everybody);
    expect(await unsent()).toEqual([one, two]);
    expect(await ledger.leftLate(family)).toEqual([]);
    expect(await ledger.casesLeftLate()).toEqual(new Set());
  });

  test("after a fork it is kept apart: it does not count, nor is it named, until a relay has it after all", async () => {
    const [one, two] = [await subject.write("one"), await subject.write("two")];
    const bytes = (await ledger.unsent(family, 2, 1e6)).map((row) => row.bytes);
    await ledger.holdBack(family, [{ id: two, why: "fork" }]);
    expect(await subject.words(["one", "two"])).toEqual(["one"]);
    expect(await ledger.entryIds(family)).toEqual(new Set([one]));
    expect(await ledger.forked()).toEqual(new Map([[family, [two]]]));
    expect(await unsent()).toEqual([one]);
    await ledger.keepEntries(
      entriesLog,
      [{ seq: 1, receivedAt: 5, bytes: bytes[1] ?? new Uint8Array() }],
      head(1),
      everybody,
    );
    expect(await subject.words(["one", "two"])).toEqual(["one", "two"]);
    expect(await ledger.forked()).toEqual(new Map());
  });

  test("what is taken back after a fork counts again; what was sealed anew never does", async () => {
    const [one, two] = [await subject.write("one"), await subject.write("two")];
    await ledger.holdBack(family, [
      { id: one, why: "fork" },
      { id: two, why: "fork" },
    ]);
    await ledger.holdBack(family, [{ id: two, why: "sealed-anew" }]);
    await ledger.takeBack(family, [one, two]);
    expect(await subject.words(["one", "two"])).toEqual(["one"]);
    expect(await unsent()).toEqual([one]);
    const device = subject.vault.session()?.device ?? "";
    expect((await ledger.writtenBy(family, device)).map(({ id }) => id)).toEqual([one]);
  });

  test("two of one number live side by side where one of them was kept apart", async () => {
    const here = await other.seal("here");
    const there = await other.seal("there", { n: 0, id: "" });
    await keep([here]);
    await ledger.keepForked(family, [there.bytes, here.bytes, new Uint8Array([9])]);
    expect(await subject.words(["here", "there"])).toEqual(["here"]);
    expect(await ledger.forked()).toEqual(new Map([[family, [there.id]]]));
    expect(await unsent()).toEqual([]);
  });

  test("what a relay lacks from a number on is offered once more, or it is said why not", async () => {
    const rows = [await other.seal("one"), await other.seal("two"), await other.seal("three")];
    await keep(rows);
    const ids = rows.map(({ id }) => id);
    expect(await ledger.offerFrom(family, other.device, 2)).toBe("offered");
    expect(await unsent()).toEqual(ids.slice(1));
    expect(await ledger.offerFrom(family, other.device, 4)).toBe("absent");
    await ledger.holdBack(family, [{ id: ids[1] ?? "", why: "gap" }]);
    expect(await ledger.offerFrom(family, other.device, 1)).toBe("offered");
    expect(await unsent()).toEqual(ids);
    await ledger.holdBack(family, [{ id: ids[0] ?? "", why: "malformed" }]);
    expect(await ledger.offerFrom(family, other.device, 1)).toBe("malformed");
  });

  test("says of which cases it has heard, agency by agency", async () => {
    await ledger.setCursor(membersLog, head(1));
    await ledger.setCursor({ agency, kind: "members", case: "ff".repeat(16) }, head(1));
    await ledger.setCursor({ agency, kind: "roster", case: "" }, head(1));
    expect((await ledger.cases(agency)).toSorted()).toEqual([family, "ff".repeat(16)].toSorted());
  });

  test("keeps statements once, in order, and knows which are to be heard again", async () => {
    const [a, b, c] = ["a", "b", "c"].map((id, at) => ({ id, bytes: new Uint8Array([at]) }));
    if (!a || !b || !c) throw new Error("three");
    await ledger.keepStatements(membersLog, [b, a], head(2));
    await ledger.keepStatements(membersLog, [a, c], head(3));
    expect((await ledger.statements(membersLog)).map(({ id }) => id)).toEqual(["b", "a", "c"]);
    expect(await ledger.statements({ ...membersLog, kind: "entries" })).toEqual([]);
    expect(await ledger.cursor(membersLog)).toEqual(head(3));
    await ledger.takeBackStatements(membersLog, ["a", "c"]);
    expect((await ledger.unheardStatements(membersLog)).map(({ id }) => id)).toEqual(["a", "c"]);
    await ledger.keepStatements(membersLog, [c], head(4));
    expect((await ledger.unheardStatements(membersLog)).map(({ id }) => id)).toEqual(["a"]);
    await ledger.dropStatements(membersLog, ["a"]);
    expect((await ledger.statements(membersLog)).map(({ id }) => id)).toEqual(["b", "c"]);
    expect(await ledger.unheardStatements(membersLog)).toEqual([]);
  });
});

describe.each([
  ["open", true, undefined],
  ["closed", false, undefined],
  ["closed and in bundles", false, 1],
] as const)("a signature that was altered, in a family that is %s", (_name, isOpen, bundledFrom) => {
  const begun = async () => {
    const subject = await diskSubject(isOpen, undefined, bundledFrom);
    const other = await createWriter(subject.vault);
    const keep = (entries: readonly Sealed[]) =>
      subject.ledger.keepEntries(entriesLog, pulled(...entries), head(entries.length), () => true);
    return { ...subject, other, keep };
  };

  test("gives way to a good one, and only the same entry does", async () => {
    const { device, ledger, other, keep, words, close } = await begun();
    const [one, two] = [await other.seal("one"), await other.seal("two")];
    const altered = { ...two, bytes: signedBadly(two.bytes) };
    await keep([one, altered]);
    await device.journal.open(family as CaseId);
    await device.journal.writeCaches();
    expect(await ledger.refused()).toEqual(new Map([[family, [two.id]]]));
    await ledger.giveWay(family, [one.bytes, altered.bytes]);
    expect(await ledger.refused()).toEqual(new Map([[family, [two.id]]]));
    await ledger.giveWay(family, [one.bytes, two.bytes]);
    expect(await ledger.refused()).toEqual(new Map());
    if (isOpen) expect(await words(["one", "two"])).toEqual(["one", "two"]);
    else {
      device.journal.forget();
      expect(await words(["one", "two"])).toEqual(["one", "two"]);
    }
    await close();
  });

  test("is vouched for by any of two that follow it, also where the other's was altered too", async () => {
    for (const order of [(of: readonly Sealed[]) => of, (of: readonly Sealed[]) => of.toReversed()]) {
      const { device, other, keep, words, close } = await begun();
      const [one, two] = [await other.seal("one"), await other.seal("two")];
      const [again, three] = [await other.seal("two again", one), await other.seal("three", two)];
      const badly = (of: Sealed) => ({ ...of, bytes: signedBadly(of.bytes) });
      await keep([badly(one), ...order([badly(again), two]), three]);
      if (!isOpen) device.journal.forget();
      expect(await words(["one", "two", "three"])).toEqual(["one", "two", "three"]);
      await close();
    }
  });
});

describe("a signature that was altered, in what an entry of the same device names as before it", () => {
  const begun = async (isOpen = false) => {
    const subject = await diskSubject(isOpen);
    const other = await createWriter(subject.vault);
    const [one, two, three] = [await other.seal("one"), await other.seal("two"), await other.seal("three")];
    const badly = (of: Sealed): Sealed => ({ ...of, bytes: signedBadly(of.bytes) });
    let heard = 0;
    const keep = async (...entries: readonly Sealed[]) => {
      await subject.ledger.keepEntries(
        entriesLog,
        pulled(...entries),
        head(heard + entries.length),
        () => true,
      );
      heard += entries.length;
    };
    const all = ["one", "two", "three"];
    return { ...subject, one, two, three, badly, keep, shown: () => subject.words(all), all };
  };

  test("is vouched for by that one's, and by no broken one", async () => {
    const { one, two, three, badly, keep, shown, close } = await begun();
    await keep(badly(one), badly(two));
    expect(await shown()).toEqual([]);
    await keep(three);
    expect(await shown()).toEqual(["one", "two", "three"]);
    await close();
  });

  test("is vouched for also where that one comes after a cache was written, or was there before", async () => {
    const { device, one, two, three, badly, keep, all, close } = await begun();
    const counted = async (by: typeof device): Promise<readonly string[]> => {
      by.journal.forget();
      const file = await by.journal.open(family as CaseId);
      return all.filter((word) => valueAt(file, place(word).record, word) === word);
    };
    await keep(badly(two), badly(one));
    expect(await counted(device)).toEqual([]);
    await device.journal.writeCaches();
    expect(await counted(device)).toEqual([]);
    await keep(three);
    expect(await counted(device)).toEqual(["one", "two", "three"]);
    await device.journal.writeCaches();
    expect(await counted(device)).toEqual(["one", "two", "three"]);
    // What is read page by page has its followers elsewhere.
    const page = await device.journal.history(family as CaseId, 2, 1);
    expect(page.map(({ entry }) => entry.id)).toEqual([two.id]);
    await close();
  });

  test("is vouched for by no other device, in a family of a few entries or of many", async () => {
    for (const count of [1, 60]) {
      const { vault, one, badly, keep, words, close } = await begun();
      const third = await createWriter(vault, family, "third");
      const begins = await third.seal("begins");
      // Its second entry claims to follow the first of another.
      const claims = [begins, await third.seal("claims", { n: 1, id: one.id })];
      let last = { n: 2, id: claims.at(-1)?.id ?? "" };
      while (claims.length < count) {
        const next = await third.seal(`claims-${claims.length}`, last);
        last = { n: next.n, id: next.id };
        claims.push(next);
      }
      await keep(badly(one), ...claims);
      expect(await words(["one", "claims"])).toEqual(["claims"]);
      await close();
    }
  });

  test("is never what this device goes on from: whoever has slipped something under its name is not vouched for", async () => {
    // More than are looked at in one go, too.
    for (const [isOpen, count] of [
      [true, 1],
      [false, 1],
      [false, 70],
    ] as const) {
      const { device, ledger, vault, write, words, keep, one, close } = await begun(isOpen);
      const first = await write("mine");
      const own = vault.session()?.device ?? "";
      // Sealed with the family's key, under this device's name, by somebody who can't sign for it.
      const forger = await createWriter(vault);
      const forged = [await forger.seal("slipped in", { n: 1, id: first }, [], own)];
      for (let last = forged[0]; last && forged.length < count; last = forged.at(-1))
        forged.push(await forger.seal(`further ${last.n}`, last, [], own));
      await keep(...forged);
      // Another tab takes something in meanwhile: what is written then is looked at carefully.
      const tab = openDevice(device.database.name, vault);
      await tab.journal.receive(family, [one.bytes]);
      tab.close();
      await write("and on");
      await write("and further");
      expect(await words(["mine", "slipped in", "and on", "and further"])).toEqual([
        "mine",
        "and on",
        "and further",
      ]);
      const isForged = (id: string) => forged.some((of) => of.id === id);
      const written = (await ledger.writtenBy(family, own)).filter(({ id }) => !isForged(id));
      expect(written.map(({ n }) => n)).toEqual([1, 2, 3]);
      await close();
    }
  });

  test("is read before it is taken in by the same rule, and said anew after a fork", async () => {
    const { device, ledger, one, two, badly, keep, words, vault, close } = await begun();
    await ledger.keepEntries(entriesLog, pulled(badly(one), two), head(2), () => false);
    const read = await device.journal.lateEntries(family as CaseId, []);
    expect(read.map(({ ops }) => ops[0]?.value)).toEqual(["one", "two"]);
    const third = await createWriter(vault, family, "third");
    const forked = [await third.seal("forked"), await third.seal("after")];
    await keep(...forked.map((of, at) => (at === 0 ? badly(of) : of)));
    await ledger.holdBack(
      family,
      forked.map(({ id }) => ({ id, why: "fork" as const })),
    );
    const by = { author: marit.id, isOwn: () => false };
    await device.journal.sealAnew(
      family as CaseId,
      forked.map(({ id }) => id),
      by,
    );
    device.journal.forget();
    expect(await words(["forked", "after"])).toEqual(["forked", "after"]);
    expect(await ledger.forked()).toEqual(new Map());
    await close();
  });

  test("is vouched for from a file too", async () => {
    const { device, one, two, three, badly, shown, close } = await begun();
    const file = [badly(one), badly(two), three].map(({ bytes }) => bytes);
    expect(await device.journal.receive(family as CaseId, file)).toMatchObject({ stored: 3, refused: [] });
    device.journal.forget();
    expect(await shown()).toEqual(["one", "two", "three"]);
    await close();
  });
});

test("what does not stand is read before it is taken in, with what lies elsewhere, each once, and what does not open is left out", async () => {
  const { device, ledger, vault, words, close } = await diskSubject(true);
  const other = await createWriter(vault);
  const [one, two, three] = [await other.seal("one"), await other.seal("two"), await other.seal("three")];
  await ledger.keepEntries(entriesLog, pulled(one, two), head(2), () => false);
  const elsewhere = [three.bytes, two.bytes, signedBadly(three.bytes), new Uint8Array([1, 2, 3])];
  const read = await device.journal.lateEntries(family as CaseId, elsewhere);
  expect(read.map(({ ops }) => ops[0]?.value)).toEqual(["one", "two", "three"]);
  // Read is not taken in.
  expect(await words(["one", "two", "three"])).toEqual([]);
  await close();
});

describe("the ledger on a disk", () => {
  test("a family that is removed leaves nothing of what was heard of it, and what was heard of others stays", async () => {
    const { ledger, device, vault, close } = await diskSubject(true);
    const others: LogName = { agency, kind: "members", case: "ff".repeat(16) };
    for (const log of [membersLog, others]) {
      await ledger.keepStatements(log, [{ id: "a", bytes: new Uint8Array([1]) }], head(1));
    }
    // What was read before is no longer so.
    expect((await ledger.statements(membersLog)).length).toBe(1);
    expect(await ledger.cursor(membersLog)).toEqual(head(1));
    await device.journal.removeCase(family as CaseId);
    expect(await ledger.statements(membersLog)).toEqual([]);
    expect(await ledger.cursor(membersLog)).toEqual(emptyHead);
    // What was on its way when it was removed comes without its beginning, and begins nothing.
    const { bytes } = await (await createWriter(vault)).seal("late");
    const second = [{ seq: 2, receivedAt: 1, bytes }];
    await ledger.keepEntries(entriesLog, second, head(2), () => true);
    await ledger.keepStatements(membersLog, [{ id: "b", bytes: new Uint8Array([2]) }], head(2));
    expect(await ledger.cursor(entriesLog)).toEqual(emptyHead);
    expect(await ledger.entryIds(family)).toEqual(new Set());
    expect(await ledger.cursor(membersLog)).toEqual(emptyHead);
    expect(await ledger.statements(membersLog)).toEqual([]);
    expect((await ledger.statements(others)).length).toBe(1);
    expect(await ledger.cursor(others)).toEqual(head(1));
    await close();
  });

  test("a connection that drops once, at whatever call, loses and doubles nothing of what was heard", async () => {
    for (const fault of [
      { kind: "throws", name: "InvalidStateError" },
      { kind: "aborts" },
      { kind: "lies" },
    ] as const) {
      for (let call = 1; ; call += 1) {
        const subject = await diskSubject(true);
        const other = await createWriter(subject.vault);
        const rows = [await other.seal("one"), await other.seal("two")];
        await subject.write("mine");
        const faults = createFaults();
        faults.begin(call, fault);
        await subject.ledger.keepEntries(entriesLog, pulled(...rows), head(2), everybody);
        faults.end();
        const struck = faults.struck();
        faults.restore();
        expect(await subject.words(["one", "two", "mine"])).toEqual(["one", "two", "mine"]);
        expect(await subject.ledger.cursor(entriesLog)).toEqual(head(2));
        expect(await subject.device.database.entries.count()).toBe(3);
        await subject.close();
        if (!struck) break;
      }
    }
  }, 60_000);

  test("an own entry that is written while others arrive goes behind them", async () => {
    const subject = await diskSubject(true);
    const other = await createWriter(subject.vault);
    const rows = [await other.seal("one"), await other.seal("two")];
    await Promise.all([
      subject.write("before"),
      subject.ledger.keepEntries(entriesLog, pulled(...rows), head(2), everybody),
      subject.write("after"),
    ]);
    const words = ["one", "two", "before", "after"];
    expect(await subject.words(words)).toEqual(words);
    const arrived = await subject.device.database.entries.orderBy("[case+arrived]").toArray();
    expect(arrived.map((row) => row.arrived)).toEqual([1, 2, 3, 4]);
    await subject.close();
  });

  test("a cache that is asked for while entries are held back is not written from before that", async () => {
    const { ledger, device, write, close } = await diskSubject(true);
    await write("kept");
    const apart = await write("apart");
    await device.journal.open(family as CaseId);
    await Promise.all([ledger.holdBack(family, [{ id: apart, why: "fork" }]), device.journal.writeCaches()]);
    device.journal.forget();
    const file = await device.journal.open(family as CaseId);
    const counts = (word: string) => valueAt(file, place(word).record, word) === word;
    expect(["kept", "apart"].filter(counts)).toEqual(["kept"]);
    await close();
  });

  test("nobody writes as another: an entry whose author is not its device's person does not count", async () => {
    for (const [member, counted] of [
      [marit.id, ["said"]],
      ["somebody else", []],
      [undefined, ["said"]],
    ] as const) {
      const subject = await diskSubject(false, () => member);
      const other = await createWriter(subject.vault);
      await subject.ledger.keepEntries(entriesLog, pulled(await other.seal("said")), head(1), everybody);
      expect(await subject.words(["said"])).toEqual(counted);
      await subject.close();
    }
  });
});

describe("after a fork", () => {
  test("what this device had said is said anew after its last entry, with what it had replaced, and once", async () => {
    const subject = await diskSubject(true);
    const { ledger, device, vault } = subject;
    const kept = await subject.write("kept");
    const [one, two] = [await subject.write("one"), await subject.write("two")];
    await ledger.holdBack(family, [
      { id: one, why: "fork" },
      { id: two, why: "fork" },
    ]);
    const before = vault.session()?.device ?? "";
    const now = await vault.renewDevice();
    const by = { author: marit.id, isOwn: (name: string) => name === before };
    for (const _ of ["first", "again"]) {
      await device.journal.sealAnew(family, [one, two], by);
      expect(await subject.words(["kept", "one", "two"])).toEqual(["kept", "one", "two"]);
      const rows = await ledger.unsent(family, 10, 1e6);
      expect(rows.map((row) => [row.device, row.n]).toSorted()).toEqual(
        [
          [before, 1],
          [now, 1],
          [now, 2],
        ].toSorted(),
      );
    }
    expect(await ledger.forked()).toEqual(new Map());
    expect((await ledger.writtenBy(family, before)).map(({ id }) => id)).toEqual([kept]);
    // It goes on under its new name.
    await subject.write("after");
    expect(await ledger.ends(family)).toEqual(
      new Map([
        [before, 3],
        [now, 3],
      ]),
    );
    await subject.close();
  });

  test("what another had said is said by this device's person, in that one's words, unless it was answered", async () => {
    const subject = await diskSubject(true);
    const { ledger, device } = subject;
    const other = await createWriter(subject.vault);
    const late = await other.seal("late");
    await ledger.keepForked(family, [late.bytes]);
    const by = { author: "f0".repeat(16) as RecordId, isOwn: () => false };
    await device.journal.sealAnew(family, [late.id], by);
    expect(await subject.words(["late"])).toEqual(["late"]);
    const end = await device.journal.lastArrived(family);
    const [said] = await device.journal.history(family, end + 1, 1);
    expect(said?.entry).toMatchObject({
      author: by.author,
      voice: marit.id,
      device: subject.vault.session()?.device,
    });
    const answered = await other.seal("answered");
    await device.journal.append(family, (file) => ({
      ...{ case: family, reader: 1, lamport: file.lamport + 1, wall: 0, zone: 0 },
      ...{ author: marit.id, voice: marit.id, means: "self", intent: "wrote" },
      ops: [{ kind: "set", ...place("answered"), value: "the answer", over: [answered.id as EntryId] }],
    }));
    // What an entry of this device replaces was on its screen; here it never came, which shows from the disk only.
    device.journal.forget();
    await ledger.keepForked(family, [answered.bytes]);
    await device.journal.sealAnew(family, [answered.id], by);
    expect(await subject.words(["answered"])).toEqual([]);
    expect(await ledger.forked()).toEqual(new Map());
    await subject.close();
  });
});
