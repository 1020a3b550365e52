import type { Tablet } from "./driver.ts";
import {
  foundAgency,
  inviteColleague,
  inviteSecondTablet,
  joinAgency,
  pathOf,
  typeOver,
} from "./hands/agency.ts";
import { draw } from "./lookBook.ts";
import { axeFinds, createLooks, onPhone } from "./looks.ts";
import { type ServedRelay, serveRelay } from "./serveRelay.ts";
import { expect, test } from "./test.ts";

let served: ServedRelay;

test.beforeAll(async () => {
  served = await serveRelay();
});

test.afterAll(() => served.close());

/** What is said at once and comes later: a key from a colleague's tablet, then a name. */
const later = { timeout: 60_000 };

/** Opens a link on a new tablet: setting up comes first, and leads to what the link is for. */
async function setUpAt(tablet: Tablet, link: string, worker: string, leadsTo: string): Promise<void> {
  await tablet.open(pathOf(link));
  await tablet.setUp({ worker, leadsTo });
}

const person = ({ page }: Tablet, name: string) =>
  page()
    .getByRole("listitem")
    .filter({ has: page().getByRole("heading", { name, level: 3, exact: true }) });

test("an administrator begins an agency, a colleague and a second tablet join by a link, and a revoked tablet says so", async ({
  tabletAt,
}) => {
  test.setTimeout(300_000);
  const marit = await tabletAt(served.url);
  const youssef = await tabletAt(served.url);
  const second = await tabletAt(served.url);
  const setUpLink = await served.setUpLink();
  await setUpAt(marit, setUpLink, "Marit", "agency:new.title");
  const identity = await foundAgency(marit, "Stichting De Linde");
  await expect(marit.page()).toHaveURL(/\/agency$/);
  await expect(person(marit, "Marit")).toContainText(marit.say("agency:roles.administrator"), later);
  await expect(person(marit, "Marit")).toContainText(marit.say("agency:device.this"));
  await expect(marit.page().getByText(marit.say("agency:exchange.sent"))).toBeVisible(later);
  const fingerprint = await marit.page().locator(".agency-fingerprint").innerText();

  // A colleague, whose link is opened on a tablet that is not set up yet.
  const link = await inviteColleague(marit, "worker");
  await expect(marit.heading("agency:invitations.title")).toBeVisible();
  await setUpAt(youssef, link, "Youssef", "agency:join.title");
  await expect(youssef.page().locator(".agency-fingerprint")).toHaveText(fingerprint);
  await draw(youssef.page(), "an invitation that lies open");
  await joinAgency(youssef);
  await expect(youssef.page().getByRole("heading", { name: "Stichting De Linde" })).toBeVisible(later);
  await expect(person(youssef, "Marit")).toBeVisible(later);
  await expect(person(marit, "Youssef")).toContainText(marit.say("agency:roles.worker"), later);
  await expect(marit.heading("agency:invitations.title")).toBeHidden();
  await expect(youssef.button("agency:invite.open")).toBeHidden();
  await draw(youssef.page(), "a worker's agency");

  // Another role.
  await marit.press("agency:people.roleOf", { name: "Youssef" });
  await draw(marit.page(), "another role");
  await marit
    .page()
    .getByRole("radio", { name: marit.say("agency:roles.supervisor") })
    .click();
  await marit.press("agency:appoint.save");
  await expect(person(marit, "Youssef")).toContainText(marit.say("agency:roles.supervisor"), later);
  await expect(person(youssef, "Youssef")).toContainText(youssef.say("agency:roles.supervisor"), later);

  // A second administrator, whom only the sheet can make.
  const { activate, choose, write, field } = marit;
  await activate(marit.button("agency:administrator.open"));
  await marit.press("agency:administrator.yes");
  await expect(marit.page().getByText(marit.say("agency:administrator.whoNeeded"))).toBeVisible();
  expect(await axeFinds(marit.page())).toEqual([]);
  await choose(marit.page().getByLabel(marit.say("agency:administrator.who"), { exact: true }), "Youssef");
  await write(
    field("agency:administrator.code"),
    identity.replace(/.$/, (last) => (last === "Q" ? "P" : "Q")),
  );
  await marit.press("agency:administrator.yes");
  await expect(marit.page().getByText(marit.say("agency:administrator.codeWrong"))).toBeVisible(later);
  await draw(marit.page(), "another code");
  await write(field("agency:administrator.code"), identity.toLowerCase());
  await marit.press("agency:administrator.yes");
  await expect(marit.page().getByText(marit.say("agency:administrator.done"))).toBeVisible(later);
  await draw(marit.page(), "a second administrator");
  await expect(person(marit, "Youssef")).toContainText(marit.say("agency:roles.administrator"), later);
  await expect(youssef.button("agency:invite.open")).toBeVisible(later);

  // The administrator's second tablet.
  const own = await inviteSecondTablet(marit);
  await setUpAt(second, own, "Marit", "agency:join.title");
  await expect(second.page().getByText(second.say("agency:join.second"))).toBeVisible();
  await draw(second.page(), "a second tablet");
  await joinAgency(second);
  await expect(second.page().getByRole("heading", { name: "Stichting De Linde" })).toBeVisible(later);
  await expect(second.button("agency:invite.open")).toBeVisible(later);
  const revokeSecond = { number: 2, name: "Marit" };
  await expect(marit.button("agency:device.revokeOf", revokeSecond)).toBeVisible(later);

  // It was lost, and is revoked.
  await marit.press("agency:device.revokeOf", revokeSecond);
  await expect(marit.page().getByRole("alertdialog")).toContainText(marit.say("agency:revoke.refused"));
  await draw(marit.page(), "a tablet to revoke");
  await marit.press("agency:revoke.yes");
  await expect(marit.page().getByText(marit.say("agency:revoke.done"))).toBeVisible(later);
  await expect(person(marit, "Marit")).toContainText(marit.say("agency:device.revoked"));
  await expect(marit.page().getByRole("heading", { name: "Marit", level: 3 })).toBeFocused();
  await draw(marit.page(), "a tablet revoked");
  const gone = second.say("agency:out.revoked.title", { name: "Stichting De Linde" });
  await expect(second.page().getByText(gone)).toBeVisible(later);
  await draw(second.page(), "a tablet that is revoked");
  await expect(second.button("agency:invite.open")).toBeHidden();
  await expect(marit.page().getByText(gone)).toBeHidden();

  // What was used once, and what lost a piece, lets nobody in.
  const late = await tabletAt(served.url);
  await setUpAt(late, link, "Loes", "agency:join.title");
  await expect(late.page().getByText(late.say("agency:join.not.spent"))).toBeVisible(later);
  await draw(late.page(), "a spent link");
  await late.goTo(pathOf(link.slice(0, -3)));
  await expect(late.page().getByText(late.say("agency:join.not.broken"))).toBeVisible();
  await late.goTo(pathOf(setUpLink.slice(0, -3)));
  await expect(late.page().getByText(late.say("agency:new.broken.text"))).toBeVisible();
  await draw(late.page(), "a broken link of a relay");
  await youssef.goTo(pathOf(link));
  await expect(youssef.page().getByText(youssef.say("agency:join.not.member-already"))).toBeVisible();
  await draw(youssef.page(), "an invitation for who is in");
});

