import type { Page } from "@playwright/test";

/** From now on each entry of this page is on its way to the disk for this long, in a transaction that stays open. */
export const writeSlowly = (page: Page, millis: number): Promise<void> =>
  page.evaluate((lasting) => {
    const told = window as unknown as { writing?: "begun" | "ended" };
    // The browser would end the transaction as soon as the app says that nothing follows.
    IDBTransaction.prototype.commit = () => undefined;
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function slowly(this: IDBObjectStore, ...row) {
      const until = performance.now() + lasting;
      told.writing = "begun";
      this.transaction.addEventListener("complete", () => {
        told.writing = "ended";
      });
      const stay = (): void => {
        if (performance.now() < until) this.count("").addEventListener("success", stay);
      };
      stay();
      return add.apply(this, row);
    };
  }, millis);
