import type { CDPSession, Page } from "@playwright/test";
import { createTablet, type Tablet } from "./driver.ts";
import { axeFinds, misfits } from "./looks.ts";
import { expect, test } from "./test.ts";

/** A tablet whose screen lock the browser can ask for, and which gives bytes for a salt. */
type ScreenLock = {
  /** The finger that is held to it is the right one, or not. */
  readonly recognises: (right: boolean) => Promise<void>;
  /** The tablet has lost its passkeys: put back to how it came from the shop. */
  readonly loses: () => Promise<void>;
};

async function giveScreenLock(page: Page, { hasPrf = true } = {}): Promise<ScreenLock> {
  const client: CDPSession = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    recognises: async (right) => {
      await client.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: right });
    },
    loses: async () => {
      await client.send("WebAuthn.clearCredentials", { authenticatorId });
    },
  };
}

/** Asked with another salt, the same passkey gives other bytes: what some platforms do by themselves. */
const givesOther = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("keukentafel");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("vault", "readwrite");
          const vault = transaction.objectStore("vault");
          const reading = vault.get("vault");
          reading.onsuccess = () => {
            const kept = reading.result as { row: { passkey: { salt: Uint8Array } } };
            kept.row.passkey.salt.fill(7);
            vault.put(kept);
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );

/** Settings → Passkey, as the worker does it: the words first, then made, then tried. */
async function makePasskey(tablet: Tablet, words: readonly string[]): Promise<void> {
  const { press, field, say, page } = tablet;
  await tablet.goTo("/settings");
  await tablet.activate(
    page().getByRole("link", { name: new RegExp(`^${say("settings:parts.passkey.title")}`) }),
  );
  await tablet.write(field("lock:passphrase.label"), words.join(" "));
  await press("settings:confirm.action");
  await press("settings:passkey.make");
  await press("settings:passkey.check");
  await expect(page().getByText(say("settings:passkey.done.made"))).toBeVisible();
}

test("a worker makes a passkey, and opens the tablet with a finger, also after a reload; the words work as before", async ({
  opened: { tablet, secrets },
}) => {
  const { page, press, button, heading } = tablet;
  await giveScreenLock(page());
  await tablet.newFamily("Familie Yılmaz");
  await makePasskey(tablet, secrets.words);
  await tablet.lock();
  await expect(heading("lock:unlock.title")).toBeVisible();
  await press("lock:passkey.action");
  await expect(heading("lock:unlock.title")).toBeHidden();
  await tablet.open("/families");
  await press("lock:passkey.action");
  await expect(page().getByText("Familie Yılmaz").first()).toBeVisible();
  await tablet.lock();
  await tablet.unlock(secrets.words);
  await expect(button("lock:passkey.action")).toBeHidden();
});

test("a finger that is not known, or a tablet that lost its passkey, opens nothing, and the words do at once", async ({
  opened: { tablet, secrets },
}) => {
  const { page, press, say } = tablet;
  const screenLock = await giveScreenLock(page());
  await makePasskey(tablet, secrets.words);
  await tablet.lock();
  await screenLock.recognises(false);
  await press("lock:passkey.action");
  await expect(page().getByText(say("lock:passkey.failed.no-answer"))).toBeVisible();
  await tablet.unlock(secrets.words);
  await tablet.lock();
  await screenLock.recognises(true);
  await screenLock.loses();
  await press("lock:passkey.action");
  await expect(page().getByText(say("lock:passkey.failed.no-answer"))).toBeVisible();
  await tablet.unlock(secrets.words);
});

test("a passkey that gives other bytes than before opens nothing, and the words do", async ({
  opened: { tablet, secrets },
}) => {
  const { page, press, say } = tablet;
  await giveScreenLock(page());
  await makePasskey(tablet, secrets.words);
  await tablet.lock();
  await givesOther(page());
  await press("lock:passkey.action");
  await expect(page().getByText(say("lock:passkey.failed.wrong"))).toBeVisible();
  await tablet.unlock(secrets.words);
});

