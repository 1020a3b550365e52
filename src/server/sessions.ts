import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Wire } from "../protocol/wire.ts";
import { sessionDigest } from "../protocol/wire.ts";
import type { Verify } from "./offered.ts";
import type { Caller, Relay } from "./relay.ts";
import { bytesFrom, deviceColumn, deviceFrom, hexColumn } from "./sql/columns.ts";
import { findSession, forgetEnded, keepSession } from "./sql/sessionStatements.ts";
import { findSecret, keepSecret } from "./sql/setUpStatements.ts";
import type { Sql } from "./sql/sql.ts";

/** How long a device may take to answer a challenge, and how long its session lasts. */
const challengeMillis = 60_000;
export const sessionMillis = 60 * 60_000;

/** Remembered by a process, so that a call costs no look-up. */
const mostRemembered = 20_000;

export type Session = { readonly token: string; readonly caller: Caller; readonly endsAt: number };

const hashOf = (text: string): Buffer => createHash("sha256").update(text).digest();

/** The relay's own secret, the same for all processes over one database: made once, by whichever starts first. */
async function ownSecret(sql: Sql): Promise<Uint8Array> {
  await sql.query(keepSecret, ["challenge", randomBytes(32)]);
  const [row] = await sql.query(findSecret, ["challenge"]);
  return bytesFrom(row?.secret);
}

/** 8 bytes of when it ends, 16 random ones, and a code over these and who asked: nothing is stored for who never answers. */
function codeOf(secret: Uint8Array, { agency, device }: Caller, begin: Uint8Array): Buffer {
  return createHmac("sha256", secret).update(begin).update(`${agency} ${device}`).digest();
}

type Needs = {
  readonly sql: Sql;
  readonly relay: Pick<Relay, "knows">;
  readonly verify: Verify;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
};

/** Proof of holding a key, once an hour: a signed challenge for a random token, of which only the hash is stored. */
export async function createSessions({ sql, relay, verify, clock }: Needs) {
  const secret = await ownSecret(sql);
  const remembered = new Map<string, Session>();

  function remember(session: Session): Session {
    const oldest = remembered.size >= mostRemembered ? remembered.keys().next().value : undefined;
    if (oldest !== undefined) remembered.delete(oldest);
    remembered.set(session.token, session);
    return session;
  }

  function isOwnChallenge(caller: Caller, challenge: Uint8Array): boolean {
    if (challenge.length !== 56) return false;
    const begin = challenge.slice(0, 24);
    const endsAt = Number(Buffer.from(begin).readBigUInt64BE(0));
    return endsAt >= clock() && timingSafeEqual(codeOf(secret, caller, begin), challenge.slice(24));
  }

  async function find(token: string): Promise<Session | undefined> {
    const [agency = ""] = token.split(".");
    if (!/^[0-9a-f]{32}\.[\w-]{43}$/.test(token)) return undefined;
    const [row] = await sql.query(findSession, [hexColumn(agency), hashOf(token)]);
    if (!row) return undefined;
    const caller = { agency, device: deviceFrom(row.device) };
    return { token, caller, endsAt: Number(row.ends_at) };
  }

  return {
    challenge(caller: Caller): Uint8Array {
      const begin = Buffer.concat([Buffer.alloc(8), randomBytes(16)]);
      begin.writeBigUInt64BE(BigInt(clock() + challengeMillis));
      return new Uint8Array(Buffer.concat([begin, codeOf(secret, caller, begin)]));
    },

    /** A session, or why there is none: `refused` for a challenge or a signature that does not hold. */
    async open(asked: Wire["sessionRequest"]): Promise<Wire["session"] | "refused" | "unknown"> {
      const { agency, device, challenge, signature } = asked;
      const caller = { agency, device };
      if (!isOwnChallenge(caller, challenge)) return "refused";
      if (!(await verify(device, "session", sessionDigest(asked), signature))) return "refused";
      if (!(await relay.knows(caller))) return "unknown";
      const token = `${agency}.${randomBytes(32).toString("base64url")}`;
      const endsAt = clock() + sessionMillis;
      await sql.query(forgetEnded, [hexColumn(agency), clock()]);
      await sql.query(keepSession, [hexColumn(agency), hashOf(token), deviceColumn(device), endsAt]);
      remember({ token, caller, endsAt });
      return { token, millis: sessionMillis };
    },

    /** Whose session this is, while it lasts. What that device may do is judged at each call. */
    async of(token: string): Promise<Session | undefined> {
      const known = remembered.get(token) ?? (await find(token));
      if (!known || known.endsAt < clock()) {
        remembered.delete(token);
        return undefined;
      }
      return remembered.has(token) ? known : remember(known);
    },
  };
}

export type Sessions = Awaited<ReturnType<typeof createSessions>>;
