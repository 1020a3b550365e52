import { logAccess } from "../../commands/access.ts";
import type { AccessKind } from "../../domain/access.ts";
import type { CaseId } from "../../domain/ids.ts";
import { currentWorld } from "../current.ts";
import { appStore } from "../state.ts";

/**
 * NEN 7513: of a family that colleagues share, it is logged who read, printed or exported it, once per family and session.
 * It is an entry like any other: sealed, and sent when it can be. Who may not write in the family writes it in the
 * agency's own case file.
 */
const logged = new Set<string>();

/** A session ends with the lock. */
export const forgetAccesses = (): void => logged.clear();

export async function noteAccess(caseId: CaseId, what: AccessKind): Promise<void> {
  const { agency, sharing, phase, world } = appStore.getState();
  const shared = sharing.get(caseId);
  if (phase !== "open" || world !== "own" || !agency || !shared) return;
  const once = `${caseId} ${what}`;
  const into = shared.mayWrite ? caseId : (agency.agency as CaseId);
  // A new colleague may read along before the key of the agency's own file has come: it is logged at the next opening.
  const hasKey = (currentWorld().vault.session()?.kids(into).length ?? 0) > 0;
  if (logged.has(once) || !hasKey) return;
  logged.add(once);
  try {
    await currentWorld().door.run(into, logAccess, { what, role: agency.role ?? "", of: caseId });
  } catch {
    // What could not be stored is tried again by the journal; what was refused, at the next opening.
    logged.delete(once);
  }
}
