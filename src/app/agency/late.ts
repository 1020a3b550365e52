import type { CaseFile } from "../../domain/casefile.ts";
import type { Entry } from "../../domain/entry.ts";
import { foldInto, isReadable } from "../../domain/fold.ts";
import type { CaseId } from "../../domain/ids.ts";
import { RelayProblem, type RelayProblemKind } from "../../sync/relayCalls.ts";
import { currentWorld } from "../current.ts";
import { currentLink } from "./exchanging.ts";

/** What a device wrote too late, and in whose words it is told: the case file with it, which it is no part of. */
export type Late = { readonly file: CaseFile; readonly entries: readonly Entry[] };

export type Read =
  | { readonly ok: true; readonly late: Late }
  | { readonly ok: false; readonly why: RelayProblemKind };

/** To read before it is taken in. `why`: the relay, which keeps it, can't be asked. */
export async function readLate(caseId: CaseId, device: string): Promise<Read> {
  try {
    return { ok: true, late: await opened(caseId, device) };
  } catch (error) {
    if (error instanceof RelayProblem) return { ok: false, why: error.kind };
    throw error;
  }
}

async function opened(caseId: CaseId, device: string): Promise<Late> {
  const { journal } = currentWorld();
  const elsewhere = await currentLink().exchange.lateEntries(caseId);
  const all = await journal.lateEntries(caseId, elsewhere);
  const entries = all.filter((one) => one.device === device);
  return { file: foldInto(await journal.open(caseId), entries.filter(isReadable)), entries };
}
