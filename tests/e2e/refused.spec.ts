import type { Page } from "@playwright/test";
import type { Tablet } from "./driver.ts";
import { expect, test } from "./test.ts";

/** From now on the disk takes nothing from this page any more. */
const fillDisk = (page: Page): Promise<void> =>
  page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });

/** The reason of a refusal, and how to go on: not only that something was not kept. */
const why = ({ page, say }: Tablet) => page().getByText(say("common:problems.full"), { exact: true });

test("the mark of a note that is not kept stays as it was, and says why", async ({ opened: { tablet } }) => {
  const { page, say } = tablet;
  await tablet.newFamily("Familie Yılmaz");
  await tablet.note("Ze lachte.");
  const note = page().getByRole("listitem").filter({ hasText: "Ze lachte." });
  await note.getByRole("button", { name: say("casefile:notes.unmarked"), exact: true }).click();
  await fillDisk(page());
  await note.getByRole("button", { name: say("casefile:notes.marks.seen"), exact: true }).click();
  await expect(why(tablet)).toBeVisible();
  await expect(note.getByRole("button", { name: say("casefile:notes.unmarked"), exact: true })).toBeVisible();
});

test("a score that is not kept is not shown as given, and says why", async ({ opened: { tablet } }) => {
  const { page } = tablet;
  await tablet.newFamily("Familie Yılmaz");
  await tablet.addPerson("Elif", { roles: ["parent-other"] });
  await tablet.openInAssessment("thermometer", "Elif");
  const six = page().getByRole("radio", { name: "6", exact: true }).first();
  await fillDisk(page());
  await six.click();
  await expect(why(tablet)).toBeVisible();
  await expect(six).not.toBeChecked();
});
