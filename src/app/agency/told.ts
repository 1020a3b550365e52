import { RelayProblem, type RelayProblemKind } from "../../sync/relayCalls.ts";
import { exchangeNow, refreshViews } from "./exchanging.ts";

/**
 * What becomes of something that is said to the agency: it counts once the relay has it. `refused`: others have said
 * something meanwhile that stands against it, or this device may not; what is shown then is how things are now.
 */
export type Said = { readonly ok: true } | { readonly ok: false; readonly why: RelayProblemKind | "refused" };

/** Says it, and shows what came of it. False: the relay did not take it. */
export async function told(act: () => Promise<boolean>): Promise<Said> {
  try {
    const isTaken = await act();
    await refreshViews();
    exchangeNow();
    return isTaken ? { ok: true } : { ok: false, why: "refused" };
  } catch (error) {
    if (error instanceof RelayProblem) return { ok: false, why: error.kind };
    throw error;
  }
}
