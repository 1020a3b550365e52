import { createTablet } from "./driver.ts";
import { expect, test } from "./test.ts";

test("a family goes to another tablet in one file, under words of its own and a name that says nothing", async ({
  opened: { tablet },
  browser,
}) => {
  test.setTimeout(120_000);
  await tablet.newFamily("Familie Yılmaz");
  await tablet.note("Noor tekende een huis met een hek.");
  await tablet.addPerson("Noor", { roles: ["child"], birth: "2018" });
  const copy = await tablet.exportFamilies();
  expect(copy.name).toMatch(/^kopie-\d{4}-\d{2}-\d{2}\.age$/);
  expect(copy.bytes.toString("latin1")).toMatch(/^age-encryption\.org\/v1/);
  expect(copy.bytes.includes("Yılmaz")).toBe(false);

  const context = await browser.newContext();
  const page = await context.newPage();
  const other = createTablet(() => page, tablet.baseURL);
  await other.open();
  await other.setUp({ worker: "Youssef" });
  await other.importFile(copy, "other");
  await other.goTo("/families");
  await other.activate(page.getByRole("link", { name: "Familie Yılmaz", exact: true }));
  await expect(other.noted("Noor tekende een huis met een hek.")).toBeVisible();
  await other.note("Gelezen op de andere tablet.");
  await other.activate(other.link("casefile:tabs.timeline"));
  await expect(page.getByText("Gelezen op de andere tablet.").first()).toBeVisible();
  await expect(page.getByText("Marit").filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByText("Youssef").filter({ visible: true }).first()).toBeVisible();

  // The same file once more adds nothing.
  await other.importFile(copy, "other");
  await expect(page.getByText("0 nieuw", { exact: false })).toBeVisible();
  await context.close();
});

test("with other words the file stays shut, and with new words of the tablet the old ones open nothing", async ({
  opened: { tablet, secrets },
}) => {
  test.setTimeout(120_000);
  const { page, say, press, field } = tablet;
  await tablet.newFamily("Familie Yılmaz");
  const copy = await tablet.exportFamilies();
  await tablet.goTo("/settings/import");
  await page()
    .locator("input[type=file]")
    .setInputFiles({ name: copy.name, mimeType: "application/octet-stream", buffer: copy.bytes });
  await field("settings:import.words").fill(secrets.words.join(" "));
  await press("settings:import.open");
  await expect(page().getByText(say("settings:import.refused.wrong"))).toBeVisible({ timeout: 60_000 });

  await tablet.goTo("/settings/passphrase");
  await field("lock:passphrase.label").fill(secrets.words.join(" "));
  await press("settings:confirm.action");
  const list = page().getByRole("list", { name: say("start:words.label"), exact: true });
  await expect(list.getByRole("listitem")).toHaveCount(5, { timeout: 20_000 });
  const words = await list.getByRole("listitem").allInnerTexts();
  await press("start:words.written");
  await field("start:confirm.label").fill(words.join(" "));
  await press("start:next");
  await expect(page().getByText(say("settings:passphrase.done"))).toBeVisible({ timeout: 20_000 });
  await tablet.lock();
  await tablet.tryWords(secrets.words);
  await expect(page().getByText(say("lock:passphrase.wrong"))).toBeVisible({ timeout: 20_000 });
  await tablet.reload();
  await tablet.unlock(words);
  await tablet.goTo("/families");
  await expect(page().getByText("Familie Yılmaz")).toBeVisible();
});
