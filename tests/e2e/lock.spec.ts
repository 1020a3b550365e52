import type { Tablet } from "./driver.ts";
import { expect, test } from "./test.ts";

const sentence = "Elif zegt dat de ochtenden het drukst";

/** A family with a visit at the table: what a PIN brings back. */
async function atTable(tablet: Tablet): Promise<string> {
  const family = await tablet.newFamily("Familie Yılmaz");
  await tablet.planVisit();
  await tablet.open(`/families/${family}/visits`);
  return family;
}

test("a tablet is set up, closed by a reload, and opened again with its five words", async ({ tablet }) => {
  const { words } = await tablet.setUp();
  expect(words).toHaveLength(5);
  await tablet.reload();
  await tablet.unlock(words);
  await expect(tablet.heading("families:title")).toBeVisible();
});

test("after a reload and unlocking the same page is there, and back goes to the one before", async ({
  opened: { tablet, secrets },
}) => {
  const family = await tablet.newFamily("Familie Yılmaz");
  await tablet.link("casefile:tabs.people").click();
  await tablet.reload();
  expect(tablet.page().url()).toContain(`/families/${family}/people`);
  await tablet.unlock(secrets.words);
  await expect(tablet.heading("casefile:people.title")).toBeVisible();
  await tablet.page().goBack();
  await expect(tablet.heading("casefile:overview.title")).toBeVisible();
  await tablet.page().goForward();
  await expect(tablet.heading("casefile:people.title")).toBeVisible();
});

test("other words open nothing, and the pause before the next try grows, also over a reload", async ({
  opened: { tablet, secrets },
}) => {
  const { page, say } = tablet;
  await tablet.reload();
  for (const seconds of [1, 2, 4]) {
    const started = Date.now();
    await tablet.tryWords(["niet", "deze", "vijf", "woorden", "hier"]);
    await expect(page().getByText(say("lock:passphrase.wrong"))).toBeVisible({ timeout: 20_000 });
    await expect(tablet.button("lock:unlock.action")).toBeEnabled({ timeout: 20_000 });
    expect(Date.now() - started).toBeGreaterThanOrEqual(seconds * 900);
    await tablet.reload();
  }
  await tablet.unlock(secrets.words);
  await expect(tablet.heading("families:title")).toBeVisible();
});

test("the right words within the pause are not called wrong: they stay there, and open when it is over", async ({
  opened: { tablet, secrets },
}) => {
  const { page, say, field, button } = tablet;
  await tablet.reload();
  const wrongWords = async (): Promise<void> => {
    await tablet.tryWords(["niet", "deze", "vijf", "woorden", "hier"]);
    await expect(page().getByText(say("lock:passphrase.wrong"))).toBeVisible();
  };
  for (let tries = 0; tries < 3; tries += 1) {
    await wrongWords();
    await expect(button("lock:unlock.action")).toBeEnabled();
    await tablet.reload();
  }
  // The fourth brings eight seconds: enough to reload and to type in.
  await wrongWords();
  await tablet.reload();
  await tablet.tryWords(secrets.words);
  await expect(page().getByText(say("lock:passphrase.unread"))).toBeVisible();
  await expect(page().getByText(say("lock:passphrase.wrong"))).toBeHidden();
  await expect(field("lock:passphrase.label")).toHaveValue(secrets.words.join(" "));
  await expect(button("lock:unlock.action")).toBeEnabled();
  await tablet.press("lock:unlock.action");
  await expect(tablet.heading("families:title")).toBeVisible();
});

