import type { ExchangeView, SharingView } from "../app/agency/views.ts";
import type { CaseId } from "../domain/ids.ts";

type Sending = {
  readonly exchange: ExchangeView | undefined;
  readonly sharing: ReadonlyMap<CaseId, SharingView>;
  /** The families that this screen is about; undefined while they are not known. */
  readonly here: readonly CaseId[] | undefined;
  /** The agency does not know this device, or has revoked it. */
  readonly isOut: boolean;
};

/** No network, or a server that has much to do, is how it usually is: it asks nothing of anybody. */
const isOrdinary = (problem: ExchangeView["problem"]): boolean =>
  problem === undefined || problem === "offline" || problem === "busy";

/**
 * What the corner says of sending. "Sent" only where nothing waits, something was heard since the start, no family of
 * this screen stays on this device alone, nothing of it lies apart because it came too late, and the agency would take
 * what is written next.
 */
export function sendingOf({
  exchange,
  sharing,
  here,
  isOut,
}: Sending): readonly ("waiting" | "sent" | "attention")[] {
  if (!exchange) return [];
  const { unsent, heardAt, problem } = exchange;
  const isAllThere = here?.every((id) => sharing.get(id)?.leftLate.length === 0) ?? false;
  const isSent = !isOut && unsent === 0 && heardAt !== undefined && isAllThere && isOrdinary(problem);
  return [
    ...(unsent > 0 ? (["waiting"] as const) : []),
    ...(isSent ? (["sent"] as const) : []),
    ...(isOrdinary(problem) ? [] : (["attention"] as const)),
  ];
}
