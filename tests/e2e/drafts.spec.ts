import type { Locator } from "@playwright/test";
import type { Tablet } from "./driver.ts";
import { expect, test } from "./test.ts";

/** Half a sentence, in more than one script, as it stands when the doorbell rings. */
const half = "Elif zegt dat de ochtenden het drukst – صباح";
const typedOn = `${half} en dan`;

/** A family at the table, with a mother and a child: its own address, and that of its visit. */
type Case = { readonly family: string; readonly visit: string; readonly elif: string };

async function atTable(tablet: Tablet): Promise<Case> {
  const id = await tablet.newFamily("Familie Yılmaz");
  await tablet.addPerson("Elif", { roles: ["parent-other"] });
  await tablet.addPerson("Noor", { roles: ["child"], birth: "2018" });
  const href = await tablet.page().getByRole("link", { name: "Elif", exact: true }).getAttribute("href");
  const visit = await tablet.planVisit();
  await tablet.press("visit:prepare.begin");
  await expect(tablet.page()).toHaveURL(/\/table$/);
  const elif = /people\/([0-9a-f]{32})/.exec(href ?? "")?.[1];
  if (!elif) throw new Error("Elif has no page.");
  return { family: `/families/${id}`, visit: `/families/${id}/visits/${visit}`, elif };
}

type Field = {
  readonly what: string;
  readonly at: (known: Case) => string;
  /** What makes the field, once: a row, an agreement. */
  readonly make?: (tablet: Tablet) => Promise<void>;
  /** What opens it, where it is folded after a lock. */
  readonly open?: (tablet: Tablet) => Promise<void>;
  readonly field: (tablet: Tablet) => Locator;
};

const labelled =
  (key: string, values = {}) =>
  (tablet: Tablet): Locator =>
    tablet.field(key, values);

/** A field of a tool stands beside its own further marks: its name begins with its words. */
const item =
  (key: string) =>
  (tablet: Tablet): Locator =>
    tablet.page().getByLabel(tablet.say(key), { exact: true }).first();

/** The page before may stand for a moment yet, with buttons of the same name. */
async function addRow(tablet: Tablet): Promise<void> {
  await expect(tablet.button("tools:say.add")).toHaveCount(1);
  await tablet.press("tools:say.add");
}

/** Half-typed words open what they stood in; words that the tap on Verberg ended, and so made an entry, lie folded. */
const unfolded =
  (field: (tablet: Tablet) => Locator, fold: (tablet: Tablet) => Locator) =>
  async (tablet: Tablet): Promise<void> => {
    const box = field(tablet);
    const folded = fold(tablet);
    await expect(box.or(folded).first()).toBeVisible();
    if (!(await box.isVisible())) await tablet.activate(folded);
  };

const levelField = (tablet: Tablet): Locator => tablet.page().locator(".thermo-level-fields textarea").last();

const inNewRow = (key: string): Pick<Field, "make" | "open" | "field"> => ({
  make: addRow,
  open: unfolded(item(key), (tablet) =>
    tablet.page().getByRole("main").getByRole("button", { name: half }).last(),
  ),
  field: item(key),
});

const ofFamily: readonly Field[] = [
  { what: "a note", at: ({ family }) => family, field: labelled("casefile:notes.new") },
  {
    what: "the name of a new person",
    at: ({ family }) => `${family}/people/new`,
    field: labelled("casefile:person.name"),
  },
  {
    what: "how somebody is reached",
    at: ({ family, elif }) => `${family}/people/${elif}`,
    field: labelled("casefile:place.fields.contact"),
  },
  {
    what: "a birth date in words",
    at: ({ family, elif }) => `${family}/people/${elif}`,
    field: labelled("casefile:person.birth"),
  },
  {
    what: "an agreement on its sheet",
    at: ({ family }) => `${family}/plan`,
    make: (tablet) => tablet.press("casefile:agreements.add"),
    field: labelled("casefile:agreements.fields.what"),
  },
  {
    what: "a goal on its sheet",
    at: ({ family }) => `${family}/plan`,
    make: (tablet) => tablet.press("casefile:goals.add"),
    field: item("instruments:goals-specific.items.i-would-like"),
  },
  {
    what: "what the child began to tell",
    at: ({ family }) => `${family}/safety`,
    make: (tablet) => tablet.press("safety:childBegan.open"),
    field: labelled("safety:childBegan.said"),
  },
  {
    what: "how serious it is, in a decision",
    at: ({ family }) => `${family}/safety`,
    make: async (tablet) => {
      const yes = tablet.page().getByRole("button", { name: tablet.say("safety:yes"), exact: true });
      await tablet.activate(yes.first());
      await tablet.pick(tablet.say("safety:nobody"));
      await tablet.activate(yes.last());
      await tablet.activate(tablet.link("safety:workOut"));
    },
    field: item("instruments:immediate-action-decision.items.kind-and-seriousness"),
  },
];

