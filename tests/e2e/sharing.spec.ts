import type { Tablet } from "./driver.ts";
import { foundAgency, inviteColleague, joinAgency, pathOf } from "./hands/agency.ts";
import { draw } from "./lookBook.ts";
import { createLooks, onPhone } from "./looks.ts";
import { type ServedRelay, serveRelay } from "./serveRelay.ts";
import { expect, type TabletAt, test } from "./test.ts";

let served: ServedRelay;

test.beforeAll(async () => {
  served = await serveRelay();
});

test.afterAll(() => served.close());

/** What is said at once and comes later: a key from a colleague's tablet, then what it opens. */
const later = { timeout: 60_000 };

/** Marit begins an agency, and Youssef joins it. */
async function twoColleagues(tabletAt: TabletAt) {
  const [marit, youssef] = await Promise.all([tabletAt(served.url), tabletAt(served.url)]);
  await marit.open(pathOf(await served.setUpLink()));
  await marit.setUp({ worker: "Marit", leadsTo: "agency:new.title" });
  await foundAgency(marit, "Stichting De Linde");
  const link = await inviteColleague(marit, "worker");
  await youssef.open(pathOf(link));
  await youssef.setUp({ worker: "Youssef", leadsTo: "agency:join.title" });
  await joinAgency(youssef);
  await expect(marit.page().getByRole("heading", { name: "Youssef", exact: true })).toBeVisible(later);
  return { marit, youssef };
}

const see = (tablet: Tablet, key: string, values: Record<string, string | number> = {}) =>
  expect(tablet.page().getByText(tablet.say(key, values)).first()).toBeVisible(later);

/** Nothing of the relay is reached; the app itself is there, as it is on a tablet that has it installed. */
const outOfReach = (tablet: Tablet) => tablet.context().route("**/api/**", (route) => route.abort());

const inReach = (tablet: Tablet) => tablet.context().unroute("**/api/**");

async function share({ page, press, goTo }: Tablet, family: string): Promise<void> {
  await goTo(`/families/${family}/people`);
  await press("sharing:alone.share");
  await draw(page(), "a family to share");
  await press("sharing:alone.yes");
  await expect(page().getByRole("dialog")).toBeHidden(later);
}

async function pickColleague({ page }: Tablet, name: string): Promise<void> {
  await page().getByRole("dialog").getByRole("combobox").selectOption({ label: name });
}

test("a family is shared with a colleague, who writes without a network; taken out, what came too late is taken in", async ({
  tabletAt,
  offences,
}) => {
  test.setTimeout(300_000);
  offences.allow(/net::ERR/);
  const { marit, youssef } = await twoColleagues(tabletAt);
  await marit.goTo("/families");
  const family = await marit.newFamily("Familie Yılmaz");
  await marit.goTo(`/families/${family}/people`);
  await see(marit, "sharing:alone.title");
  await draw(marit.page(), "people, of a family alone");
  await share(marit, family);
  await marit.press("sharing:add.open");
  await pickColleague(marit, "Youssef");
  await draw(marit.page(), "a colleague to add");
  await marit.press("sharing:add.yes");
  await see(marit, "sharing:remove.open");
  await see(marit, "common:sent");

  // It comes to the colleague, who writes in a cellar.
  await youssef.goTo("/families");
  await expect(youssef.page().getByRole("link", { name: "Familie Yılmaz" })).toBeVisible(later);
  await see(youssef, "sharing:card.shared", { count: 2 });
  await youssef.goTo(`/families/${family}`);
  // That it was opened is logged, once, and goes first.
  await youssef.page().waitForTimeout(2_000);
  await see(youssef, "common:sent");
  await outOfReach(youssef);
  await youssef.note("Gezien in de kelder.");
  await see(youssef, "common:unsent", { count: 1 });
  await draw(youssef.page(), "one not sent");
  await expect(youssef.page().getByText(youssef.say("common:sent"), { exact: true })).toBeHidden();
  await youssef.goTo("/saved");
  await see(youssef, "saved:unsent.title", { count: 1 });
  await draw(youssef.page(), "saved, one not sent");
  await inReach(youssef);
  await youssef.press("saved:exchange.now");
  await see(youssef, "saved:unsent.none");
  await see(youssef, "common:sent");
  await marit.goTo(`/families/${family}`);
  await expect(marit.noted("Gezien in de kelder.")).toBeVisible(later);

  // Taken out while it writes once more without a network.
  await youssef.goTo(`/families/${family}`);
  await outOfReach(youssef);
  await youssef.note("Te laat gezien.");
  await marit.goTo(`/families/${family}/people`);
  await marit.press("sharing:remove.one", { name: "Youssef" });
  await draw(marit.page(), "a colleague to take out");
  await marit.press("sharing:remove.yes");
  await expect(marit.page().getByRole("alertdialog")).toBeHidden(later);
  await inReach(youssef);
  await youssef.page().evaluate(() => dispatchEvent(new Event("online")));
  await see(youssef, "sharing:left.title");
  await draw(youssef.page(), "a family that was left");
  // An empty family is no longer this worker's to begin.
  await expect(youssef.heading("casefile:overview.first.title")).toBeHidden();
  // What came too late stands on no page of the family here: its words do where everything is told, and are not called sent.
  await youssef.goTo("/saved");
  await see(youssef, "saved:unsent.late.left");
  await draw(youssef.page(), "saved, what came too late");
  await expect(youssef.page().getByText("Te laat gezien.", { exact: true })).toBeVisible();
  for (const key of ["saved:unsent.none", "saved:unsent.held", "common:sent"]) {
    await expect(youssef.page().getByText(youssef.say(key), { exact: true })).toBeHidden();
  }
  await see(marit, "sharing:late.from", { name: "Youssef", count: 1 });
  await draw(marit.page(), "what a colleague left");
  // It is read before it is taken in.
  await expect(marit.page().getByText("Te laat gezien.", { exact: true })).toBeHidden();
  await marit.press("sharing:late.readOne", { name: "Youssef" });
  await expect(marit.page().getByText("Te laat gezien.", { exact: true })).toBeVisible(later);
  await draw(marit.page(), "what a colleague left, read");
  await marit.press("sharing:late.takeOne", { name: "Youssef" });
  await expect(marit.heading("sharing:late.title")).toBeHidden(later);
  await marit.goTo(`/families/${family}`);
  await expect(marit.noted("Te laat gezien.")).toBeVisible(later);

  // Taken in, it is not late any more.
  await youssef.press("saved:exchange.now");
  await see(youssef, "saved:unsent.none");

  // Nothing of it is here alone any more: it can go.
  await youssef.goTo(`/families/${family}/people`);
  await youssef.press("sharing:left.open");
  await draw(youssef.page(), "a family to forget");
  await youssef.press("sharing:left.yes");
  await youssef.goTo("/families");
  await expect(youssef.page().getByText("Familie Yılmaz")).toBeHidden(later);
});

