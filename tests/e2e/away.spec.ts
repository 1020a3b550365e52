import type { Tablet } from "./driver.ts";
import { expect, test } from "./test.ts";

const half = "Als het donker is dan";

/** Half of what the app locks after by itself: as the worker has set it, also where the settings are out of reach. */
const tableMinutes = 10;

/** A child with the tablet, half-way through a sentence about what its number means. */
async function childIsWriting(tablet: Tablet): Promise<void> {
  const { page, say } = tablet;
  await tablet.goTo("/settings/locks");
  const minutes = page().getByLabel(say("settings:locks.tableMinutes.label"), { exact: true });
  await tablet.write(minutes, String(tableMinutes));
  await minutes.press("Tab");
  await tablet.goTo("/families");
  await tablet.newFamily("Familie Yılmaz");
  await tablet.addPerson("Elif", { roles: ["parent-other"] });
  await tablet.addPerson("Noor", { roles: ["child"], birth: "2018" });
  await tablet.planVisit();
  await tablet.press("visit:prepare.begin");
  await expect(page()).toHaveURL(/\/table$/);
  await tablet.handOver({ to: "Noor", tools: [say("handover:parts.safety")] });
  await tablet.answer(2);
  await tablet.onward();
  await page().getByRole("textbox").pressSequentially(half);
  // A draft is sealed within a second.
  await page().waitForTimeout(1100);
}

const title = (tablet: Tablet) => tablet.page().locator("#page-title");

/** The clock jumps: nobody touched the tablet for so long. */
const passes = (tablet: Tablet, minutes: number): Promise<void> =>
  tablet.page().clock.setFixedTime(Date.now() + minutes * 60_000);

test("nobody touches the tablet that a child has: it warns, locks to the PIN without a word of hers, and gives her the sentence back", async ({
  opened: { tablet, secrets },
}) => {
  const { page, say } = tablet;
  await childIsWriting(tablet);
  const asked = await title(tablet).innerText();
  await passes(tablet, tableMinutes - 0.25);
  const stay = page().getByRole("button", { name: say("lock:warning.here"), exact: true });
  await expect(stay).toBeVisible();
  // A touch keeps it open, and takes the warning away.
  await stay.click();
  await expect(stay).toHaveCount(0);
  await expect(page().getByRole("textbox")).toHaveValue(half);

  await passes(tablet, 2 * tableMinutes);
  await expect(page().getByText(say("lock:pin.label"), { exact: true })).toBeVisible();
  for (const word of ["Noor", "Elif", "Yılmaz", half])
    await expect(page().locator("body")).not.toContainText(word);
  await tablet.unlockWithPin(secrets.pin);
  await expect(title(tablet)).toHaveText(asked);
  await expect(page().getByRole("textbox")).toHaveValue(half);
  // It is hers: nothing of the worker's stands beside it.
  await expect(page().locator(".family")).toBeVisible();
  await expect(page().getByRole("link")).toHaveCount(0);
});

test("left for longer than the PIN works, only the five words open, and they lead to the worker's page", async ({
  opened: { tablet, secrets },
}) => {
  const { page, say } = tablet;
  await childIsWriting(tablet);
  await passes(tablet, tableMinutes + 1);
  await expect(page().getByText(say("lock:pin.label"), { exact: true })).toBeVisible();
  // The app looks at the clock each second, and must have seen the lock before the long wait.
  await page().waitForTimeout(1500);
  await passes(tablet, 12 * 60);
  await expect(tablet.heading("lock:unlock.title")).toBeVisible();
  await expect(page().locator("body")).not.toContainText("Noor");
  await tablet.unlock(secrets.words);
  await expect(page()).toHaveURL(/\/hand-over$/);
  await expect(tablet.heading("handover:title")).toBeVisible();
  await tablet.activate(tablet.link("common:back"));
  await tablet.handOver({ to: "Noor", tools: [say("handover:parts.safety")] });
  await tablet.onward();
  await expect(page().getByRole("textbox")).toHaveValue(half);
});

test("on a worker's page half a sentence is there after the idle lock, and the page before it is the same", async ({
  opened: { tablet, secrets },
}) => {
  await tablet.newFamily("Familie Yılmaz");
  await tablet.field("casefile:notes.new").pressSequentially(half);
  await passes(tablet, 60);
  await expect(tablet.heading("lock:unlock.title")).toBeVisible();
  await expect(tablet.page().locator("body")).not.toContainText(half);
  await tablet.unlock(secrets.words);
  await expect(tablet.heading("casefile:overview.title")).toBeVisible();
  await expect(tablet.field("casefile:notes.new")).toHaveValue(half);
});
