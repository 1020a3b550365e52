import "fake-indexeddb/auto";
import { afterEach, describe, expect, test } from "vitest";
import type { CaseId, RecordId } from "../../src/domain/ids.ts";
import { missingOf } from "../../src/domain/missing.ts";
import { sqlEngines } from "./engines.ts";
import { openServed, type Served } from "./served.ts";
import { createTablet, type Tablet } from "./tablets.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Rounds until nobody has anything left to say: what one hands on, the other takes in. */
async function exchangeAll(...tablets: readonly Tablet[]): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) for (const tablet of tablets) await tablet.round();
}

/** Nothing has been withheld in these histories: nobody may be told that something is missing. */
async function expectWhole(family: CaseId, ...tablets: readonly Tablet[]): Promise<void> {
  for (const one of tablets) expect(missingOf(await one.journal().open(family))).toEqual(new Map());
}

describe.each(sqlEngines)("tablets over %s", (_name, open) => {
  async function opened(): Promise<Served> {
    const { sql, close } = await open();
    closing.push(close);
    const served = await openServed(sql);
    closing.push(() => served.leave());
    return served;
  }

  async function tablet(served: Served, name: string): Promise<Tablet> {
    const made = await createTablet(served, name);
    closing.push(() => made.close());
    return made;
  }

  async function twoColleagues() {
    const served = await opened();
    const [office, table] = [await tablet(served, "Anna"), await tablet(served, "Bram")];
    await office.found();
    expect(await table.join(await office.invite())).toBe(true);
    await exchangeAll(office, table);
    return { served, office, table };
  }

  test("what is written on one is read on the other, and counts as sent once it is", async () => {
    const { office, table } = await twoColleagues();
    const family = await table.newFamily("Achternaam");
    await table.write(family, "before it was shared");
    expect(await table.exchange().openCase(family)).toBe(true);
    expect(await table.unsent(family), "a family may be large: it goes with the next round").toBeGreaterThan(
      0,
    );
    expect(await table.add(family, office.worker)).toBe(true);
    await exchangeAll(table, office);
    expect(await table.unsent(family)).toBe(0);
    expect(await office.read(family)).toEqual(["before it was shared"]);
    await office.write(family, "from the office");
    expect(await office.unsent(family)).toBe(1);
    await exchangeAll(office, table);
    expect(await table.read(family)).toEqual(["from the office"]);
    expect(await office.unsent(family)).toBe(0);
  });

  test("what two write in one place without a network stands twice on both, until one settles it", async () => {
    const { office, table } = await twoColleagues();
    const family = await table.newFamily("Achternaam");
    await table.exchange().openCase(family);
    await table.add(family, office.worker);
    await exchangeAll(table, office);
    await table.write(family, "said at the table");
    await office.write(family, "said in the office");
    await exchangeAll(table, office);
    for (const one of [office, table]) {
      expect((await one.read(family)).toSorted()).toEqual(["said at the table", "said in the office"]);
    }
    await office.write(family, "settled");
    await exchangeAll(office, table);
    for (const one of [office, table]) expect(await one.read(family)).toEqual(["settled"]);
    await expectWhole(family, office, table);
  });

  test("a colleague who is taken out reads nothing of what comes after, and what it had not sent is taken in", async () => {
    const { office, table } = await twoColleagues();
    const family = await office.newFamily("Achternaam");
    await office.exchange().openCase(family);
    await office.add(family, table.worker);
    await exchangeAll(office, table);
    await office.write(family, "for both");
    await exchangeAll(office, table);
    const kidBefore = office.vault.session()?.caseKey(family)?.kid;
    expect(await office.exchange().remove(family, table.worker)).toBe(true);
    await table.write(family, "written before it heard");
    await office.round();
    await office.write(family, "for one");
    await exchangeAll(office, table);
    expect(office.vault.session()?.caseKey(family)?.kid).not.toBe(kidBefore);
    expect(table.vault.session()?.kids(family)).toContain(kidBefore);
    expect(table.vault.session()?.kids(family)).not.toContain(office.vault.session()?.caseKey(family)?.kid);
    expect(await table.read(family)).toEqual(["for both"]);
    expect(await office.read(family)).toEqual(["for one"]);
    const late = await office.exchange().toReview(family);
    expect([...late.keys()]).toEqual([table.device()]);
    await office.exchange().takeIn(family, table.device(), late.get(table.device()) ?? 0);
    await exchangeAll(office);
    expect((await office.read(family)).toSorted()).toEqual(["for one", "written before it heard"]);
    await expectWhole(family, office, table);
  });

  test("a tablet that was put back to yesterday goes on under a name of its own, and nothing is lost", async () => {
    const { office, table } = await twoColleagues();
    const family = await table.newFamily("Achternaam");
    await table.exchange().openCase(family);
    await table.add(family, office.worker);
    await exchangeAll(table, office);
    // What was sent since yesterday is gone from this disk, and the next entry gets its number.
    await table.write(family, "sent, and forgotten here");
    await table.round();
    const last = await table.database.entries.orderBy("[case+arrived]").last();
    await table.database.entries.delete(last?.id ?? "");
    await table.database.cursors.clear();
    await table.database.casefiles.clear();
    table.restart();
    await table.write(family, "written instead");
    await table.round();
    const forked = await table.ledger().forked();
    expect([...forked.keys()]).toEqual([family]);
    const former = table.device();
    const device = await table.vault.renewDevice();
    const session = table.vault.session();
    const recipient = (await session?.recipient()) ?? "";
    await office.round();
    expect(
      await office
        .exchange()
        .say(
          { agency: office.agency(), kind: "roster", case: "" },
          { kind: "admitted", member: table.worker, device, recipient, role: "worker" },
        ),
    ).toBe(true);
    table.relink();
    await table.journal().sealAnew(family as CaseId, forked.get(family) ?? [], {
      author: table.worker as RecordId,
      isOwn: (name) => name === former,
    });
    await exchangeAll(table, office);
    const both = ["sent, and forgotten here", "written instead"];
    for (const one of [office, table]) expect((await one.read(family)).toSorted()).toEqual(both);
    expect(await table.ledger().forked()).toEqual(new Map());
    expect(await table.unsent(family)).toBe(0);
    await expectWhole(family, office, table);
  });
});
