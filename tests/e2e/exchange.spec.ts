import type { Browser, BrowserContext } from "@playwright/test";
import { createTablet, type Tablet } from "./driver.ts";
import { foundAgency, inviteColleague, joinAgency, pathOf } from "./hands/agency.ts";
import { addColleague, shareFamily, takeOut } from "./hands/sharing.ts";
import type { Secrets } from "./hands/start.ts";
import { type ServedRelay, serveRelay } from "./serveRelay.ts";
import { expect, test } from "./test.ts";
import { wordsIn } from "./words.ts";

/** Two tablets and one relay, all of them real: what one writes without a network, the other reads without a reload. */

const nl = wordsIn("nl");
const later = { timeout: 60_000 };

let served: ServedRelay;
const opened: BrowserContext[] = [];

test.beforeEach(async ({ offences }) => {
  test.setTimeout(300_000);
  // Without a network the relay is asked in vain, and the browser says so.
  offences.allow(/Failed to load resource.*\/api\//);
  served = await serveRelay();
});

test.afterEach(async () => {
  await Promise.all(opened.splice(0).map((context) => context.close()));
  await served.close();
});

type Colleague = { readonly tablet: Tablet; readonly secrets: Secrets };

async function setUpAt(browser: Browser, link: string, worker: string, leadsTo: string): Promise<Colleague> {
  const context = await browser.newContext();
  opened.push(context);
  const page = await context.newPage();
  const tablet = createTablet(() => page, served.url);
  await tablet.open(pathOf(link));
  const secrets = await tablet.setUp({ worker, leadsTo });
  return { tablet, secrets };
}

/** The office has begun an agency, the tablet belongs to it, and each knows the other's name. */
async function twoColleagues(browser: Browser) {
  const office = await setUpAt(browser, await served.setUpLink(), "Marit", "agency:new.title");
  await foundAgency(office.tablet, "De Linde");
  const table = await setUpAt(
    browser,
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
    // From here on all that the app needs is on the tablet.
    await one.tablet.page().evaluate(() => navigator.serviceWorker.ready);
    await one.tablet.reload();
    await one.tablet.unlock(one.secrets.words);
  }
  return { office, table };
}

const familyName = "Familie Yılmaz";

/** A family that the tablet's worker made, in which the office works too. */
async function sharedFamily(browser: Browser) {
  const { office, table } = await twoColleagues(browser);
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

const goOnline = (tablet: Tablet) => tablet.context().setOffline(false);

test("a mother taps 4 without a network; once there is one, the office sees it without a reload", async ({
  browser,
}) => {
  const { office, table, family } = await sharedFamily(browser);
  await table.tablet.goOffline();
  await table.tablet.goTo(`/families/${family}`);
  await table.tablet.planVisit();
  await table.tablet.press("visit:prepare.begin");
  await table.tablet.handOver({ to: "Elif", tools: [nl("handover:parts.safety")] });
  await table.tablet.answer(4);
  await table.tablet.toTheEnd();
  await table.tablet.takeBack(table.secrets.pin);
  await expect(
    table.tablet
      .page()
      .getByRole("banner")
      .getByText(/nog niet verstuurd/),
  ).toBeVisible(later);
  await office.tablet.goTo(`/families/${family}/timeline`);
  await expect(office.tablet.page().getByText("Elif").first()).toBeVisible();
  await expect(office.tablet.page().getByText(nl("casefile:value.score", { n: 4 }))).toHaveCount(0);
  await goOnline(table.tablet);
  await expect(corner(table.tablet, "common:sent")).toBeVisible(later);
  await expect(office.tablet.page().getByText(/\b4\b/).first()).toBeVisible(later);
});

test("both change one agreement without a network, and both see two versions of it", async ({ browser }) => {
  const { office, table, family } = await sharedFamily(browser);
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
  for (const { tablet } of [office, table]) await tablet.goOffline();
  await office.tablet.write(what(office.tablet), "Oma belt om zeven uur");
  await what(office.tablet).press("Tab");
  await table.tablet.write(what(table.tablet), "Oma komt elke avond langs");
  await what(table.tablet).press("Tab");
  for (const { tablet } of [office, table]) {
    await expect(
      tablet
        .page()
        .getByRole("banner")
        .getByText(/nog niet verstuurd/),
    ).toBeVisible(later);
    await goOnline(tablet);
  }
  for (const { tablet } of [office, table]) {
    await tablet.goTo(`/families/${family}/versions`);
    for (const words of ["Oma belt om zeven uur", "Oma komt elke avond langs"]) {
      await expect(tablet.page().getByText(words).first()).toBeVisible(later);
    }
  }
});

test("both open one checklist without a network and end with one", async ({ browser }) => {
  const { office, table, family } = await sharedFamily(browser);
  const list = `/families/${family}/tools/alarm-signals`;
  for (const { tablet } of [office, table]) {
    await tablet.goTo(list);
    await tablet.goOffline();
  }
  const [first, second] = ["shaken-baby", "burns"].map((item) =>
    nl(`instruments:alarm-signals.items.${item}`),
  );
  const answers = async (tablet: Tablet, item: string, answer: string) => {
    const row = tablet
      .page()
      .getByRole("radiogroup", { name: item })
      .or(tablet.page().getByRole("group", { name: item }));
    await tablet.pick(nl(answer), row.first());
  };
  await answers(office.tablet, first ?? "", "tools:answers.no");
  await answers(table.tablet, second ?? "", "tools:answers.yes");
  for (const { tablet } of [office, table]) await goOnline(tablet);
  for (const { tablet } of [office, table]) {
    await expect(corner(tablet, "common:sent")).toBeVisible(later);
    await tablet.goTo(`/families/${family}/versions`);
    await expect(tablet.page().getByText(nl("casefile:versions.none"))).toBeVisible();
  }
});

test("a colleague who is taken out reads nothing of what comes after", async ({ browser }) => {
  const { office, table, family } = await sharedFamily(browser);
  await table.tablet.goTo(`/families/${family}`);
  await table.tablet.note("Voor ons allebei");
  await office.tablet.goTo(`/families/${family}`);
  await expect(office.tablet.noted("Voor ons allebei")).toBeVisible(later);
  await table.tablet.goTo(`/families/${family}/people`);
  await takeOut(table.tablet, "Marit");
  await expect(office.tablet.page().getByText(nl("sharing:left.title")).first()).toBeVisible(later);
  await table.tablet.goTo(`/families/${family}`);
  await table.tablet.note("Alleen voor Youssef");
  await expect(corner(table.tablet, "common:sent")).toBeVisible(later);
  await office.tablet.goTo("/saved");
  await office.tablet.goTo(`/families/${family}`);
  await expect(office.tablet.noted("Voor ons allebei")).toBeVisible();
  await expect(office.tablet.noted("Alleen voor Youssef")).toHaveCount(0);
});
