import { afterNext, type Last, type OwnEntry } from "./arrival.ts";
import type { Database } from "./database.ts";
import { isOwnFormat } from "./persist.ts";
import { StoreProblem } from "./problem.ts";

/** A place that is taken was taken by somebody else. */
const reasonOf = (error: DOMException | null): unknown =>
  error?.name === "ConstraintError"
    ? new StoreProblem("elsewhere", error)
    : (error ?? new DOMException("aborted", "AbortError"));

/**
 * The usual case, in which nobody else wrote: asks whether that is so, writes without waiting for the answer, and ends
 * the transaction as soon as the answer is yes. Where it is no, all is rolled back, and who asks looks carefully. What
 * stands at the last known arrival is asked for; that nothing stands behind it, the unique index of arrivals sees to.
 *
 * IndexedDB itself and not Dexie: every tap waits for this, and Dexie's zones and cursors double it.
 * @throws StoreProblem `elsewhere`, or what the browser says.
 */
export function storeAtOnce(database: Database, { row, behind, draftKey }: OwnEntry): Promise<Last> {
  const { arrived, id } = behind.last;
  const last = afterNext(behind.last, row.id);
  return new Promise((resolve, reject) => {
    const transaction = database
      .backendDB()
      .transaction(["entries", "drafts", "meta"], "readwrite", { durability: "strict" });
    let why: unknown;
    transaction.oncomplete = () => resolve(last);
    transaction.onabort = () => reject(why ?? reasonOf(transaction.error));
    try {
      const entries = transaction.objectStore("entries");
      const format = transaction.objectStore("meta").get("format");
      const before = arrived === 0 ? undefined : entries.index("[case+arrived]").getKey([row.case, arrived]);
      (before ?? format).onsuccess = () => {
        const isAsKnown = before === undefined || before.result === id;
        if (isAsKnown && isOwnFormat(database, format.result?.value)) {
          // Nothing more is asked for: the browser need not wait for our hearing that the row was added.
          transaction.commit?.();
        } else {
          why = new StoreProblem("elsewhere");
          transaction.abort();
        }
      };
      entries.add({ ...row, ...last });
      if (draftKey !== undefined) transaction.objectStore("drafts").delete(draftKey);
    } catch (error) {
      // Half of what belongs together must not be kept.
      why = error;
      transaction.abort();
    }
  });
}
