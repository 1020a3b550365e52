import type { CaseFile } from "../domain/casefile.ts";
import { foldInto, isReadable } from "../domain/fold.ts";
import type { CaseId } from "../domain/ids.ts";
import type { Unsent } from "../store/reading.ts";
import { currentWorld, hasWorld } from "./current.ts";
import { currentLedger } from "./ledger.ts";
import { appStore, type ListedFamily } from "./state.ts";

/** What one family has on this device, for the page that says where everything is. */
export type KeptFamily = {
  readonly id: CaseId;
  readonly name: string;
  readonly entries: number;
  /** Keys of half-typed words, not yet part of the case file: `draftsNotKept` says which the disk has not taken. */
  readonly drafts: readonly string[];
  /** Kept but not readable: why, and how often. */
  readonly putAside: readonly { readonly why: string; readonly count: number }[];
};

/** Does this device belong to an agency? Known also before anything was heard of it, and where one family alone is open. */
export const hasAgency = (): boolean =>
  hasWorld() && (currentWorld().vault.session()?.agencies().length ?? 0) > 0;

/** What of one family is not with everybody who works there, as many as `count` of it. */
export type UnsentFamily = {
  /** In whose words it is told: with what came too late in it, which counts nowhere else. */
  readonly file: CaseFile;
  /** Without what was left with the relay as late. */
  readonly total: number;
  /** What was left there, and nobody has taken in. */
  readonly late: number;
  readonly rows: readonly Unsent[];
};

export async function unsentFamily(caseId: CaseId, count: number): Promise<UnsentFamily> {
  const { journal } = currentWorld();
  const ledger = currentLedger();
  const left = new Set(appStore.getState().sharing.get(caseId)?.leftLate);
  const [file, total, found] = await Promise.all([
    journal.open(caseId),
    ledger.unsentCount(caseId),
    journal.unsentOf(caseId, count),
  ]);
  const rows = found.filter(({ id, why }) => why !== "late" || left.has(id));
  const late = rows.flatMap(({ why, entry }) =>
    why === "late" && entry && isReadable(entry) ? [entry] : [],
  );
  return { file: late.length > 0 ? foldInto(file, late) : file, total, late: left.size, rows };
}

export const unsentCountOf = (caseId: CaseId): Promise<number> => currentLedger().unsentCount(caseId);

/** "Nu proberen". */
export const tryNow = async (): Promise<void> => (await import("./agency/exchanging.ts")).exchangeNow();

export async function keptFamily({ id, card }: ListedFamily): Promise<KeptFamily> {
  const { journal } = currentWorld();
  // Opening it is what finds entries that can't be read.
  await journal.open(id);
  const counts = new Map<string, number>();
  for (const { why } of journal.putAside(id)) counts.set(why, (counts.get(why) ?? 0) + 1);
  return {
    id,
    name: card.name,
    entries: await journal.lastArrived(id),
    drafts: [...(await journal.drafts(id)).keys()],
    putAside: [...counts].map(([why, count]) => ({ why, count })),
  };
}
