import "fake-indexeddb/auto";
import { afterEach, expect, test, vi } from "vitest";
import { foundAgency, makeAgency } from "../../src/app/agency/founding.ts";
import { linkTo, openSession } from "../../src/app/agency/link.ts";
import { familiesOf, letInto, logDeviceOpened, openSheet } from "../../src/app/agency/recovering.ts";
import { changeWorld, closeWorld, currentWorld } from "../../src/app/current.ts";
import { firstSettings, type Profile } from "../../src/app/profile.ts";
import { databaseName } from "../../src/app/world.ts";
import type { RecordId } from "../../src/domain/ids.ts";
import { removeDatabase } from "../../src/store/database.ts";
import { createInvitationKey } from "../../src/vault/invitationKey.ts";
import { openedPglite } from "./engines.ts";
import { openServed } from "./served.ts";
import { createTablet } from "./tablets.ts";

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  vi.unstubAllGlobals();
});

const anna = "a0".repeat(16) as RecordId;

/** The administrator's own app over a relay, as the app itself sets it up. */
async function foundedApp() {
  const { sql, close } = await openedPglite();
  closing.push(close);
  const served = await openServed(sql);
  closing.push(() => served.leave());
  vi.stubGlobal("fetch", served.direct);
  vi.stubGlobal("location", { origin: "http://localhost" });
  const { vault } = changeWorld("own");
  closing.push(() => {
    closeWorld();
    return removeDatabase(databaseName("own"));
  });
  await vault.load();
  const profile: Profile = { worker: { id: anna, name: "Anna" }, settings: firstSettings };
  await vault.create({ words: ["molen", "tafel"], pin: "123456", profile });
  const founding = await makeAgency("De Brug");
  expect(await foundAgency(founding, (await served.newSecret()) ?? "")).toBe(true);
  const link = linkTo(founding.agency);
  await link.exchange.round();
  return { served, founding, link };
}

test("with the sheet alone an administrator is let into a family of a colleague who is gone, and everybody sees it", async () => {
  const { served, founding, link } = await foundedApp();
  const { signer } = await createInvitationKey((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
  const roster = { agency: founding.agency, kind: "roster", case: "" } as const;
  const invited = { kind: "invited", key: signer.by, member: "", role: "worker" } as const;
  await link.exchange.say(roster, { ...invited, until: Date.now() + 60_000 });
  const bram = await createTablet(served, "Bram");
  closing.push(() => bram.close());
  expect(await bram.join({ agency: founding.agency, seedSigner: signer })).toBe(true);
  const family = await bram.newFamily("Achternaam");
  await bram.write(family, "written by one who is gone");
  await bram.exchange().openCase(family);
  await bram.round();
  await bram.round();

  await link.exchange.round();
  expect(openSession().kids(family)).toEqual([]);
  expect(await openSheet("AGE-SECRET-KEY-PQ-1WRONG")).toBeUndefined();
  const sheet = await openSheet(` ${founding.recoveryIdentity.toLowerCase()} `);
  if (!sheet) throw new Error("the sheet does not open");
  const families = await familiesOf(sheet);
  expect(families.map((one) => one.case)).toEqual([family]);
  expect(families[0]?.members.map(({ member }) => member)).toEqual([bram.worker]);
  vi.stubGlobal("document", { visibilityState: "visible" });
  expect(await letInto(sheet, family, anna)).toEqual({ ok: true });
  await link.exchange.round();
  await link.exchange.round();
  const file = await currentWorld().journal.open(family);
  expect(
    [...(file.records.get("thing" as RecordId)?.get("text")?.heads ?? [])].map(({ value }) => value),
  ).toEqual(["written by one who is gone"]);
  await bram.round();
  for (const exchange of [link.exchange, bram.exchange()]) {
    expect((await exchange.recoveries()).map(({ says }) => says)).toEqual([
      { kind: "recovered", at: openSession().device, opened: "case", what: family, member: anna },
    ]);
  }
});

test("a tablet that was opened with the agency's sheet says so, also when there was no network then", async () => {
  const { served, founding, link } = await foundedApp();
  vi.stubGlobal("fetch", async () => {
    throw new TypeError("no network");
  });
  await logDeviceOpened(founding.recoveryIdentity);
  expect(await link.exchange.recoveries()).toHaveLength(1);
  vi.stubGlobal("fetch", served.direct);
  await link.exchange.hearRoster();
  const bram = await createTablet(served, "Bram");
  closing.push(() => bram.close());
  const { signer } = await createInvitationKey((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
  const roster = { agency: founding.agency, kind: "roster", case: "" } as const;
  const invited = { kind: "invited", key: signer.by, member: "", role: "worker" } as const;
  await link.exchange.say(roster, { ...invited, until: Date.now() + 60_000 });
  await bram.join({ agency: founding.agency, seedSigner: signer });
  await bram.round();
  const { device } = openSession();
  expect((await bram.exchange().recoveries()).map(({ says }) => says)).toEqual([
    { kind: "recovered", at: device, opened: "device", what: device, member: anna },
  ]);
});