const ofVisit: readonly Field[] = [
  {
    what: "where a visit will be",
    at: ({ visit }) => `${visit}/prepare`,
    field: labelled("visit:prepare.where"),
  },
  {
    what: "in what order, and why",
    at: ({ visit }) => `${visit}/prepare`,
    field: labelled("visit:prepare.orderWhy"),
  },
  {
    what: "a note at the table",
    at: ({ visit }) => `${visit}/table`,
    open: (tablet) => tablet.press("visit:folds.note"),
    field: labelled("casefile:notes.new"),
  },
  {
    what: "an agreement while closing the visit",
    at: ({ visit }) => `${visit}/finish`,
    make: (tablet) => tablet.press("visit:agreement.add"),
    // On a slow machine a pause has made an agreement of it: then it lies folded under its own words.
    open: unfolded(labelled("visit:agreement.what"), (tablet) =>
      tablet.page().getByRole("main").getByRole("button", { name: half }).last(),
    ),
    field: labelled("visit:agreement.what"),
  },
  {
    what: "what the child wants told",
    at: ({ visit }) => `${visit}/finish`,
    field: labelled("visit:childTold.label", { names: "Noor" }),
  },
];

const ofTools: readonly Field[] = [
  {
    what: "a card of the map",
    at: ({ visit }) => `${visit}/tools/signs-of-safety?section=map`,
    field: (tablet) =>
      tablet.field("tools:map.write", { column: tablet.say("instruments:signs-of-safety.items.goes-well") }),
  },
  {
    what: "how somebody sees it, in a new row",
    at: ({ visit }) => `${visit}/tools/signs-of-safety?section=position-fields`,
    ...inNewRow("instruments:signs-of-safety.items.position-view"),
  },
  {
    what: "a moment of the diary, in a new row",
    at: ({ visit, elif }) => `${visit}/tools/irritation-diary?about=${elif}&voice=${elif}`,
    ...inNewRow("instruments:irritation-diary.items.irritation-or-emotion"),
  },
  {
    what: "a goal in somebody's words, in a new row",
    at: ({ visit, elif }) => `${visit}/tools/goals-specific?voice=${elif}`,
    ...inNewRow("instruments:goals-specific.items.i-would-like"),
  },
  {
    what: "what I do at a level of the thermometer",
    at: ({ visit, elif }) => `${visit}/tools/thermometer?about=${elif}&voice=${elif}`,
    open: unfolded(levelField, (tablet) => tablet.page().locator(".thermo-level-line").first()),
    field: levelField,
  },
  {
    what: "a signal that is not in the list",
    at: ({ visit }) => `${visit}/tools/alarm-signals?section=presumed-maltreatment`,
    field: item("tools:say.other"),
  },
  {
    what: "a note beside a signal",
    at: ({ visit }) => `${visit}/tools/alarm-signals?section=presumed-maltreatment`,
    open: unfolded(labelled("tools:notes.note"), (tablet) =>
      tablet.page().locator(".worker-item-line button[aria-expanded]").first(),
    ),
    field: labelled("tools:notes.note"),
  },
];

/** Types half a sentence into each, is hidden, goes on typing, is killed by a reload, and finds it each time. */
async function findsAll(tablet: Tablet, fields: readonly Field[], secrets: Secrets): Promise<void> {
  const known = await atTable(tablet);
  for (const { what, at, make, open, field } of fields) {
    await test.step(what, async () => {
      await tablet.goTo(at(known));
      await make?.(tablet);
      await open?.(tablet);
      const box = field(tablet);
      await box.fill(half);
      await tablet.hide();
      await tablet.unhide();
      await tablet.unlockWithPin(secrets.pin);
      await open?.(tablet);
      await expect(box, `${what}, after Verberg`).toHaveValue(half);
      await box.fill(typedOn);
      // The bar is a second from a keystroke to safe.
      await tablet.page().waitForTimeout(900);
      await tablet.reload();
      await tablet.unlock(secrets.words);
      await open?.(tablet);
      await expect(box, `${what}, after a reload`).toHaveValue(typedOn);
    });
  }
}

type Secrets = { readonly words: readonly string[]; readonly pin: string };

