import { agencyIdOf } from "../../src/protocol/agencyId.ts";
import { deviceIdOf } from "../../src/protocol/deviceId.ts";
import type { MembershipSaying } from "../../src/protocol/membershipSaying.ts";
import type { Role, RosterSaying } from "../../src/protocol/rosterSaying.ts";
import {
  type KnownStatement,
  type Saying,
  type Statement,
  statementIdOf,
} from "../../src/protocol/statement.ts";

/** Statements for tests of what they add up to: unsigned, since signatures are checked before. */

export const key = (byte: number): string => deviceIdOf(new Uint8Array(32).fill(byte));
export const member = (byte: number): string => byte.toString(16).padStart(2, "0").repeat(16);
export const kid = (byte: number): string => byte.toString(16).padStart(2, "0").repeat(8);

export const root = key(1);
export const agency = agencyIdOf(root) ?? "";
export const family = "0f".repeat(16);
export const recipient = "age1q";

/** The next statement of a signer; `at` overrides what it would say of its place. */
export type Say = (
  by: string,
  says: RosterSaying | MembershipSaying | Saying,
  at?: Partial<Pick<Statement, "n" | "lamport" | "wall" | "agency" | "case">>,
) => KnownStatement;

/** Each statement has seen all before it, unless told otherwise. */
export function createSpeech(caseId = "", after: readonly KnownStatement[] = []): Say {
  const last = new Map(after.map((one) => [one.by, { n: one.n, id: one.id }]));
  let lamport = Math.max(0, ...after.map((one) => one.lamport));
  return (by, says, at = {}) => {
    const before = last.get(by) ?? { n: 0, id: "" };
    lamport += 1;
    const place = { n: before.n + 1, lamport, wall: 0, agency, case: caseId, ...at };
    const prev = place.n === 1 ? "" : before.id || "ab".repeat(32);
    const statement: Statement = { v: 1, by, prev, says, ...place };
    const id = statementIdOf(statement);
    last.set(by, { n: place.n, id });
    lamport = Math.max(lamport, place.lamport);
    return { ...statement, id };
  };
}

export const admitted = (device: string, of: string, role: Role): RosterSaying => ({
  ...{ kind: "admitted", member: of, device, recipient, role },
});

/** All that was found, in an order and a form in which two of them can be compared. */
export const plain = (found: object): string =>
  JSON.stringify(found, (_key, value: unknown) => {
    if (value instanceof Map) return [...value].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    return value instanceof Set ? [...value].sort() : value;
  });