test("a passkey is taken away again, and the lock no longer offers it", async ({
  opened: { tablet, secrets },
}) => {
  const { page, press, say, button } = tablet;
  await giveScreenLock(page());
  await makePasskey(tablet, secrets.words);
  await tablet.goTo("/settings");
  await tablet.goTo("/settings/passkey");
  await press("settings:passkey.remove");
  await expect(page().getByText(say("settings:passkey.done.removed"))).toBeVisible();
  await tablet.lock();
  await expect(tablet.field("lock:passphrase.label")).toBeVisible();
  await page().waitForTimeout(500);
  await expect(button("lock:passkey.action")).toHaveCount(0);
  await tablet.unlock(secrets.words);
});

test("after a soft lock the passkey opens everything, as the words do", async ({
  opened: { tablet, secrets },
}) => {
  const { press, page } = tablet;
  await giveScreenLock(page());
  await makePasskey(tablet, secrets.words);
  await tablet.goTo("/families");
  const family = await tablet.newFamily("Familie Yılmaz");
  await tablet.planVisit();
  await tablet.goTo(`/families/${family}/visits`);
  await tablet.startVisit();
  await tablet.hide();
  await tablet.unhide();
  await press("lock:pin.withWords");
  await press("lock:passkey.action");
  await expect(page()).toHaveURL(/\/table$/);
});

test("a tablet without a screen lock that gives bytes is offered no passkey, and says why at its address", async ({
  opened: { tablet },
}) => {
  const { page, say } = tablet;
  await tablet.goTo("/settings");
  await expect(page().getByText(say("settings:parts.sheet.title"))).toBeVisible();
  await page().waitForTimeout(500);
  await expect(page().getByText(say("settings:parts.passkey.title"), { exact: true })).toHaveCount(0);
  await tablet.goTo("/settings/passkey");
  await expect(page().getByText(say("settings:passkey.unavailable"))).toBeVisible();
});

test("a tablet whose screen lock gives no bytes keeps no passkey", async ({
  opened: { tablet, secrets },
}) => {
  const { page, press, field, say } = tablet;
  await giveScreenLock(page(), { hasPrf: false });
  await tablet.goTo("/settings/passkey");
  await tablet.write(field("lock:passphrase.label"), secrets.words.join(" "));
  await press("settings:confirm.action");
  await press("settings:passkey.make");
  await expect(page().getByText(say("settings:passkey.failed.no-answer"))).toBeVisible();
  await tablet.lock();
  await tablet.unlock(secrets.words);
});

for (const language of ["nl", "en"]) {
  test(`what a worker sees of the passkey fits every tablet, and everybody can read it (${language})`, async ({
    page: own,
    baseURL,
  }) => {
    const tablet = createTablet(() => own, baseURL ?? "", language);
    const { page, press, field, say } = tablet;
    await giveScreenLock(page());
    await tablet.open();
    const secrets = await tablet.setUp();
    const look = async (at: string): Promise<void> => {
      for (const [width, height] of [
        [800, 1280],
        [1280, 800],
        [360, 740],
      ] as const) {
        await page().setViewportSize({ width, height });
        expect([...(await misfits(page())), ...(await axeFinds(page()))], at).toEqual([]);
        if (process.env.PICTURES)
          await page().screenshot({
            path: `${process.env.PICTURES}/${at}-${language}-${width}.png`,
            fullPage: true,
          });
      }
      await page().setViewportSize({ width: 800, height: 1280 });
    };
    await tablet.goTo("/settings/passkey");
    await tablet.write(field("lock:passphrase.label"), secrets.words.join(" "));
    await press("settings:confirm.action");
    await expect(tablet.button("settings:passkey.make")).toBeVisible();
    await look("make");
    await press("settings:passkey.make");
    await expect(tablet.button("settings:passkey.check")).toBeVisible();
    await look("check");
    await press("settings:passkey.check");
    await expect(page().getByText(say("settings:passkey.done.made"))).toBeVisible();
    await look("done");
    await tablet.goTo("/settings");
    await tablet.goTo("/settings/passkey");
    await expect(tablet.button("settings:passkey.remove")).toBeVisible();
    await look("remove");
    await tablet.lock();
    await expect(tablet.button("lock:passkey.action")).toBeVisible();
    await look("unlock");
  });
}
