import type { Denied, LogName } from "../protocol/logs.ts";
import { memberAt, type Roster } from "../protocol/roster.ts";
import { type Belonging, type Manner, type Members, mayOffer, readersOf } from "./members.ts";
import type { Shard } from "./tables.ts";

/** Who asks: a device, or an invitation's key, that has proved to hold that key. */
export type Caller = { readonly agency: string; readonly device: string };

/** To hear a log; to say something new in it; to give back what a restored relay has lost of it. */
type Purpose = "read" | "say" | "offer";

const no: Denied = { denied: "not-a-member" };

const isConcerned = (belonging: Belonging, member: string | undefined): boolean =>
  readersOf(belonging).some((one) => one.member === member);

/** Undefined where the caller may do that in a case that stands as it does. */
function deniedIn(belonging: Belonging, { device }: Caller, kind: LogName["kind"], to: Purpose) {
  const { roster, membership } = belonging;
  if (kind === "entries") return mayOffer(belonging, device) ? undefined : no;
  // Statements prove themselves: what a restored relay lost it may get back from anybody who has been there.
  if (to === "offer" || membership.opened === undefined) return undefined;
  // Whoever was removed, or whose device was revoked, may read why, and says nothing more here.
  const member = to === "read" ? roster.devices.get(device)?.member : memberAt(roster, device);
  return isConcerned(belonging, member) ? undefined : no;
}

/** What a caller may do with a log, whatever is in the rows. */
export function createAdmission(members: Members) {
  /** Also a revoked device is known here: it must hear why, and may leave what it had not sent. */
  const isKnown = (roster: Roster, { device }: Caller): boolean =>
    roster.devices.has(device) || roster.invitations.has(device) || device === roster.root;

  async function denied(
    shard: Shard,
    caller: Caller,
    log: LogName,
    to: Purpose,
  ): Promise<Denied | undefined> {
    const roster = await members.roster(shard, log.agency);
    if (caller.agency !== log.agency) return { denied: "unknown" };
    // Who came after the backup gives a restored relay the roster back, and is known again by that.
    if (log.kind === "roster" && to === "offer") return undefined;
    if (!isKnown(roster, caller)) return { denied: "unknown" };
    if (log.kind === "roster" || (caller.device === roster.root && log.kind === "members")) return undefined;
    if (to === "say" && memberAt(roster, caller.device) === undefined) return no;
    return deniedIn(await members.belonging(shard, log.agency, log.case), caller, log.kind, to);
  }

  /**
   * Giving back what a relay lost is for whoever was here. But from an invitation's key, a revoked device or a removed
   * member its own statements are judged as new ones, whatever it calls them.
   */
  async function mannerOf(shard: Shard, caller: Caller, log: LogName, isNew: boolean): Promise<Manner> {
    if (isNew) return "new";
    const roster = await members.roster(shard, log.agency);
    if (caller.device === roster.root) return "again";
    if (log.kind !== "members") return memberAt(roster, caller.device) === undefined ? "stranger" : "again";
    const belonging = await members.belonging(shard, log.agency, log.case);
    const isOpen = belonging.membership.opened !== undefined;
    return isOpen && !mayOffer(belonging, caller.device) ? "stranger" : "again";
  }

  return { isKnown, denied, mannerOf };
}
