import type { Browser } from "@playwright/test";
import { peopleOf } from "../../src/domain/people.ts";
import { createTablet, type Tablet } from "./driver.ts";
import { readCopy } from "./hands/casefile.ts";
import { expect, test } from "./test.ts";

/** A colleague's tablet, newly set up. */
async function colleague(browser: Browser, baseURL: string): Promise<Tablet> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const tablet = createTablet(() => page, baseURL);
  await tablet.open();
  await tablet.setUp({ worker: "Youssef" });
  return tablet;
}

test("a family goes to a colleague's tablet as it is: every entry keeps who wrote it and on which device", async ({
  opened: { tablet },
  browser,
}) => {
  test.setTimeout(120_000);
  await tablet.newFamily("Familie Yılmaz");
  await tablet.note("Noor tekende een huis met een hek.");
  await tablet.addPerson("Noor", { roles: ["child"], birth: "2018" });
  const before = await tablet.casefile();
  const copy = await tablet.exportFamilies();
  expect(copy.name).toMatch(/^kopie-\d{4}-\d{2}-\d{2}\.age$/);
  expect(copy.bytes.toString("latin1")).toMatch(/^age-encryption\.org\/v1/);
  expect(copy.bytes.includes("Yılmaz")).toBe(false);

  const other = await colleague(browser, tablet.baseURL);
  await other.importFile(copy, "other");
  await other.goTo("/families");
  await other.activate(other.page().getByRole("link", { name: "Familie Yılmaz", exact: true }));
  await expect(other.noted("Noor tekende een huis met een hek.")).toBeVisible();
  expect((await other.casefile()).entries).toEqual(before.entries);

  await other.note("Gelezen op de andere tablet.");
  const { entries, file } = await other.casefile();
  const [first, last] = [entries[0], entries.at(-1)];
  expect(entries.slice(0, -1)).toEqual(before.entries);
  expect(new Set(before.entries.map(({ device }) => device)).size).toBe(1);
  expect(last?.device).not.toBe(first?.device);
  expect(last?.author).not.toBe(first?.author);
  expect(peopleOf(file).map(({ name }) => name)).toContain("Noor");
  await other.activate(other.link("casefile:tabs.timeline"));
  const shown = (words: string) => other.page().getByText(words).filter({ visible: true }).first();
  for (const words of ["Gelezen op de andere tablet.", "Marit", "Youssef"])
    await expect(shown(words)).toBeVisible();

  // The same file once more adds nothing.
  const address = new URL(other.page().url()).pathname;
  await other.importFile(copy, "other");
  const counts = { stored: 0, inFile: before.entries.length };
  await expect(other.page().getByText(other.say("settings:import.counts", counts))).toBeVisible();
  await other.goTo(address);
  expect((await other.casefile()).entries).toEqual(entries);
  await other.context().close();
});

test("a copy of one family holds that family and nothing of another", async ({ opened: { tablet } }) => {
  await tablet.newFamily("Familie Bakker");
  await tablet.note("Van de familie Bakker.");
  await tablet.goTo("/families");
  const family = await tablet.newFamily("Familie Yılmaz");
  await tablet.note("Van de familie Yılmaz.");
  const one = await readCopy(await tablet.exportFamily("Familie Yılmaz"));
  expect([...one.keys()]).toEqual([family]);
  const both = await readCopy(await tablet.exportFamilies());
  expect(both.size).toBe(2);

  // An address of a family that is not here chooses none, rather than a copy in which nothing is.
  await tablet.goTo(`/settings/export?family=${"0".repeat(32)}`);
  const which = tablet.page().getByLabel(tablet.say("settings:export.which"), { exact: true });
  await expect(which).toHaveValue("");
  await expect(which.locator("option:checked")).toHaveText(tablet.say("settings:export.all"));
});

test("a file of which one byte was altered, and other words, are refused, and nothing comes in", async ({
  opened: { tablet },
  browser,
}) => {
  test.setTimeout(120_000);
  const refused = (on: Tablet, why: string) => on.page().getByText(on.say(`settings:import.refused.${why}`));
  await tablet.newFamily("Familie Yılmaz");
  const copy = await tablet.exportFamily("Familie Yılmaz");
  const other = await colleague(browser, tablet.baseURL);
  const altered = (at: number) => {
    const bytes = Buffer.from(copy.bytes);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return { ...copy, bytes };
  };
  for (const at of [0, copy.bytes.length >> 1, copy.bytes.length - 1]) {
    await other.tryFile(altered(at));
    await expect(refused(other, "damaged")).toBeVisible({ timeout: 60_000 });
  }
  await other.tryFile({ ...copy, words: copy.words.toReversed() });
  await expect(refused(other, "wrong")).toBeVisible({ timeout: 60_000 });
  await other.tryFile({ ...copy, bytes: Buffer.from("geen kopie") });
  await expect(refused(other, "damaged")).toBeVisible({ timeout: 60_000 });
  await other.goTo("/families");
  await expect(other.page().getByText(other.say("families:first.title"))).toBeVisible();

  // The control: the file itself, with its words.
  await other.importFile(copy, "other");
  await other.goTo("/families");
  await expect(other.page().getByRole("link", { name: "Familie Yılmaz", exact: true })).toBeVisible();
  await other.context().close();
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
  // Until the pause is over no words are judged, also after a reload.
  await expect(tablet.button("lock:unlock.action")).toBeEnabled({ timeout: 20_000 });
  await tablet.reload();
  await tablet.unlock(words);
  await tablet.goTo("/families");
  await expect(page().getByText("Familie Yılmaz")).toBeVisible();
});