test("who reads along is let work along, without being taken out first", async ({ tabletAt }) => {
  test.setTimeout(240_000);
  const { marit, youssef } = await twoColleagues(tabletAt);
  await marit.goTo("/families");
  const family = await marit.newFamily("Familie Yılmaz");
  await share(marit, family);
  await marit.press("sharing:add.open");
  await pickColleague(marit, "Youssef");
  await marit.activate(marit.page().getByRole("radio", { name: marit.say("sharing:right.read") }));
  await marit.press("sharing:add.yes");
  await expect(marit.page().getByRole("dialog")).toBeHidden(later);
  await youssef.goTo("/families");
  await expect(youssef.page().getByRole("link", { name: "Familie Yılmaz" })).toBeVisible(later);
  await youssef.goTo(`/families/${family}/people`);
  await see(youssef, "sharing:readOnly");
  await draw(youssef.page(), "people, reading along");
  await marit.press("sharing:letWrite.one", { name: "Youssef" });
  await draw(marit.page(), "a colleague to let write");
  await marit.press("sharing:letWrite.yes");
  await expect(marit.page().getByRole("dialog")).toBeHidden(later);
  await expect(marit.page().getByText(marit.say("sharing:right.read"))).toBeHidden();
  await expect(youssef.page().getByText(youssef.say("sharing:readOnly"))).toBeHidden(later);
  await youssef.goTo(`/families/${family}`);
  await youssef.note("Nu schrijf ik mee.");
  await marit.goTo(`/families/${family}`);
  await expect(marit.noted("Nu schrijf ik mee.")).toBeVisible(later);
});

test("a family is handed over: the colleague says yes, and the one who asked stops", async ({
  tabletAt,
  offences,
}) => {
  test.setTimeout(240_000);
  // Who has just stopped may be asking for what came in meanwhile.
  offences.allow(/403 \(Forbidden\).*\/api\/cases\//);
  const { marit, youssef } = await twoColleagues(tabletAt);
  const looks = createLooks(marit.page, { names: ["Yılmaz"] });
  await marit.goTo("/families");
  const family = await marit.newFamily("Familie Yılmaz");
  await share(marit, family);
  // The last who works there can't stop.
  await marit.press("sharing:leave.open");
  await see(marit, "sharing:leave.last");
  await draw(marit.page(), "the last who leaves");
  await marit.page().keyboard.press("Escape");
  await marit.press("sharing:offer.open");
  await pickColleague(marit, "Youssef");
  await draw(marit.page(), "an offer to make");
  await marit.press("sharing:offer.yes");
  await see(marit, "sharing:offer.pending", { name: "Youssef" });
  await looks.look("people, with an offer");
  for (const one of await onPhone(marit.page())) looks.add(`people, on a phone: ${one}`);
  await youssef.goTo("/families");
  await see(youssef, "sharing:offer.toYouBy", { name: "Marit" });
  // Withdrawn, the question goes from the colleague's list too; and it can be asked again.
  await marit.press("sharing:offer.withdrawOne", { name: "Youssef" });
  await expect(youssef.button("sharing:offer.accept")).toBeHidden(later);
  await marit.press("sharing:offer.open");
  await pickColleague(marit, "Youssef");
  await marit.press("sharing:offer.yes");
  await see(youssef, "sharing:offer.toYouBy", { name: "Marit" });
  await draw(youssef.page(), "an offer");
  // Not now: out of the way, and still there to answer.
  await youssef.press("sharing:offer.notNow");
  await expect(youssef.button("sharing:offer.accept")).toBeHidden();
  await youssef.press("sharing:offer.putAway", { count: 1 });
  await youssef.press("sharing:offer.accept");
  await expect(youssef.page().getByRole("link", { name: "Familie Yılmaz" })).toBeVisible(later);
  await expect(marit.button("sharing:remove.one", { name: "Youssef" })).toBeVisible(later);
  await marit.press("sharing:leave.open");
  await marit.press("sharing:leave.yes");
  await see(marit, "sharing:left.title");
  await looks.look("people, after stopping");
  await youssef.goTo(`/families/${family}/people`);
  await see(youssef, "sharing:right.write");
  await expect(youssef.page().getByText("Marit", { exact: true })).toBeHidden(later);
  expect(looks.found).toEqual([]);
});
