import { type Denied, isDenied, type LogName } from "../protocol/logs.ts";
import { membershipOf } from "../protocol/membership.ts";
import type { Membership } from "../protocol/membershipRules.ts";
import { type Roster, rosterOf } from "../protocol/roster.ts";
import { inOrder, type KnownStatement, type SignedStatement, type Statement } from "../protocol/statement.ts";
import type { KeptStatement, Ledger } from "../store/ledger.ts";
import { readStatement, statementsOf } from "./localLogs.ts";
import { pullLog } from "./pullLog.ts";
import type { RelayCalls } from "./relayCalls.ts";
import { createSay } from "./saying.ts";
import type { CaseKeys, Tending } from "./tend.ts";

export type AgencyNeeds = {
  readonly agency: string;
  readonly device: string;
  readonly relay: RelayCalls;
  readonly ledger: Ledger;
  readonly keys: CaseKeys;
  readonly sign: (statement: Statement) => Promise<SignedStatement>;
  readonly verify: (statementBytes: Uint8Array) => Promise<boolean>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** How many cases are exchanged side by side: one waits for the disk while another waits for the relay. */
  readonly atOnce?: number;
  /** As what each case was tended last, for an exchange that begins anew after a lock. */
  readonly tended?: Map<string, string>;
  /** How many of a round's cases are done: a new tablet hears all there is in its first. */
  readonly onProgress?: (done: number, of: number) => void;
};

/** Statements in one push: each may carry an age file. */
const atOnce = 50;

export type AgencyLogs = ReturnType<typeof createAgencyLogs>;

/** What an agency's statements say, as this device has heard them; how they are heard, said, and given back. */
export function createAgencyLogs(needs: AgencyNeeds) {
  const { agency, device, relay, ledger, keys, verify } = needs;
  const rosterLog: LogName = { agency, kind: "roster", case: "" };
  const membersLog = (caseId: string): LogName => ({ agency, kind: "members", case: caseId });
  const entriesLog = (caseId: string): LogName => ({ agency, kind: "entries", case: caseId });

  async function statements(name: LogName): Promise<readonly KnownStatement[]> {
    const kept = await ledger.statements(name);
    return kept.flatMap(({ bytes }) => readStatement(name, bytes)?.statement ?? []);
  }

  const roster = async (): Promise<Roster> => rosterOf(agency, await statements(rosterLog));

  const membership = async (caseId: string): Promise<Membership> =>
    membershipOf(caseId, await roster(), await statements(membersLog(caseId)));

  /** In the order of what they mean, so that nobody's right comes after what it was needed for. */
  async function offerAgain(name: LogName, rows: readonly KeptStatement[]): Promise<Denied | undefined> {
    const read = rows.flatMap(({ bytes }) => readStatement(name, bytes) ?? []);
    const bytes = new Map(read.map((one) => [one.id, one.bytes]));
    const ordered = inOrder(read.map(({ statement }) => statement));
    for (let at = 0; at < ordered.length; at += atOnce) {
      const batch = ordered.slice(at, at + atOnce);
      const answer = await relay.push(
        name,
        batch.flatMap(({ id }) => bytes.get(id) ?? []),
        false,
      );
      if (isDenied(answer)) return answer;
      // Another statement of that signer has this number now, or its signer came in by one that was lost: a cloned device.
      // Everybody goes by what the relay has.
      const refused = answer.answers.flatMap((one) => ("refused" in one ? [one.id] : []));
      if (refused.length > 0) await ledger.dropStatements(name, refused);
    }
    return undefined;
  }

  const hear = (name: LogName): Promise<Denied | undefined> =>
    pullLog(relay, name, statementsOf(name, { ledger, verify, offer: (rows) => offerAgain(name, rows) }));

  const say = createSay({ ...needs, statements, hear });

  const tendingOf = async (caseId: string): Promise<Omit<Tending, "mayWrapBack">> => {
    const found = {
      roster: await roster(),
      name: membersLog(caseId),
      statements: await statements(membersLog(caseId)),
    };
    return {
      ...found,
      ...{ device, ledger, keys, say },
      membership: membershipOf(caseId, found.roster, found.statements),
    };
  };

  return {
    ...{ rosterLog, membersLog, entriesLog, statements, roster, membership },
    ...{ offerAgain, hear, say, tendingOf },
  };
}
