import { entryStands, mayRead } from "../protocol/entryStands.ts";
import type { Head, LogName, Numbered, RowRefusal } from "../protocol/logs.ts";
import { membershipOf } from "../protocol/membership.ts";
import type { Membership } from "../protocol/membershipRules.ts";
import { type Roster, rosterOf } from "../protocol/roster.ts";
import { judgeStatement, type KnownStatement, statementIdOf } from "../protocol/statement.ts";
import type { Judge } from "./logs.ts";
import type { Reader, Shard } from "./tables.ts";

/** A log's statements until some head, as this process last read them. */
type Read = { readonly head: Head; readonly statements: readonly KnownStatement[] };

export const rosterLog = (agency: string): LogName => ({ agency, kind: "roster", case: "" });
export const membersLog = (agency: string, caseId: string): LogName => ({
  agency,
  kind: "members",
  case: caseId,
});
export const entriesLog = (agency: string, caseId: string): LogName => ({
  agency,
  kind: "entries",
  case: caseId,
});

/** The other logs that say who may write in this one. */
export function judgingLogs({ agency, kind, case: caseId }: LogName): readonly LogName[] {
  if (kind === "roster") return [];
  return kind === "members" ? [rosterLog(agency)] : [rosterLog(agency), membersLog(agency, caseId)];
}

const atOnce = 1000;

function statementFrom(bytes: Uint8Array): KnownStatement | undefined {
  const signed = judgeStatement(bytes);
  if (typeof signed === "string") return undefined;
  return { ...signed.statement, id: statementIdOf(signed.statement) };
}

/** Reads on from where it was; from the start where the log is not the one that was read (a restored backup). */
async function readOn(shard: Shard, log: LogName, before: Read | undefined): Promise<Read> {
  const head = await shard.headOf(log);
  if (before && before.head.seq === head.seq && before.head.chain === head.chain) return before;
  const isSame =
    before && before.head.seq > 0 && (await shard.chainAt(log, before.head.seq)) === before.head.chain;
  const statements = isSame ? [...before.statements] : [];
  let at = isSame ? before.head.seq : 0;
  while (at < head.seq) {
    // Not beyond the head: what another writer has added since is read when its head is.
    const rows = await shard.rowsAfter(log, at, Math.min(atOnce, head.seq - at), Number.MAX_SAFE_INTEGER);
    const lastRow = rows.at(-1);
    if (!lastRow) break;
    for (const { bytes } of rows) {
      const statement = statementFrom(bytes);
      if (statement) statements.push(statement);
    }
    at = lastRow.seq;
  }
  return { head, statements };
}

/** With the statements of the case behind it, so that a new one can be judged among them. */
export type Belonging = {
  readonly roster: Roster;
  readonly membership: Membership;
  readonly statements: readonly KnownStatement[];
};

/**
 * Who belongs where, as the statements say: folded once, and again only where a log has moved. Several processes may serve
 * one agency, so each asks for the heads within its transaction; what it remembers is never more than that.
 */
export function createMembers({ most = 5000 }: { readonly most?: number } = {}) {
  const rosters = new Map<string, { readonly read: Read; readonly roster: Roster }>();
  const cases = new Map<
    string,
    { readonly read: Read; readonly rosterHead: Head; readonly membership: Membership }
  >();

  async function rosterIn(shard: Shard, agency: string) {
    const known = rosters.get(agency);
    const read = await readOn(shard, rosterLog(agency), known?.read);
    const found = known && read === known.read ? known : { read, roster: rosterOf(agency, read.statements) };
    // Anybody can ask for an agency that is none: nothing of it is remembered.
    if (read.head.seq > 0) rosters.set(agency, found);
    return found;
  }

  async function belongingIn(shard: Shard, agency: string, caseId: string): Promise<Belonging> {
    const { roster, read: rosterRead } = await rosterIn(shard, agency);
    const key = `${agency} ${caseId}`;
    const known = cases.get(key);
    const read = await readOn(shard, membersLog(agency, caseId), known?.read);
    if (known && known.read === read && known.rosterHead === rosterRead.head) {
      return { roster, membership: known.membership, statements: read.statements };
    }
    const membership = membershipOf(caseId, roster, read.statements);
    cases.delete(key);
    cases.set(key, { read, rosterHead: rosterRead.head, membership });
    const oldest = cases.size > most ? cases.keys().next().value : undefined;
    if (oldest !== undefined) cases.delete(oldest);
    return { roster, membership, statements: read.statements };
  }

  return {
    roster: async (shard: Shard, agency: string): Promise<Roster> => (await rosterIn(shard, agency)).roster,
    rosterStatements: async (shard: Shard, agency: string): Promise<readonly KnownStatement[]> =>
      (await rosterIn(shard, agency)).read.statements,
    belonging: belongingIn,
  };
}

export type Members = ReturnType<typeof createMembers>;

/** May this device offer entries of the case at all, its own or anybody's? */
export const mayOffer = ({ membership, roster }: Belonging, device: string): boolean =>
  // A supervisor who reads along too: it keeps what was written, and gives a restored relay back what it lost.
  mayRead(membership, roster, device);

