import { type CaseFile, placeAt } from "../domain/casefile.ts";
import { type Entry, readerVersion, type SetOp } from "../domain/entry.ts";
import type { EntryId, RecordId } from "../domain/ids.ts";
import type { Database } from "./database.ts";
import { type CaseNeeds, entryIn, openAll } from "./openRows.ts";
import type { Planned } from "./ownEntries.ts";
import { persist } from "./persist.ts";
import { createVouching } from "./vouching.ts";

/**
 * A tablet was cloned, or put back to an earlier day: two entries have one number, and the relay holds the other one. What
 * this one says is said anew under a name of its own. Whoever said it, when and in whose words, stays as it was; where it
 * is not this device's own, its person is the author, since nobody can write as another.
 */
export type Anew = {
  readonly insteadOf: string;
  /** `renamed`: under which ids those before it were said anew. */
  readonly plan: (file: CaseFile, renamed: ReadonlyMap<string, EntryId>) => Planned | undefined;
};

type By = { readonly author: RecordId; readonly isOwn: (device: string) => boolean };

/** What was replaced by somebody who had seen it is answered already, and not said again. */
const isAnswered = (file: CaseFile, entry: Entry, { record, field }: SetOp): boolean =>
  placeAt(file, record, field)?.awaited.includes(entry.id) ?? false;

export async function plansAnew(
  { database, unlocked }: Pick<CaseNeeds, "database" | "unlocked">,
  ids: readonly string[],
  { author, isOwn }: By,
): Promise<readonly Anew[]> {
  const rows = await persist(database, () => database.entries.bulkGet([...ids]));
  const apart = rows.flatMap((row) => (row?.held === "fork" ? [row] : []));
  const isAuthentic = createVouching(database, apart);
  const opened = await openAll(apart, (row) => entryIn(row, unlocked, isAuthentic(row)));
  return opened
    .flatMap((entry) => entry ?? [])
    .sort((a, b) => a.lamport - b.lamport || a.n - b.n)
    .map((entry) => ({
      insteadOf: entry.id,
      plan: (file, renamed) => {
        const { id: _, device, n: _n, seen: _seen, ...said } = entry;
        const ops = entry.ops
          .filter((op) => op.kind === "set" && (isOwn(device) || !isAnswered(file, entry, op)))
          .map((op) => ({ ...op, over: op.over.map((id) => renamed.get(id) ?? id).sort() }));
        if (ops.length === 0) return undefined;
        return {
          ...said,
          reader: readerVersion,
          author: isOwn(device) ? said.author : author,
          ops,
        };
      },
    }));
}

/** Nothing of it was left to say: it counts for good no longer. */
export const setAside = (database: Database, id: string): Promise<unknown> =>
  persist(database, () => database.entries.update(id, { held: "sealed-anew", unsent: undefined }));
