import { expect, test } from "./test.ts";

test.use({ serviceWorkers: "allow" });

test("where the browser has lost the data, the app says so and does not welcome anybody", async ({
  opened: { tablet },
}) => {
  const { page, heading, press, button } = tablet;
  await tablet.newFamily("Familie Yılmaz");
  // As the browser does it when the disk runs full: no page is asked.
  await page().goto("about:blank");
  const session = await page().context().newCDPSession(page());
  await session.send("Storage.clearDataForOrigin", { origin: tablet.baseURL, storageTypes: "indexeddb" });
  await tablet.open("/families");
  await expect(heading("lock:obstacle.missing.title")).toBeVisible();
  await expect(heading("start:welcome.title")).toBeHidden();
  await tablet.reload();
  await expect(heading("lock:obstacle.missing.title")).toBeVisible();
  await press("lock:obstacle.missing.anew");
  await press("lock:obstacle.missing.first.yes");
  await press("lock:obstacle.missing.no");
  await tablet.reload();
  await expect(heading("lock:obstacle.missing.title")).toBeVisible();
  await press("lock:obstacle.missing.anew");
  await press("lock:obstacle.missing.first.yes");
  await press("lock:obstacle.missing.second.yes");
  await expect(heading("start:welcome.title")).toBeVisible();
  await expect(button("start:next")).toBeVisible();
});

test("a database that is emptied under the open page takes no more words, and the app says that data is missing", async ({
  opened: { tablet },
}) => {
  const { page, heading, field, press } = tablet;
  await tablet.newFamily("Familie Yılmaz");
  await tablet.note("Geschreven toen alles er nog stond.");
  await page().evaluate(async () => {
    const opening = indexedDB.open("keukentafel");
    await new Promise((resolve) => opening.addEventListener("success", resolve));
    const { result } = opening;
    const clearing = result.transaction([...result.objectStoreNames], "readwrite");
    for (const store of result.objectStoreNames) clearing.objectStore(store).clear();
    await new Promise((resolve) => clearing.addEventListener("complete", resolve));
    result.close();
  });
  await field("casefile:notes.new").fill("Geschreven in het niets.");
  await press("casefile:notes.keep").catch(() => undefined);
  await expect(heading("lock:obstacle.missing.title")).toBeVisible();
  await tablet.reload();
  await expect(heading("lock:obstacle.missing.title")).toBeVisible();
});

test("a full disk keeps what is written, refuses what can't be, says so, and goes on when there is room", async ({
  opened: { tablet, secrets },
}) => {
  test.setTimeout(240_000);
  const { page, field, press, say } = tablet;
  await tablet.newFamily("Familie Yılmaz");
  await tablet.note("Geschreven toen er nog ruimte was.");

  const session = await page().context().newCDPSession(page());
  const quota = (bytes?: number) =>
    session.send("Storage.overrideQuotaForOrigin", {
      origin: tablet.baseURL,
      ...(bytes === undefined ? {} : { quotaSize: bytes }),
    });
  await quota(1);
  // For half a minute Chromium remembers how much room there was.
  await page().waitForTimeout(31_000);
  const corner = page().getByRole("banner").getByText(say("common:notSaved"), { exact: true });
  // Half typed: that these words are not kept is said before anybody asks for it.
  await field("casefile:notes.new").fill("Half getypt op een volle");
  await expect(corner).toBeVisible();
  await expect(page().getByText(say("common:refusals.draftNotKept")).first()).toBeVisible();
  const notes = new URL(page().url()).pathname;
  await tablet.goTo("/saved");
  await expect(page().getByText(say("saved:draftsNotKept", { count: 1 }))).toBeVisible();
  await expect(page().getByText(say("saved:drafts", { count: 1 }))).toBeHidden();
  await tablet.goTo(notes);
  await quota();
  await expect(corner).toBeHidden({ timeout: 60_000 });
  await expect(page().getByText(say("common:refusals.draftNotKept"))).toHaveCount(0);
  await tablet.reload();
  await tablet.unlock(secrets.words);
  await expect(field("casefile:notes.new")).toHaveValue("Half getypt op een volle");

  await quota(1);
  await page().waitForTimeout(31_000);
  await field("casefile:notes.new").fill("Geschreven op een volle tablet.");
  await press("casefile:notes.keep");
  await expect(corner).toBeVisible();
  await expect(field("casefile:notes.new")).toHaveValue("Geschreven op een volle tablet.");
  await expect(page().getByText(say("common:problems.full")).first()).toBeVisible();
  // Where everything is told it is said once, and of no words that they stand on that screen.
  await tablet.goTo("/saved");
  await expect(
    page()
      .getByRole("alert")
      .filter({ hasText: say("saved:notSaved.full") }),
  ).toBeVisible();
  await expect(page().getByText(say("common:problems.full"))).toHaveCount(0);
  await tablet.goTo(notes);
  await expect(field("casefile:notes.new")).toHaveValue("Geschreven op een volle tablet.");

  await quota();
  await press("casefile:notes.keep");
  await expect(tablet.noted("Geschreven op een volle tablet.")).toBeVisible();
  await expect(corner).toBeHidden();
  await tablet.reload();
  await tablet.unlock(secrets.words);
  await expect(tablet.noted("Geschreven toen er nog ruimte was.")).toBeVisible();
  await expect(tablet.noted("Geschreven op een volle tablet.")).toBeVisible();
});