/** Judges an entry by who wrote it, whoever offers it. */
export const judgeEntry =
  ({ membership, roster }: Belonging): Judge =>
  ({ device, n }) =>
    entryStands(membership, roster, device, n) ? undefined : "not-a-member";

/** Everybody who must hear of this case: who reads it, whom it was offered to, and who was let in or removed. */
export function readersOf({ membership, roster, statements }: Belonging): Reader[] {
  const concerned = new Set(membership.members.keys());
  for (const { by, says } of statements) {
    if (typeof says.member === "string" && roster.roles.has(says.member)) concerned.add(says.member);
    const own = roster.devices.get(by)?.member;
    if (own !== undefined) concerned.add(own);
  }
  return [...concerned].sort().map((member) => ({ member, readsEntries: membership.members.has(member) }));
}

/** A new removal must have seen what the removed devices wrote: else it would cut off what is here already. */
async function isBehind(
  shard: Shard,
  log: LogName,
  statement: KnownStatement,
  roster: Roster,
): Promise<boolean> {
  const { says } = statement;
  if (says.kind !== "removed" && says.kind !== "renewed") return false;
  const cuts = new Map(
    (says.cuts as readonly { device: string; entries: number; statements: number }[]).map((cut) => [
      cut.device,
      cut,
    ]),
  );
  const removed =
    says.kind === "removed"
      ? [...roster.devices].flatMap(([id, one]) => (one.member === says.member ? [id] : []))
      : [...cuts.keys()];
  if (removed.length === 0) return false;
  const entries = await shard.lastOf({ ...log, kind: "entries" }, removed);
  const statements = await shard.lastOf(log, removed);
  return removed.some((device) => {
    const cut = cuts.get(device) ?? { entries: 0, statements: 0 };
    // A member that leaves by itself counts the very statement that says so.
    const own = device === statement.by ? statement.n - 1 : (statements.get(device)?.n ?? 0);
    return (entries.get(device)?.n ?? 0) > cut.entries || own > cut.statements;
  });
}

const isKnown = (roster: Roster, signer: string): boolean =>
  signer === roster.root || roster.devices.has(signer) || roster.invitations.has(signer);

/** A grant by a device of somebody who has to do with the case, or had. */
function isOwnKeys(
  { agency, kind, case: caseId }: LogName,
  {
    roster,
    known,
    statement: { says, by },
  }: {
    readonly roster: Roster;
    readonly known: readonly KnownStatement[];
    readonly statement: KnownStatement;
  },
): boolean {
  if (kind !== "members" || says.kind !== "granted" || caseId === agency) return false;
  const member = roster.devices.get(by)?.member;
  const membership = membershipOf(caseId, roster, known);
  return readersOf({ roster, membership, statements: known }).some((one) => one.member === member);
}

export type OfferedStatement = { readonly row: Numbered; readonly statement: KnownStatement };

/**
 * How statements are offered. `new`: said just now, by the device that offers them, which says them again otherwise where
 * they are refused. `again`: to a relay that lost them; they are taken back whatever they have come to mean among the
 * others, since they are part of their signers' numbers. `stranger`: again, by a device that does not belong here now:
 * nothing is let in thereby that would not be let in now.
 */
export type Manner = "new" | "again" | "stranger";

/** Judges statements in the order in which they are offered, each among those before it. */
export async function judgeStatements(
  shard: Shard,
  log: LogName,
  offered: readonly OfferedStatement[],
  {
    members,
    device,
    manner,
    now,
  }: { readonly members: Members; readonly device: string; readonly manner: Manner; readonly now: number },
): Promise<Judge> {
  const { agency, case: caseId, kind } = log;
  const before = await members.roster(shard, agency);
  const known =
    kind === "members"
      ? [...(await members.belonging(shard, agency, caseId)).statements]
      : [...(await members.rosterStatements(shard, agency))];
  const verdicts = new Map<string, RowRefusal | undefined>();
  for (const { statement } of offered) {
    const among = [...known, statement];
    const roster = kind === "roster" ? rosterOf(agency, among) : before;
    const judged = kind === "roster" ? roster : membershipOf(caseId, roster, among);
    const isTooLate = now > (before.invitations.get(statement.by)?.until ?? Number.POSITIVE_INFINITY);
    const isNew = manner === "new" || (manner === "stranger" && statement.by === device);
    // Its member may still work in the case, so that what it says there has an effect until somebody has cut it off.
    const isRevoked = kind === "members" && before.devices.get(statement.by)?.revoked === true;
    const isVoid = judged.void.has(statement.id);
    // Who works here no more may give keys to what it wrote before: of no effect but that they open it.
    const isHandedBack = manner === "stranger" && isVoid && isOwnKeys(log, { roster, known, statement });
    let why: RowRefusal | undefined;
    if (!isKnown(roster, statement.by) || (isNew && isRevoked && !isHandedBack)) why = "not-a-member";
    else if (manner !== "again" && isTooLate) why = "void";
    else if (isNew && isVoid && !isHandedBack) why = "void";
    else if (isNew && kind === "members" && (await isBehind(shard, log, statement, roster))) why = "behind";
    verdicts.set(statement.id, why);
    if (!why) known.push(statement);
  }
  return ({ id }) => verdicts.get(id);
}
