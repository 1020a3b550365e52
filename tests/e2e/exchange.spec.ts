import { protocolVersion, versionHeader } from "../../src/protocol/wire.ts";
import type { Tablet } from "./driver.ts";
import { foundAgency, inviteColleague, inviteSecondTablet, joinAgency, pathOf } from "./hands/agency.ts";
import { addColleague, shareFamily, takeOut } from "./hands/sharing.ts";
import type { Secrets } from "./hands/start.ts";
import { bookLanguage, draw } from "./lookBook.ts";
import { type RestorableRelay, serveRestorableRelay } from "./serveRelay.ts";
import { test as base, expect, type TabletAt } from "./test.ts";
import { wordsIn } from "./words.ts";

/** Two tablets and one relay, all of them real: what one writes without a network, the other reads without a reload. */

const say = wordsIn(bookLanguage);
const later = { timeout: 60_000 };

let served: RestorableRelay;

/** A relay for each test. It outlives the test's tablets: one that is just loading a page would miss its icon. */
const test = base.extend<{ readonly relay: undefined }>({
  relay: [
    async ({ offences }, use) => {
      // What is out of reach is asked in vain, and the browser says so.
      offences.allow(/Failed to load resource.*\/api\//);
      served = await serveRestorableRelay();
      await use(undefined);
      await served.close();
    },
    { auto: true },
  ],
});

test.beforeEach(() => {
  test.setTimeout(300_000);
});

type Colleague = { readonly tablet: Tablet; readonly secrets: Secrets };

async function setUpAt(
  tabletAt: TabletAt,
  link: string,
  worker: string,
  leadsTo: string,
): Promise<Colleague> {
  const tablet = await tabletAt(served.url);
  await tablet.open(pathOf(link));
  const secrets = await tablet.setUp({ worker, leadsTo });
  return { tablet, secrets };
}

/** The office has begun an agency, the tablet belongs to it, and each knows the other's name. */
async function twoColleagues(tabletAt: TabletAt) {
  const office = await setUpAt(tabletAt, await served.setUpLink(), "Marit", "agency:new.title");
  const code = await foundAgency(office.tablet, "De Linde");
  const table = await setUpAt(
    tabletAt,
    await inviteColleague(office.tablet, "worker"),
    "Youssef",
    "agency:join.title",
  );
  await joinAgency(table.tablet);
  for (const [one, other] of [
    [office, "Youssef"],
    [table, "Marit"],
  ] as const) {
    const heading = one.tablet.page().getByRole("heading", { name: other, level: 3, exact: true });
    await expect(heading).toBeVisible(later);
  }
  return { office, table, code };
}

const familyName = "Familie Yılmaz";

/** A family that the tablet's worker made, in which the office works too. */
async function sharedFamily(tabletAt: TabletAt) {
  const { office, table } = await twoColleagues(tabletAt);
  await table.tablet.goTo("/families");
  const family = await table.tablet.newFamily(familyName);
  await table.tablet.addPerson("Elif", { roles: ["parent-concern"] });
  await shareFamily(table.tablet);
  await addColleague(table.tablet, "Marit");
  await office.tablet.goTo("/families");
  await expect(office.tablet.page().getByRole("link", { name: familyName })).toBeVisible(later);
  await expect(corner(table.tablet, "common:sent")).toBeVisible(later);
  return { office, table, family };
}

const corner = (tablet: Tablet, key: string) =>
  tablet.page().getByRole("banner").getByText(tablet.say(key), { exact: true });

/** However many there are. */
const unsentCorner = (tablet: Tablet) => {
  const words = tablet.say("common:unsent", { count: 2 }).replace("2", "").trim();
  return tablet.page().getByRole("banner").getByText(words);
};

/** Nothing of the relay is reached; the app itself is there, as it is on a tablet that has it installed. */
const goOffline = (tablet: Tablet) => tablet.context().route("**/api/**", (route) => route.abort());

/** And the browser says so, as it does on a tablet. */
async function goOnline(tablet: Tablet): Promise<void> {
  await tablet.context().unroute("**/api/**");
  await tablet.page().evaluate(() => window.dispatchEvent(new Event("online")));
}

test("a mother taps 4 without a network; once there is one, the office sees it without a reload", async ({
  tabletAt,
}) => {
  const { office, table, family } = await sharedFamily(tabletAt);
  await goOffline(table.tablet);
  await table.tablet.goTo(`/families/${family}`);
  await table.tablet.planVisit();
  await table.tablet.press("visit:prepare.begin");
  await table.tablet.handOver({ to: "Elif", tools: [say("handover:parts.safety")] });
  await table.tablet.answer(4);
  await table.tablet.toTheEnd();
  await table.tablet.takeBack(table.secrets.pin);
  await expect(unsentCorner(table.tablet)).toBeVisible(later);
  await office.tablet.goTo(`/families/${family}/timeline`);
  await goOnline(table.tablet);
  await expect(corner(table.tablet, "common:sent")).toBeVisible(later);
  const how = `Elif · ${say("casefile:origin.short.self")}`;
  const said = office.tablet.page().getByRole("listitem").filter({ hasText: how });
  await expect(said.getByText("4", { exact: true }).first()).toBeVisible(later);
});

test("both change one agreement without a network, and both see two versions of it", async ({ tabletAt }) => {
  const { office, table, family } = await sharedFamily(tabletAt);
  const what = (tablet: Tablet) => tablet.field("casefile:agreements.fields.what");
  await table.tablet.goTo(`/families/${family}/plan`);
  await table.tablet.press("casefile:agreements.add");
  await table.tablet.write(what(table.tablet), "Oma belt elke avond");
  await what(table.tablet).press("Tab");
  await expect(corner(table.tablet, "common:sent")).toBeVisible(later);
  const address = new URL(table.tablet.page().url());
  const sheet = `${address.pathname}${address.search}`;
  await office.tablet.goTo(sheet);
  await expect(what(office.tablet)).toHaveValue("Oma belt elke avond", later);
  for (const { tablet } of [office, table]) await goOffline(tablet);
  await office.tablet.write(what(office.tablet), "Oma belt om zeven uur");
  await what(office.tablet).press("Tab");
  await table.tablet.write(what(table.tablet), "Oma komt elke avond langs");
  await what(table.tablet).press("Tab");
  for (const { tablet } of [office, table]) {
    await expect(unsentCorner(tablet)).toBeVisible(later);
    await goOnline(tablet);
  }
  for (const { tablet } of [office, table]) {
    await tablet.goTo(`/families/${family}/versions`);
    for (const words of ["Oma belt om zeven uur", "Oma komt elke avond langs"]) {
      await expect(tablet.page().getByText(words).first()).toBeVisible(later);
    }
    await draw(tablet.page(), "two versions");
  }
});

test("one worker's two tablets open one checklist without a network and end with one", async ({
  tabletAt,
}) => {
  const office = await setUpAt(tabletAt, await served.setUpLink(), "Marit", "agency:new.title");
  await foundAgency(office.tablet, "De Linde");
  const link = await inviteSecondTablet(office.tablet);
  const table = await setUpAt(tabletAt, link, "Marit", "agency:join.title");
  await joinAgency(table.tablet);
  const alarms = "alarm-signals";
  await office.tablet.goTo("/families");
  const family = await office.tablet.newFamily(familyName);
  await office.tablet.addPerson("Noor", { roles: ["child"], birth: "2018" });
  await shareFamily(office.tablet);
  await table.tablet.goTo("/families");
  await expect(table.tablet.page().getByRole("link", { name: familyName })).toBeVisible(later);
  const openList = async (tablet: Tablet) => {
    await tablet.goTo(`/families/${family}`);
    await tablet.openInAssessment(alarms, "Noor");
    await tablet.openPart(alarms, "presumed-maltreatment");
  };
  const item = (id: string) => say(`instruments:${alarms}.items.${id}`);
  const both = [
    { tablet: office.tablet, id: "injury-not-accidental", answer: say("tools:say.no") },
    { tablet: table.tablet, id: "severe-violence-or-discipline", answer: say("tools:say.yes") },
  ];
  for (const { tablet } of both) {
    await openList(tablet);
    await goOffline(tablet);
  }
  for (const { tablet, id, answer } of both) await tablet.tapAnswer(item(id), answer);
  for (const { tablet } of both) await goOnline(tablet);
  for (const { tablet } of both) {
    await expect(corner(tablet, "common:sent")).toBeVisible(later);
    for (const { id, answer } of both) {
      const group = tablet.page().getByRole("group", { name: item(id), exact: true });
      const button = group.getByRole("button", { name: answer, exact: true });
      await expect(button).toHaveAttribute("aria-pressed", "true", later);
    }
    await tablet.goTo(`/families/${family}/versions`);
    await expect(tablet.page().getByText(say("casefile:versions.none"))).toBeVisible();
  }
});

/** How many rows a tablet has of each kind: of what was heard in one piece, and of single entries. */
const rowsOf = (tablet: Tablet): Promise<{ readonly bundles: number; readonly entries: number }> =>
  tablet.page().evaluate(async () => {
    const of = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await of(indexedDB.open("keukentafel"));
    const stores = database.transaction(["bundles", "entries"]);
    const bundles = await of(stores.objectStore("bundles").count());
    const entries = await of(stores.objectStore("entries").count());
    database.close();
    return { bundles, entries };
  });

/** From the next page on: how many bundles this page has kept. */
async function countBundles(tablet: Tablet): Promise<() => Promise<number>> {
  await tablet.context().addInitScript(() => {
    const counted = window as unknown as { bundled: number };
    counted.bundled = 0;
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function (...given) {
      if (this.name === "bundles") counted.bundled += 1;
      return add.apply(this, given);
    };
  });
  return () => tablet.page().evaluate(() => (window as unknown as { bundled: number }).bundled);
}

test("a long family comes to a new tablet in one piece, and is laid out once all has been heard", async ({
  tabletAt,
}) => {
  const office = await setUpAt(tabletAt, await served.setUpLink(), "Marit", "agency:new.title");
  await foundAgency(office.tablet, "De Linde");
  await office.tablet.goTo("/families");
  const family = await office.tablet.newFamily(familyName);
  const notes = Array.from({ length: 25 }, (_, n) => `Notitie ${n + 1} van 25`);
  for (const text of notes) await office.tablet.note(text);
  await shareFamily(office.tablet);
  await expect(corner(office.tablet, "common:sent")).toBeVisible(later);
  await office.tablet.goTo("/agency");
  const link = await inviteSecondTablet(office.tablet);
  const tablet = await tabletAt(served.url);
  const bundled = await countBundles(tablet);
  await tablet.open(pathOf(link));
  await tablet.setUp({ worker: "Marit", leadsTo: "agency:join.title" });
  await joinAgency(tablet);
  await tablet.goTo("/families");
  await expect(tablet.page().getByRole("link", { name: familyName })).toBeVisible(later);
  await expect.poll(bundled, "it came in one piece").toBeGreaterThan(0);
  await expect.poll(() => rowsOf(tablet), later).toMatchObject({ bundles: 0 });
  expect((await rowsOf(tablet)).entries).toBeGreaterThanOrEqual(notes.length);
  await tablet.goTo(`/families/${family}`);
  await expect(tablet.noted("Notitie 25 van 25")).toBeVisible(later);
  await tablet.note("Van de nieuwe tablet");
  await expect(corner(tablet, "common:sent")).toBeVisible(later);
  await office.tablet.goTo(`/families/${family}`);
  await expect(office.tablet.noted("Van de nieuwe tablet")).toBeVisible(later);
});

test("a colleague who is taken out reads nothing of what comes after", async ({ tabletAt }) => {
  const { office, table, family } = await sharedFamily(tabletAt);
  await table.tablet.goTo(`/families/${family}`);
  await table.tablet.note("Voor ons allebei");
  await office.tablet.goTo(`/families/${family}`);
  await expect(office.tablet.noted("Voor ons allebei")).toBeVisible(later);
  await table.tablet.goTo(`/families/${family}/people`);
  await takeOut(table.tablet, "Marit");
  await expect(office.tablet.page().getByText(say("sharing:left.title")).first()).toBeVisible(later);
  await table.tablet.goTo(`/families/${family}`);
  await table.tablet.note("Alleen voor Youssef");
  await expect(corner(table.tablet, "common:sent")).toBeVisible(later);
  await office.tablet.goTo("/saved");
  await office.tablet.goTo(`/families/${family}`);
  await expect(office.tablet.noted("Voor ons allebei")).toBeVisible();
  await expect(office.tablet.noted("Alleen voor Youssef")).toHaveCount(0);
});

test("a relay that is put back to yesterday gets back what any tablet holds, also of one that is gone for good", async ({
  tabletAt,
}) => {
  const { office, table, family } = await sharedFamily(tabletAt);
  const restore = await served.backUp();
  await table.tablet.goTo(`/families/${family}`);
  await table.tablet.note("Na de kopie, van de tablet");
  await expect(corner(table.tablet, "common:sent")).toBeVisible(later);
  await office.tablet.goTo(`/families/${family}`);
  await expect(office.tablet.noted("Na de kopie, van de tablet")).toBeVisible(later);
  await office.tablet.note("Na de kopie, van kantoor");
  await expect(corner(office.tablet, "common:sent")).toBeVisible(later);
  // The tablet falls into the water, and the relay has forgotten the day.
  await table.tablet.context().close();
  await restore();
  await office.tablet.goTo("/saved");
  await office.tablet.press("saved:exchange.now");
  await office.tablet.page().waitForTimeout(3_000);
  await office.tablet.press("saved:exchange.now");
  await expect(corner(office.tablet, "common:sent")).toBeVisible(later);
  // Who comes new hears all of it from the relay alone.
  await office.tablet.goTo("/agency");
  const link = await inviteColleague(office.tablet, "worker");
  const loes = await setUpAt(tabletAt, link, "Loes", "agency:join.title");
  await joinAgency(loes.tablet);
  const heading = office.tablet.page().getByRole("heading", { name: "Loes", level: 3, exact: true });
  await expect(heading).toBeVisible(later);
  await office.tablet.goTo(`/families/${family}/people`);
  await addColleague(office.tablet, "Loes");
  await expect(corner(office.tablet, "common:sent")).toBeVisible(later);
  await office.tablet.context().close();
  await loes.tablet.goTo("/families");
  await expect(loes.tablet.page().getByRole("link", { name: familyName })).toBeVisible(later);
  await loes.tablet.goTo(`/families/${family}`);
  for (const text of ["Na de kopie, van de tablet", "Na de kopie, van kantoor"]) {
    await expect(loes.tablet.noted(text)).toBeVisible(later);
  }
});

test("a relay that asks for a newer app stops the exchange and nothing else: writing goes on, and all is sent after the update", async ({
  tabletAt,
}) => {
  const { tablet } = await setUpAt(tabletAt, await served.setUpLink(), "Marit", "agency:new.title");
  await foundAgency(tablet, "De Linde");
  await tablet.goTo("/families");
  const family = await tablet.newFamily(familyName);
  await shareFamily(tablet);
  await expect(corner(tablet, "common:sent")).toBeVisible(later);
  const headers = { [versionHeader]: String(protocolVersion + 1) };
  await tablet.context().route("**/api/**", (route) => route.fulfill({ status: 426, headers }));
  await tablet.goTo(`/families/${family}`);
  await tablet.note("Geschreven met de oude app");
  await expect(tablet.noted("Geschreven met de oude app")).toBeVisible();
  await tablet.goTo("/saved");
  await tablet.press("saved:exchange.now");
  await expect(tablet.page().getByText(say("saved:exchange.problems.too-old"))).toBeVisible(later);
  await draw(tablet.page(), "saved, an app that is too old");
  await expect(corner(tablet, "common:sent")).toBeHidden();
  await tablet.context().unroute("**/api/**");
  await tablet.press("saved:exchange.now");
  await expect(corner(tablet, "common:sent")).toBeVisible(later);
  await expect(tablet.page().getByText(say("saved:exchange.problems.too-old"))).toBeHidden();
});

test("with the agency's sheet an administrator lets herself into the family of a colleague who is gone", async ({
  tabletAt,
}) => {
  const { office, table, code } = await twoColleagues(tabletAt);
  await table.tablet.goTo("/families");
  const family = await table.tablet.newFamily(familyName);
  await table.tablet.note("Van een collega die weg is");
  await shareFamily(table.tablet);
  await expect(corner(table.tablet, "common:sent")).toBeVisible(later);
  await table.tablet.context().close();
  const { tablet } = office;
  await tablet.goTo("/agency");
  await tablet.press("agency:letIn.open");
  const dialog = tablet.page().getByRole("dialog");
  const field = tablet.field("agency:administrator.code");
  await tablet.write(field, `${code.slice(0, -2)}QQ`);
  await tablet.press("agency:letIn.next");
  await expect(dialog.getByText(say("agency:administrator.codeWrong"))).toBeVisible(later);
  await draw(tablet.page(), "let in, another code");
  await tablet.write(field, code.toLowerCase());
  await tablet.press("agency:letIn.next");
  await tablet.activate(dialog.getByRole("radio", { name: /Youssef/ }));
  await tablet.choose(dialog.getByLabel(say("agency:letIn.who"), { exact: true }), "Marit");
  await draw(tablet.page(), "let in, whom");
  await tablet.press("agency:letIn.yes");
  await expect(tablet.page().getByText(say("agency:letIn.doneSelf"))).toBeVisible(later);
  const use = say("agency:recoveries.case", { name: "Marit" });
  await expect(tablet.page().getByText(use).first()).toBeVisible(later);
  await draw(tablet.page(), "a use of the sheet");
  await tablet.goTo("/families");
  await expect(tablet.page().getByRole("link", { name: familyName })).toBeVisible(later);
  await tablet.goTo(`/families/${family}`);
  await expect(tablet.noted("Van een collega die weg is")).toBeVisible(later);
  // An administrator sees who has looked, herself too.
  await tablet.goTo(`/families/${family}/access`);
  const row = tablet.page().getByRole("row").filter({ hasText: "Marit" }).first();
  await expect(row).toBeVisible(later);
  await draw(tablet.page(), "who has looked");
  await expect(tablet.link("casefile:tabs.people")).toHaveAttribute("aria-current", "true");
  // Upright, the corner takes two lines; on a phone no cell is cut off.
  await tablet.page().setViewportSize({ width: 800, height: 1280 });
  expect(await linesOfCorner(tablet)).toBeLessThanOrEqual(2);
  await tablet.page().setViewportSize({ width: 360, height: 740 });
  for (const cell of await row.getByRole("cell").all()) {
    const box = await cell.boundingBox();
    expect(box && box.x + box.width).toBeLessThanOrEqual(360);
  }
});

/** How many lines the words of the corner stand in. */
const linesOfCorner = (tablet: Tablet): Promise<number> =>
  tablet
    .page()
    .locator(".ui-status")
    .evaluate((corner) => {
      const words = document.createRange();
      words.selectNodeContents(corner);
      const { height } = words.getBoundingClientRect();
      return Math.round(height / Number.parseFloat(getComputedStyle(corner).lineHeight));
    });
