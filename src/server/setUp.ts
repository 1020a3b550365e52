import { createHash, randomBytes } from "node:crypto";
import type { PushAnswer } from "../protocol/logs.ts";
import type { Wire } from "../protocol/wire.ts";
import type { Relay } from "./relay.ts";
import { hexColumn } from "./sql/columns.ts";
import { claimLink, forgetLinks, isSetUp, keepLink, releaseLink } from "./sql/setUpStatements.ts";
import type { Sql } from "./sql/sql.ts";

const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();

type Needs = { readonly sql: Sql; readonly relay: Pick<Relay, "found">; readonly clock: () => number };

/** Who may found an agency on this relay: whoever was given the link that its first starts print, once. */
export function createSetUp({ sql, relay, clock }: Needs) {
  return {
    /**
     * A new secret, of which only the hash is kept; undefined once an agency has been set up, unless another one `isWanted`.
     * Until then what earlier starts printed holds too: several processes may each print one.
     */
    async newSecret(isWanted = false): Promise<string | undefined> {
      if (!isWanted && (await sql.query(isSetUp)).length > 0) return undefined;
      const secret = randomBytes(24).toString("base64url");
      await sql.query(keepLink, [hashOf(secret), clock()]);
      return secret;
    },

    /** Undefined for a secret that is none, or that another agency has used. One that founds nothing stays unused. */
    async found({ secret, agency, rows }: Wire["agencyRequest"]): Promise<PushAnswer | undefined> {
      const link = [hashOf(secret), hexColumn(agency)];
      if ((await sql.query(claimLink, link)).length === 0) return undefined;
      const answer = await relay.found(agency, rows);
      await (answer.head.seq === 0 ? sql.query(releaseLink, link) : sql.query(forgetLinks));
      return answer;
    },
  };
}

export type SetUp = ReturnType<typeof createSetUp>;
