import { useText } from "../../app/useText.ts";
import type { Outcome } from "../../commands/door.ts";
import type { CaseId } from "../../domain/ids.ts";
import { visitFields } from "../../domain/visit.ts";
import { useWorkerId } from "./useFamily.ts";
import { isLikelyYear } from "./when.ts";

type Needs = {
  readonly caseId: CaseId;
  /** Tells apart where a visit is planned: beside the others, or after one. */
  readonly from: string;
  readonly plan: (at: string, clearsDraft: string | undefined) => Promise<Outcome>;
};

/** The day and time of a visit that is yet to be made: a draft until it is planned, so that a lock does not lose it. */
export function usePlannedAt({ caseId, from, plan }: Needs) {
  const voice = useWorkerId();
  const text = useText({
    caseId,
    record: `new-visit:${from}`,
    field: visitFields.plannedAt,
    voice,
    save: async (at, { clearsDraft }) =>
      isLikelyYear(at) ? plan(at, clearsDraft) : { ok: false, refused: "unlikelyYear" },
  });
  return { at: text.value, onAt: text.onValue, done: () => text.onDone(text.value), refused: text.refused };
}
