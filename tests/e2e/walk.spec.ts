import { createTablet, type Tablet } from "./driver.ts";
import { expect, test } from "./test.ts";

test.use({ serviceWorkers: "allow" });

/** Everything that this origin keeps in its databases, as text of one byte a character and of two. */
function allOnDisk(): Promise<string> {
  const read = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const said = (value: unknown): string => {
    if (value instanceof Uint8Array) {
      const even = value.slice(0, value.length - (value.length % 2));
      return `${new TextDecoder("latin1").decode(value)}\n${new TextDecoder("utf-16le").decode(even)}`;
    }
    if (typeof value === "object" && value !== null) {
      return Object.entries(value)
        .map(([key, inner]) => `${key}=${said(inner)}`)
        .join("\n");
    }
    return String(value);
  };
  const readAll = async (): Promise<string> => {
    const texts: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await read(indexedDB.open(name ?? ""));
      for (const store of database.objectStoreNames) {
        const rows = await read(database.transaction(store).objectStore(store).getAll());
        texts.push(`${store}: ${rows.length}`, ...rows.map(said));
      }
      database.close();
    }
    return texts.join("\n");
  };
  return readAll();
}

/** The tablet in a parent's hands: one tap. */
async function taps(tablet: Tablet, name: string, score: number, pin: string): Promise<void> {
  await tablet.handOver({ to: name, tools: [tablet.say("handover:parts.safety")] });
  await tablet.answer(score);
  await expect(tablet.page().getByRole("radio", { name: String(score), exact: true })).toBeChecked();
  await tablet.toTheEnd();
  await tablet.takeBack(pin);
  await tablet.activate(tablet.link("handover:back"));
}

test("what a mother taps on the tablet reaches the office, in her name, and the disk never reveals it", async ({
  opened: { tablet, secrets },
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const family = await tablet.newFamily("Familie Kanariegeel");
  await tablet.addPerson("Elifkanarie", { roles: ["parent-other"] });
  await tablet.addPerson("Bramkanarie", { roles: ["parent-concern"] });
  await tablet.planVisit();
  await tablet.press("visit:prepare.begin");
  await taps(tablet, "Elifkanarie", 4, secrets.pin);
  await taps(tablet, "Bramkanarie", 7, secrets.pin);

  // The PIN opened this family alone; a file asks for the worker's own words.
  await tablet.goTo("/settings/export");
  await tablet.unlock(secrets.words);
  const copy = await tablet.exportFamilies();
  // A soft lock writes the caches too: they are among what is searched.
  await tablet.hide();
  const disk = await tablet.page().evaluate(allOnDisk);
  expect(disk).toMatch(/entries: \d{2}/);
  expect(disk).toContain(family);
  for (const canary of [
    "kanarie",
    "Kanarie",
    "answered",
    "safety-score",
    "signs-of-safety",
    "parent-other",
  ]) {
    expect(disk).not.toContain(canary);
  }

  const context = await browser.newContext();
  const page = await context.newPage();
  const office = createTablet(() => page, baseURL ?? "");
  await office.open();
  await office.setUp({ worker: "Youssef" });
  await office.importFile(copy, "other");
  await office.goTo(`/families/${family}/tools/signs-of-safety`);
  // Folded, as all numbers of other people are until they are asked for.
  await page.getByRole("button", { name: office.say("tools:trend.safety") }).click();
  const trend = page.getByRole("figure").first();
  await expect(trend).toContainText("Elifkanarie");
  await trend.getByRole("button").click();
  const table = page.getByRole("table").first();
  const column = await table.getByRole("columnheader").allInnerTexts();
  const at = column.findIndex((name) => name.includes("Elifkanarie"));
  expect(at).toBeGreaterThan(0);
  await expect(table.getByRole("row").nth(1).locator("th,td").nth(at)).toHaveText("4", {
    useInnerText: true,
  });
  await context.close();
});
