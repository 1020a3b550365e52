import { randomBytes } from "node:crypto";
import { agencyIdOf } from "../../src/protocol/agencyId.ts";
import { deviceIdOf } from "../../src/protocol/deviceId.ts";
import type { MembershipSaying } from "../../src/protocol/membershipSaying.ts";
import type { RosterSaying } from "../../src/protocol/rosterSaying.ts";
import { encodeSealed, entryDigest, entryIdOf } from "../../src/protocol/sealedEntry.ts";
import { type SignatureContext, signedBytes } from "../../src/protocol/signing.ts";
import {
  contextOf,
  encodeStatement,
  type Statement,
  statementDigest,
  statementIdOf,
} from "../../src/protocol/statement.ts";

/** Devices that sign for real, and what they say: enough of an app to talk to a relay with. */

export const hex = (bytes: number): string => randomBytes(bytes).toString("hex");

export type Signer = {
  readonly id: string;
  readonly sign: (context: SignatureContext, bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;
};

export type Said = { readonly id: string; readonly bytes: Uint8Array; readonly statement: Statement };
export type Written = { readonly id: string; readonly n: number; readonly bytes: Uint8Array };

export async function createSigner(): Promise<Signer> {
  const pair = await crypto.subtle.generateKey({ name: "Ed25519" }, true, ["sign", "verify"]);
  const id = deviceIdOf(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
  const sign = async (context: SignatureContext, bytes: Uint8Array) =>
    new Uint8Array(await crypto.subtle.sign("Ed25519", pair.privateKey, signedBytes(context, bytes)));
  return { id, sign };
}

/** One recipient will do for all: the relay does not read it. */
export const recipient = `age1${"q".repeat(58)}`;

export async function createPeople() {
  const root = await createSigner();
  const agency = agencyIdOf(root.id) ?? "";
  const last = new Map<string, { n: number; id: string }>();
  let lamport = 0;

  /** The next statement of this signer in this log; `at` overrides what it would say of its place. */
  async function say(
    by: Signer,
    caseId: string,
    says: RosterSaying | MembershipSaying,
    at: Partial<Pick<Statement, "n" | "prev" | "lamport">> = {},
  ): Promise<Said> {
    const key = `${by.id} ${caseId}`;
    const before = last.get(key) ?? { n: 0, id: "" };
    lamport += 1;
    const place = { n: before.n + 1, prev: before.id, lamport, ...at };
    const statement: Statement = { v: 1, agency, case: caseId, by: by.id, wall: 1_000, says, ...place };
    const id = statementIdOf(statement);
    last.set(key, { n: statement.n, id });
    const signature = await by.sign(contextOf(statement), statementDigest(statement));
    return { id, bytes: encodeStatement({ statement, signature }), statement };
  }

  /** Entries of this device in this case from number `from` on, each after the one before it. */
  async function write(
    by: Signer,
    caseId: string,
    count: number,
    before?: Written,
    size = 300,
  ): Promise<Written[]> {
    const written: Written[] = [];
    let { n, id: prev } = before ?? { n: 0, id: "" };
    for (let i = 0; i < count; i += 1) {
      n += 1;
      const header = { v: 1, case: caseId, device: by.id, n, prev, kid: "00".repeat(8) } as const;
      const unsigned = {
        header,
        iv: new Uint8Array(randomBytes(12)),
        ciphertext: new Uint8Array(randomBytes(size)),
      };
      const signature = await by.sign("entry", entryDigest(unsigned));
      prev = entryIdOf(unsigned);
      written.push({ id: prev, n, bytes: encodeSealed({ ...unsigned, signature }) });
    }
    return written;
  }

  const admission = (
    member: string,
    device: Signer,
    role: "worker" | "supervisor" | "administrator" = "worker",
  ) => ({ kind: "admitted", member, device: device.id, recipient, role }) as const;

  return { root, agency, say, write, admission };
}

export type People = Awaited<ReturnType<typeof createPeople>>;
