import type { Page } from "@playwright/test";

/** Entries that are on their way to the disk: their transaction stays open until it is let go. */
export type HeldWrite = {
  readonly state: () => Promise<"begun" | "ended" | undefined>;
  readonly letGo: () => Promise<void>;
};

type Told = { writing?: "begun" | "ended"; isHeld?: boolean };

/** From now on a disk that does not come to an end: each entry of this page is under way until `letGo`. */
export async function holdWrites(page: Page): Promise<HeldWrite> {
  await page.evaluate(() => {
    const told = window as unknown as Told;
    told.isHeld = true;
    // The browser would end the transaction as soon as the app says that nothing follows.
    IDBTransaction.prototype.commit = () => undefined;
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function slowly(this: IDBObjectStore, ...row) {
      told.writing = "begun";
      this.transaction.addEventListener("complete", () => {
        told.writing = "ended";
      });
      const stay = (): void => {
        if (told.isHeld) this.count("").addEventListener("success", stay);
      };
      stay();
      return add.apply(this, row);
    };
  });
  return {
    state: () => page.evaluate(() => (window as unknown as Told).writing),
    letGo: () =>
      page.evaluate(() => {
        (window as unknown as Told).isHeld = false;
      }),
  };
}