for (const [name, fields] of [
  ["of a family's pages", ofFamily],
  ["of a visit", ofVisit],
  ["of the tools", ofTools],
] as const) {
  test(`half a sentence in any field ${name} is there again after Verberg and after a reload`, async ({
    opened: { tablet, secrets },
  }) => {
    test.setTimeout(300_000);
    await findsAll(tablet, fields, secrets);
  });
}

test("the half-typed name of a new family comes back after a lock, and is nowhere on the disk", async ({
  opened: { tablet, secrets },
}) => {
  const { page, press, field } = tablet;
  await press("families:new.open");
  await field("families:new.name").fill("Familie Halfgetyptkanarie");
  await tablet.hide();
  const disk = await page().evaluate(async () => {
    const texts: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name ?? "");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        for (const row of rows) {
          for (const value of Object.values(row as object)) {
            texts.push(value instanceof Uint8Array ? new TextDecoder("latin1").decode(value) : String(value));
          }
        }
      }
      database.close();
    }
    return texts.join("\n");
  });
  expect(disk).toContain("new-family");
  expect(disk).not.toContain("Halfgetypt");
  await tablet.unhide();
  await tablet.unlock(secrets.words);
  await expect(field("families:new.name")).toHaveValue("Familie Halfgetyptkanarie");
  await press("families:new.create");
  await expect(page()).toHaveURL(/\/families\/[0-9a-f]{32}$/);
  await page().goBack();
  await expect(tablet.heading("families:title")).toBeVisible();
  await press("families:new.open");
  await expect(field("families:new.name")).toHaveValue("");
});

test("a note that was typed and deleted again leaves no note and nothing half-typed", async ({
  opened: { tablet, secrets },
}) => {
  const { page, field, say } = tablet;
  const id = await tablet.newFamily("Familie Bakker");
  await field("casefile:notes.new").pressSequentially("Weg ermee");
  await page().waitForTimeout(900);
  await field("casefile:notes.new").fill("");
  await page().waitForTimeout(900);
  await tablet.goTo("/saved");
  await expect(page().getByText("Familie Bakker")).toBeVisible();
  await expect(page().getByText(say("saved:drafts", { count: 1 }))).toHaveCount(0);
  await tablet.reload();
  await tablet.unlock(secrets.words);
  await tablet.goTo(`/families/${id}/timeline`);
  await expect(
    page().getByRole("listitem").getByText(say("casefile:place.kinds.note"), { exact: true }),
  ).toHaveCount(0);
});

test("the day of a visit that is being planned, and the choices of a sheet, come back after a reload", async ({
  opened: { tablet, secrets },
}) => {
  test.setTimeout(200_000);
  const { page, field, say, press, tick } = tablet;
  const { family, visit } = await atTable(tablet);
  await tablet.goTo(`${family}/visits?plan=1`);
  const when = page().getByLabel(say("casefile:visits.when"), { exact: true });
  await when.fill("2026-12-01T10:15");
  await page().waitForTimeout(900);
  await tablet.reload();
  await tablet.unlock(secrets.words);
  await expect(when).toHaveValue("2026-12-01T10:15");
  await press("casefile:visits.planYes");
  await expect(page()).toHaveURL(/\/prepare$/);

  await tablet.goTo(`${visit}/finish`);
  await press("visit:agreement.add");
  await field("visit:agreement.what").fill("Elif belt oma.");
  await field("visit:agreement.what").press("Tab");
  await tick("Elif", page().getByRole("group", { name: say("visit:agreement.with"), exact: true }));
  await tablet.goTo(`${visit}/leave-behind`);
  const forWhom = page().getByRole("group", { name: say("sheets:questions.for"), exact: true });
  const line = page().getByRole("checkbox", { name: "Elif belt oma." });
  await tick("Elif", forWhom);
  await tablet.pick(say("sheets:dangers.no"));
  await line.click();
  await page().waitForTimeout(900);
  await tablet.reload();
  await tablet.unlock(secrets.words);
  await expect(forWhom.getByRole("checkbox", { name: "Elif", exact: true })).toBeChecked();
  await expect(tablet.button("sheets:dangers.no")).toHaveAttribute("aria-pressed", "true");
  await expect(line).toBeChecked();
  await press("sheets:leave.copy");
  await press("sheets:leave.copied");
  await expect(tablet.heading("visit:finish.title")).toBeVisible();
  // Made, it is no half-made choice any more: another sheet begins with nothing chosen.
  await tablet.goTo(`${visit}/leave-behind`);
  await expect(forWhom.getByRole("checkbox", { name: "Elif", exact: true })).not.toBeChecked();
});
