import Dexie from "dexie";
import type { Database, EntryRow } from "./database.ts";
import type { HeldBack } from "./ledger.ts";

const reasons: { readonly [Why in HeldBack["why"]]: true } = {
  ...{ "too-large": true, malformed: true, "bad-signature": true, elsewhere: true, "not-a-member": true },
  ...{ gap: true, fork: true, void: true, behind: true, late: true, "sealed-anew": true },
};

/**
 * As many as `count` that are not in a case for all: first those that the relay did not take, then those that wait their
 * turn, then those that lie with it as late. Without what was sealed anew: that is said under another name.
 */
export async function rowsUnsent(database: Database, caseId: string, count: number): Promise<EntryRow[]> {
  const heldAs = (whys: readonly string[], limit: number) =>
    database.entries
      .where("[held+case]")
      .anyOf(whys.map((why) => [why, caseId]))
      .limit(limit)
      .toArray();
  const held = await heldAs(
    Object.keys(reasons).filter((why) => why !== "sealed-anew" && why !== "late"),
    count,
  );
  const waiting = await database.entries
    .where("[case+unsent+device+n]")
    .between([caseId, 1], [caseId, 1, Dexie.maxKey])
    .limit(count - held.length)
    .toArray();
  const late = await heldAs(["late"], count - held.length - waiting.length);
  return [...held, ...waiting, ...late];
}