test("what the relay never answered is sent again as the same agency, and a used link begins no other", async ({
  tabletAt,
  offences,
}) => {
  test.setTimeout(240_000);
  offences.allow(/ERR_FAILED|net::ERR|403/);
  const marit = await tabletAt(served.url);
  const other = await tabletAt(served.url);
  const setUpLink = await served.setUpLink();
  await setUpAt(marit, setUpLink, "Marit", "agency:new.title");
  const { page, press, say } = marit;
  await press("agency:new.next");
  await expect(page().getByText(say("agency:new.nameNeeded"))).toBeVisible();
  await marit.write(marit.field("agency:new.name"), "Stichting De Linde");
  await press("agency:new.next");
  await expect(marit.button("agency:new.done")).toBeVisible();
  await press("agency:new.done");
  await expect(page().getByText(say("agency:sheet.typedNeeded"))).toBeVisible();
  await typeOver(marit);

  // The relay takes it, and its answer is lost on the way.
  await page().route(
    "**/api/agencies",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await press("agency:new.done");
  await expect(page().getByText(say("agency:problems.offline"))).toBeVisible();
  await press("agency:again");
  await expect(page().getByRole("heading", { name: "Stichting De Linde", level: 1 })).toBeVisible(later);
  await marit.goTo(pathOf(setUpLink));
  await expect(page().getByText(say("agency:new.already.title"))).toBeVisible();

  await setUpAt(other, setUpLink, "Youssef", "agency:new.title");
  await other.write(other.field("agency:new.name"), "Een andere");
  await other.press("agency:new.next");
  await expect(other.page().getByText(other.say("agency:new.spent.title"))).toBeVisible(later);
  // Nobody writes down a sheet for nothing.
  await expect(other.page().locator(".agency-code")).toHaveCount(0);
  // It is no agency, and nothing of it stays behind.
  await other.goTo("/settings");
  await expect(other.page().getByText(other.say("agency:setting.none"))).toBeVisible();
});

test("the screens of an agency fit everybody, also without it and offline", async ({
  tabletAt,
  offences,
}) => {
  test.setTimeout(240_000);
  offences.allow(/ERR_INTERNET_DISCONNECTED|net::ERR/);
  const marit = await tabletAt(served.url);
  const { page, press, say } = marit;
  const looks = createLooks(page, { names: ["Marit", "Linde"] });
  const setUpLink = await served.setUpLink();
  await marit.open();
  await marit.setUp();
  await marit.goTo("/agency");
  await looks.look("no agency");
  await marit.goTo("/agency/join#niets");
  await expect(page().getByText(say("agency:join.not.broken"))).toBeVisible();
  await looks.look("a broken link");
  await marit.goTo(pathOf(setUpLink));
  await press("agency:new.next");
  await looks.look("new, without a name");
  await marit.write(marit.field("agency:new.name"), "Stichting De Linde");
  await press("agency:new.next");
  await expect(marit.button("agency:new.done")).toBeVisible();
  await press("agency:new.done");
  await looks.look("sheet, not typed over");
  await typeOver(marit);
  await press("agency:new.done");
  await expect(person(marit, "Marit")).toBeVisible(later);
  await press("agency:invite.open");
  await press("agency:invite.make");
  await looks.look("an invitation without a role");
  await page()
    .getByRole("radio", { name: say("agency:roles.worker") })
    .click();
  await marit.write(marit.field("agency:invite.for"), "Loes");
  await press("agency:invite.make");
  await expect(page().getByRole("img", { name: say("agency:invite.qr") })).toBeVisible(later);
  await looks.look("a link to give");
  await marit.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await press("agency:invite.copy");
  await expect(page().getByText(say("agency:invite.copied"))).toBeVisible();
  const link = (await page().locator(".agency-link").innerText()).trim();
  expect(await page().evaluate(() => navigator.clipboard.readText())).toBe(link);
  await press("agency:invite.done");
  await expect(marit.heading("agency:invitations.title")).toBeVisible();
  await looks.look("an open invitation");
  for (const one of await onPhone(page())) looks.add(`agency, on a phone: ${one}`);
  const invited = say("agency:invitations.newFor", { name: "Loes", role: say("agency:roles.worker") });
  await page().getByRole("listitem").filter({ hasText: invited }).getByRole("button").click();
  await expect(page().getByText(say("agency:invitations.done"))).toBeVisible();
  await expect(page().getByText(invited)).toBeHidden();
  await expect(marit.heading("agency:invitations.title")).toBeFocused();
  await marit.goTo("/settings");
  await looks.look("settings");
  await page().getByRole("link", { name: "Stichting De Linde" }).click();
  await expect(person(marit, "Marit")).toBeVisible();
  await marit.goOffline();
  await press("agency:people.second");
  await expect(page().getByRole("alert").getByText(say("agency:problems.offline"))).toBeVisible();
  await looks.look("offline");
  expect(looks.found).toEqual([]);
});
