import { rosterLog } from "../../src/server/members.ts";
import { type OpenRelay, openRelay, type RelayOptions } from "../../src/server/openRelay.ts";
import type { Sql } from "../../src/server/sql/sql.ts";
import { createHttpRelay, type HttpRelay } from "../../src/sync/httpRelay.ts";
import { createPeople, createSigner, hex, type People, type Signer } from "./people.ts";

/** A relay with its HTTP, and devices that talk to it as the app does; without a port unless one is given. */
export async function openServed(sql: Sql, options: Partial<RelayOptions> = {}) {
  const lines: string[] = [];
  let now = 1_000_000;
  const clock = () => now;
  const opened: OpenRelay = await openRelay(sql, {
    log: (line) => lines.push(JSON.stringify(line)),
    clock,
    ...options,
  });
  const { api } = opened;
  /** Every body that went either way, as bytes. */
  const bodies: Uint8Array[] = [];
  const direct = (async (input, init) => {
    if (init?.body instanceof Uint8Array) bodies.push(Uint8Array.from(init.body));
    const response = await api.request(String(input), init);
    // A stream of pokes never ends: it is not read here.
    if (response.headers.get("Content-Type")?.startsWith("text/event-stream")) return response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    bodies.push(bytes);
    return new Response(bytes.length === 0 ? null : bytes, response);
  }) as typeof fetch;
  const relayOf = (
    agency: string,
    { id, sign }: Signer,
    via: typeof fetch = direct,
    baseUrl = "",
  ): HttpRelay =>
    createHttpRelay({
      baseUrl,
      agency,
      device: id,
      sign: (digest) => sign("session", digest),
      clock,
      fetch: via,
      timeoutMillis: 10_000,
    });
  const pass = (millis: number): void => {
    now += millis;
  };
  return { ...opened, lines, bodies, direct, relayOf, pass };
}

export type Served = Awaited<ReturnType<typeof openServed>>;

/** An agency on it, the first or `isAnother` that the operator asked for: of one administrator with one device, and one family that she has opened. */
export async function foundAgency(served: Served, { isAnother = false } = {}) {
  const known: People = await createPeople();
  const { root, agency, say, admission } = known;
  const anna = await createSigner();
  const member = hex(16);
  const caseId = hex(16);
  const words = [
    await say(root, "", { kind: "founded", recovery: `age1${"r".repeat(58)}` }),
    await say(root, "", admission(member, anna, "administrator")),
  ];
  const relay = served.relayOf(agency, anna);
  const secret = (await served.newSecret(isAnother)) ?? "";
  const founded = await relay.found(
    secret,
    words.map(({ bytes }) => bytes),
  );
  const roster = rosterLog(agency);
  const membership = { agency, kind: "members", case: caseId } as const;
  const entries = { agency, kind: "entries", case: caseId } as const;
  await relay.push(membership, [(await say(anna, caseId, { kind: "opened", cuts: [] })).bytes], true);
  return { ...known, anna, member, caseId, words, relay, secret, founded, roster, membership, entries };
}