test("with the recovery sheet the tablet opens, and new words take the place of the forgotten ones", async ({
  opened: { tablet, secrets },
}) => {
  const { press, field, page, say } = tablet;
  await tablet.newFamily("Familie Yılmaz");
  await tablet.reload();
  await press("lock:unlock.forgotten");
  await field("lock:recovery.label").fill((secrets.identity.match(/.{1,4}/g) ?? []).join(" "));
  await press("lock:unlock.action");
  await expect(tablet.heading("lock:recovered.title")).toBeVisible({ timeout: 20_000 });
  const shown = page()
    .getByRole("list", { name: say("start:words.label"), exact: true })
    .getByRole("listitem");
  await expect(shown).toHaveCount(5);
  const words = await shown.allInnerTexts();
  await press("start:words.written");
  await field("start:confirm.label").fill(words.join(" "));
  await press("start:next");
  await expect(tablet.heading("casefile:overview.title")).toBeVisible({ timeout: 20_000 });
  await tablet.reload();
  await tablet.tryWords(secrets.words);
  await expect(page().getByText(say("lock:passphrase.wrong"))).toBeVisible({ timeout: 20_000 });
  // Until the pause is over no words are judged, also after a reload.
  await expect(tablet.button("lock:unlock.action")).toBeEnabled({ timeout: 20_000 });
  await tablet.reload();
  await tablet.unlock(words);
  await expect(page().getByText("Familie Yılmaz").first()).toBeVisible();
});

test("Verberg on a worker's page keeps the half-typed sentence, and its page shows over a reload", async ({
  opened: { tablet, secrets },
}) => {
  await tablet.newFamily("Familie Yılmaz");
  await tablet.field("casefile:notes.new").pressSequentially(sentence);
  await tablet.hide();
  await expect(tablet.page().locator("body")).not.toContainText("Yılmaz");
  await expect(tablet.page()).toHaveTitle(/^(?!.*Yılmaz)/);
  await tablet.page().reload();
  await expect(tablet.heading("lock:hidden.title")).toBeVisible();
  await tablet.unhide();
  await tablet.unlock(secrets.words);
  await expect(tablet.field("casefile:notes.new")).toHaveValue(sentence);
});

test("during a visit the PIN brings that family back, and nothing else", async ({
  opened: { tablet, secrets },
}) => {
  await tablet.newFamily("Familie Bakker");
  await tablet.open("/families");
  await tablet.unlock(secrets.words);
  const family = await atTable(tablet);
  await tablet.unlock(secrets.words);
  await tablet.startVisit();
  await tablet.hide();
  await tablet.unhide();
  await tablet.unlockWithPin(secrets.pin);
  await expect(tablet.page()).toHaveURL(new RegExp(`/families/${family}/visits/[0-9a-f]+/table$`));
});

test("five other PINs, and only the five words open", async ({ opened: { tablet, secrets } }) => {
  await atTable(tablet);
  await tablet.unlock(secrets.words);
  await tablet.startVisit();
  await tablet.hide();
  await tablet.unhide();
  for (const left of [4, 3, 2, 1]) {
    await tablet.typePin("999990");
    await expect(tablet.page().getByText(tablet.say("lock:pin.wrong", { count: left }))).toBeVisible({
      timeout: 20_000,
    });
  }
  await tablet.typePin("999990");
  await expect(tablet.heading("lock:unlock.title")).toBeVisible({ timeout: 20_000 });
  await tablet.unlock(secrets.words);
  await expect(tablet.page()).toHaveURL(/\/table$/);
});

test.describe("in a browser of another language", () => {
  test.use({ locale: "en-GB" });

  test("which forgets which one was chosen: the lock speaks it all the same, however late the words come", async ({
    tablet,
  }) => {
    const { words } = await tablet.setUp();
    for (const late of [0, 1500]) {
      await tablet.page().evaluate(() => localStorage.removeItem("keukentafel:language"));
      await tablet.page().unroute("**/assets/lock-*.js");
      await tablet.page().route("**/assets/lock-*.js", async (route) => {
        await new Promise((resolve) => setTimeout(resolve, late));
        await route.continue();
      });
      await tablet.reload();
      await expect(tablet.heading("lock:unlock.title")).toBeVisible();
      await expect(tablet.page().locator("html")).toHaveAttribute("lang", "nl");
    }
    await tablet.unlock(words);
  });
});
