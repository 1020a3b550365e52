import { expect } from "@playwright/test";
import type { Hands } from "./hands.ts";

/** Types the five words on the lock screen. What comes of it is for the scenario to look at. */
export async function tryWords(hands: Hands, words: readonly string[]): Promise<void> {
  const { field, press } = hands;
  await hands.write(field("lock:passphrase.label"), words.join(" "));
  await press("lock:unlock.action");
}

export async function unlock(hands: Hands, words: readonly string[]): Promise<void> {
  await expect(hands.heading("lock:unlock.title")).toBeVisible({ timeout: 20_000 });
  await tryWords(hands, words);
  await expect(hands.heading("lock:unlock.title")).toBeHidden({ timeout: 20_000 });
}

/** After a soft lock, or to take the tablet back: types the PIN and waits until it has opened. */
export async function unlockWithPin(hands: Hands, pin: string): Promise<void> {
  const label = hands.page().getByText(hands.say("lock:pin.label"), { exact: true });
  await expect(label).toBeVisible();
  await hands.typePin(pin);
  await expect(label).toBeHidden({ timeout: 20_000 });
}

/** "Verberg", wherever it stands; the dull page is there at once. */
export async function hide(hands: Hands): Promise<void> {
  const { page, say, heading } = hands;
  await hands.activate(
    page()
      .getByRole("button", { name: say("lock:hide"), exact: true })
      .last(),
  );
  await expect(heading("lock:hidden.title")).toBeVisible();
}

/** From the dull page on to the lock, or to the PIN. */
export async function unhide({ page, press, heading }: Hands): Promise<void> {
  await press("lock:hidden.on");
  await expect(heading("lock:hidden.title")).toBeHidden();
  await expect(page().locator("#page-title")).toBeVisible();
}
