import { createTablet } from "./driver.ts";
import { serve } from "./serve.ts";
import { expect, test } from "./test.ts";

test.use({ serviceWorkers: "allow" });

const nobody = "0123456789abcdef0123456789abcdef";

test("an address of a family that is not here says so, on whatever page, and leads on", async ({
  opened: { tablet },
}) => {
  const family = `/families/${nobody}`;
  const pages = ["", "/people", "/timeline", "/safety", `/safety/${nobody}`, "/tools/signs-of-safety"];
  const visit = `/visits/${nobody}`;
  const visitPages = ["prepare", "table", "finish", "leave-behind", "hand-over", "show/stoplight"];
  for (const page of [
    ...pages,
    ...visitPages.map((one) => `${visit}/${one}`),
    `${visit}/tools/thermometer`,
  ]) {
    await tablet.goTo(`${family}${page}`);
    await expect(tablet.heading("casefile:unknownFamily.title"), page).toBeVisible();
  }
  await tablet.activate(tablet.link("casefile:unknownFamily.back"));
  await expect(tablet.heading("families:title")).toBeVisible();
});

test("no address breaks the app, however it is written", async ({ opened: { tablet, secrets } }) => {
  const { page } = tablet;
  const family = await tablet.newFamily("Familie Yılmaz");
  const unknown = tablet.heading("casefile:unknownFamily.title");
  for (const written of ["x", nobody.toUpperCase(), "%F0%9F%91%A9", "..%2F..", "__proto__"]) {
    await tablet.goTo(`/families/${written}`);
    await expect(unknown, written).toBeVisible();
  }
  // Not even text: no browser decodes it.
  await tablet.open("/families/%E0%A4%A");
  await tablet.unlock(secrets.words);
  await expect(unknown).toBeVisible();

  const own = tablet.heading("casefile:overview.title");
  for (const [written, expected] of [
    ["tools/no-such-tool", own],
    [`visits/${nobody}/table`, tablet.heading("visit:unknown.title")],
    [`visits/${nobody}/hand-over`, tablet.heading("visit:unknown.title")],
    [`visits/${nobody}/tools/stoplight`, tablet.heading("visit:unknown.title")],
    [`visits/${nobody}/show/stoplight`, tablet.heading("visit:unknown.title")],
    [`safety/${nobody}`, page().getByText(tablet.say("safety:noDecision"))],
    ["people/x", tablet.heading("casefile:people.title")],
  ] as const) {
    await tablet.goTo(`/families/${family}/${written}`);
    await expect(expected, written).toBeVisible();
  }
  for (const written of ["/zomaar", "/families//", "/settings/zomaar", "//families", "/Families?x=%"]) {
    await tablet.goTo(written === "//families" ? "/./families" : written);
    await expect(page().getByRole("heading", { level: 1 }).first(), written).toBeVisible();
  }
});

test("an address leads to a family's page without a network, through the lock", async ({
  page,
  setUpBefore: _,
}) => {
  const served = await serve();
  const tablet = createTablet(() => page, served.url);
  await tablet.open();
  const { words } = await tablet.setUp();
  const family = await tablet.newFamily("Familie Yılmaz");
  await tablet.addPerson("Noor", { roles: ["child"], birth: "2018" });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await tablet.reload();
  await served.close();

  for (const [path, title] of [
    [`/families/${family}/people`, "casefile:people.title"],
    [`/families/${family}/timeline`, "casefile:timeline.title"],
    [`/families/${family}/tools/safety-appraisal`, "instruments:safety-appraisal.title"],
    ["/settings/offline", "settings:parts.offline.title"],
  ] as const) {
    await tablet.open(path);
    await expect(page.locator("body")).not.toContainText("Noor");
    await tablet.unlock(words);
    await expect(page).toHaveURL(new RegExp(path.split("/").at(-1) ?? ""));
    await expect(tablet.heading(title)).toBeVisible();
  }
});
