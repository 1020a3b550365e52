import type { CaseId } from "../domain/ids.ts";
import { type Head, type LogName, logKeyOf } from "../protocol/logs.ts";
import { sealedNameOf } from "../protocol/sealedName.ts";
import type { Last, NewRow } from "./arrival.ts";
import { unbundled } from "./bundled.ts";
import { arriving } from "./bundles.ts";
import type { Database, EntryRow } from "./database.ts";
import type { Cursors } from "./ledgerLogs.ts";
import type { WritingTogether } from "./writingTogether.ts";

/** Runs a change of what is kept of a case in that case's turn, and shows what comes of it. See `Journal.amend`. */
export type Amend = (caseId: CaseId, work: () => Promise<{ readonly isOther: boolean }>) => Promise<void>;

/** Did what was folded cease to hold? More rows behind it are no such change. */
type IsOther = boolean;

export const isApart = (held: EntryRow["held"]): boolean => held === "fork" || held === "sealed-anew";

/** Unsent again, and free to be offered. */
export const offered = { unsent: 1, unheard: undefined, held: undefined } as const;

/** Acknowledged and heard. */
export const settled = { unsent: undefined, unheard: undefined, held: undefined } as const;

/** A row as it came, before anybody has opened it: how it stands shows when the case is next read. */
export function rowOf(caseId: string, bytes: Uint8Array): NewRow | undefined {
  const named = sealedNameOf(bytes);
  if (named?.case !== caseId) return undefined;
  const { id, device, n } = named;
  return { id, case: caseId, device, n, state: "folded", sealed: bytes };
}

/** The ways in which the exchange changes the entries on disk. */
export function createEntryChanges(
  database: Database,
  cursors: Cursors,
  writing: WritingTogether,
  amend: Amend,
) {
  const { entries } = database;

  /** What was folded no longer holds: every cache of it goes, in the same transaction. */
  const dropCaches = (caseId: string): PromiseLike<unknown> =>
    database.casefiles.bulkDelete([
      [caseId, "card"],
      [caseId, "file"],
    ]);

  const changed = (
    caseId: string,
    work: () => Promise<IsOther>,
    first = async (): Promise<void> => undefined,
  ): Promise<void> =>
    amend(caseId as CaseId, async () => {
      await first();
      // Of any try: the first may have been committed and reported as failed.
      let isOther = false;
      await writing(async () => {
        if (!(await work())) return;
        isOther = true;
        await dropCaches(caseId);
      });
      return { isOther };
    });

  /** Of entries one by one. */
  const amended = (caseId: string, work: () => Promise<IsOther>): Promise<void> =>
    changed(caseId, work, () => unbundled(database, caseId));

  const moving = async (log: LogName, cursor: Head, work: () => Promise<IsOther | "gone">): Promise<void> => {
    let outcome: IsOther | "gone" = false;
    const move = async (): Promise<IsOther> => {
      outcome = await work();
      return outcome === true;
    };
    await cursors.changing(
      logKeyOf(log),
      () => changed(log.case, move),
      () => (outcome === "gone" ? undefined : cursor),
    );
  };

  const change = (ids: readonly string[], changes: Partial<EntryRow>): PromiseLike<unknown> =>
    entries.bulkUpdate(ids.map((key) => ({ key, changes })));

  /** Adds rows that are new here, in their order. `end`: the last that has arrived. */
  async function add(end: Last | undefined, rows: readonly NewRow[]): Promise<void> {
    await entries.bulkAdd(arriving(end, rows));
  }

  return { amended, moving, change, add };
}

export type EntryChanges = ReturnType<typeof createEntryChanges>;
