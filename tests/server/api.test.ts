import { afterEach, describe, expect, test } from "vitest";
import { emptyHead } from "../../src/protocol/logs.ts";
import {
  encodeMessage,
  maxBodyBytes,
  readMessage,
  sessionDigest,
  versionHeader,
} from "../../src/protocol/wire.ts";
import { usualLimits } from "../../src/server/apiGuards.ts";
import { sessionMillis } from "../../src/server/sessions.ts";
import type { Sql } from "../../src/server/sql/sql.ts";
import { RelayProblem } from "../../src/sync/relayCalls.ts";
import { openedPglite, sqlEngines } from "./engines.ts";
import { createSigner, hex } from "./people.ts";
import { foundAgency, openServed, type Served } from "./served.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function opened(open: () => Promise<{ sql: Sql; close: () => Promise<void> }> = openedPglite) {
  const { sql, close } = await open();
  closing.push(close);
  return sql;
}

async function servedOver(sql: Sql, options: Parameters<typeof openServed>[1] = {}): Promise<Served> {
  const served = await openServed(sql, options);
  closing.push(() => served.leave());
  return served;
}

const version = { [versionHeader]: "1" };
const post = (path: string, body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = version) =>
  [path, { method: "POST", body, headers }] as const;
const problemIn = async (response: Response): Promise<unknown> =>
  readMessage("problem", new Uint8Array(await response.arrayBuffer()))?.problem;

describe.each(sqlEngines)("the relay's HTTP over %s", (_name, open) => {
  test("what a device sends is numbered, comes back, and is told in one poll", async () => {
    const served = await servedOver(await opened(open));
    const { relay, anna, caseId, founded, words, write, roster, membership, entries } =
      await foundAgency(served);
    expect(founded?.answers).toMatchObject(words.map(({ id }, index) => ({ id, seq: index + 1 })));
    const written = await write(anna, caseId, 3);
    const bytes = written.map((one) => one.bytes);
    const pushed = await relay.push(entries, bytes, true);
    expect(pushed).toMatchObject({ answers: written.map(({ id, n }) => ({ id, seq: n })), head: { seq: 3 } });
    expect(await relay.push(entries, bytes, true)).toEqual(pushed);
    expect(await relay.pull(entries, emptyHead)).toMatchObject({
      rows: bytes.map((one) => ({ bytes: one })),
    });
    expect(await relay.pull(entries, { seq: 1, chain: hex(16) })).toMatchObject({ rewind: { seq: 3 } });
    expect(await relay.ids(entries, 1)).toMatchObject({ ids: written.slice(1).map(({ id }) => id) });
    expect(await relay.pull(roster, emptyHead)).toMatchObject({
      rows: words.map((one) => ({ bytes: one.bytes })),
    });
    expect(await relay.heads()).toMatchObject({
      heads: expect.arrayContaining([
        { log: membership, head: expect.objectContaining({ seq: 1 }) },
        { log: entries, head: expect.objectContaining({ seq: 3 }) },
      ]),
    });
    const asked = [
      { log: roster, after: emptyHead },
      { log: { ...entries, agency: hex(16) }, after: emptyHead },
      { log: entries, after: emptyHead },
      { log: entries, after: { seq: 1, chain: hex(16) } },
    ];
    expect(await relay.pulls(asked)).toEqual({
      answers: [
        await relay.pull(roster, emptyHead),
        { denied: "unknown" },
        await relay.pull(entries, emptyHead),
        { rewind: expect.objectContaining({ seq: 3 }) },
      ],
    });
    expect(await relay.late(caseId, bytes)).toEqual({ kept: written.map(({ id }) => id) });
    expect(await relay.lateOf(caseId)).toMatchObject({ rows: written.map(({ id }) => ({ id })) });
  });

  test("a link sets up one agency, once, and is known by its hash alone", async () => {
    const sql = await opened(open);
    const served = await servedOver(sql);
    const printedBefore = await served.newSecret();
    const { secret, relay, words, anna } = await foundAgency(served);
    expect(secret).toMatch(/^[\w-]{32}$/);
    expect(await served.newSecret(), "it is not printed again").toBeUndefined();
    const bytes = words.map((one) => one.bytes);
    expect(await relay.found(secret, bytes), "its answer may have been lost").toMatchObject({
      head: { seq: 2 },
    });
    expect(await relay.found(printedBefore ?? "", bytes)).toBeUndefined();
    expect(await relay.found(hex(12), bytes)).toBeUndefined();
    const other = await foundAgency(await servedOver(sql));
    expect(other.founded, "another agency needs another link").toBeUndefined();
    const kept = await sql.query("SELECT secret_hash FROM setup_link");
    expect(JSON.stringify(kept)).not.toContain(secret);
    const wanted = (await served.newSecret(true)) ?? "";
    expect(wanted, "unless the operator asks for one").toMatch(/^[\w-]{32}$/);
    const stranger = served.relayOf(hex(16), anna);
    for (const asked of [1, 2]) {
      expect(await stranger.found(wanted, []), `asked ${asked} times whether it holds`).toMatchObject({
        answers: [],
      });
    }
    expect(await sql.query("SELECT 1 FROM setup_link WHERE used_by IS NULL")).toHaveLength(1);
  });

  test("a session holds for every process, until its hour is over, and is renewed without a word", async () => {
    const sql = await opened(open);
    const served = await servedOver(sql);
    const { relay, agency, anna } = await foundAgency(served);
    await relay.heads();
    const [other, third] = [await servedOver(sql), await servedOver(sql)];
    let [sessions, via] = [0, served];
    const switched = served.relayOf(agency, anna, ((input, init) => {
      if (String(input).endsWith("/session")) sessions += 1;
      return via.direct(String(input), init);
    }) as typeof fetch);
    const asked = async (next: Served) => {
      via = next;
      expect(await switched.heads()).toMatchObject({ heads: expect.any(Array) });
      return sessions;
    };
    expect(await asked(served)).toBe(1);
    expect(await asked(other)).toBe(1);
    for (const one of [served, other, third]) one.pass(sessionMillis + 1);
    expect(await asked(other), "its hour is over").toBe(2);
    await sql.query("DELETE FROM session");
    expect(await asked(third), "a restored relay has never heard of it").toBe(3);
  });
});

test("only who holds the key gets a session, within a minute, and only a key that the agency knows", async () => {
  const served = await servedOver(await opened());
  const { agency, anna } = await foundAgency(served);
  const who = { agency, device: anna.id };
  const challenge = async () => {
    const response = await served.direct(...post("/api/challenge", encodeMessage("challengeRequest", who)));
    return (
      readMessage("challenge", new Uint8Array(await response.arrayBuffer()))?.challenge ?? new Uint8Array(1)
    );
  };
  const session = async (signer = anna, asked = who, given?: Uint8Array) => {
    const signing = { ...asked, challenge: given ?? (await challenge()) };
    const signature = await signer.sign("session", sessionDigest(signing));
    return served.direct(...post("/api/session", encodeMessage("sessionRequest", { ...signing, signature })));
  };
  expect((await session()).status).toBe(200);
  const stranger = await createSigner();
  expect((await session(stranger)).status, "another key").toBe(403);
  expect((await session(stranger, { agency, device: stranger.id })).status, "another's challenge").toBe(403);
  const changed = await challenge();
  changed[0] = 255;
  expect((await session(anna, who, changed)).status, "a challenge of one's own making").toBe(403);
  const early = await challenge();
  served.pass(60_001);
  expect((await session(anna, who, early)).status, "too late").toBe(403);
  expect(await served.relayOf(agency, stranger).heads()).toEqual({ denied: "unknown" });
  expect(await served.relayOf(hex(16), anna).heads()).toEqual({ denied: "unknown" });
});

test("who came after the backup gives a restored relay what admits it", async () => {
  const served = await servedOver(await opened());
  const { agency, root, roster, say, admission } = await foundAgency(served);
  const late = await createSigner();
  const relay = served.relayOf(agency, late);
  expect(await relay.heads()).toEqual({ denied: "unknown" });
  const words = await say(root, "", admission(hex(16), late));
  expect(await relay.push(roster, [words.bytes], false)).toMatchObject({ answers: [{ seq: 3 }] });
  expect(await relay.heads()).toMatchObject({ heads: expect.any(Array), late: [] });
});

test("a call without a session, of no version or of an older one is told so", async () => {
  const served = await servedOver(await opened());
  const get = (path: string, headers: Record<string, string>) => served.direct(path, { headers });
  const none = await get("/api/heads", version);
  expect([none.status, await problemIn(none)]).toEqual([401, "session"]);
  const forged = await get("/api/heads", {
    ...version,
    Authorization: `Bearer ${"0".repeat(32)}.${"A".repeat(43)}`,
  });
  expect([forged.status, await problemIn(forged)]).toEqual([401, "session"]);
  expect((await get("/api/heads", {})).status).toBe(400);
  expect((await get("/api/heads", { [versionHeader]: "2" })).status).toBe(400);
  const old = await get("/api/heads", { [versionHeader]: "0" });
  expect([old.status, await problemIn(old)]).toEqual([426, "too-old"]);
  expect(old.headers.get(versionHeader)).toBe("1");
});

test("what is no message, no case and no call is refused, and so is a body that is too large", async () => {
  const served = await servedOver(await opened());
  const { agency, anna, caseId } = await foundAgency(served);
  let token = "";
  const spying = ((input, init) => {
    token = new Headers(init?.headers).get("Authorization")?.slice("Bearer ".length) ?? token;
    return served.direct(String(input), init);
  }) as typeof fetch;
  await served.relayOf(agency, anna, spying).heads();
  const headers = { ...version, Authorization: `Bearer ${token}` };
  const statuses = async (path: string, init: RequestInit = {}) => {
    const response = await served.direct(path, { headers, ...init });
    return [response.status, await problemIn(response)];
  };
  expect(await statuses("/api/cases/tafel/entries")).toEqual([400, "malformed"]);
  expect(await statuses(`/api/cases/${caseId}/entries?after=-1`)).toEqual([400, "malformed"]);
  expect(await statuses(`/api/cases/${caseId}/entries?after=1&chain=x`)).toEqual([400, "malformed"]);
  expect(await statuses("/api/tafel")).toEqual([404, "no-such-call"]);
  const path = `/api/cases/${caseId}/entries`;
  expect(await statuses(path, { method: "POST", body: new Uint8Array([1, 2, 3]) })).toEqual([
    400,
    "malformed",
  ]);
  const large = new Uint8Array(maxBodyBytes + 1);
  expect(await statuses(path, { method: "POST", body: large })).toEqual([413, "too-large"]);
  const declared = { ...headers, "Content-Length": String(large.length) };
  expect(await statuses(path, { method: "POST", body: large, headers: declared })).toEqual([
    413,
    "too-large",
  ]);
});

const kindOf = (error: unknown) => (error instanceof RelayProblem ? [error.kind, error.retryMillis] : error);

test("who asks too often waits, each session and each address for itself", async () => {
  const limits = {
    ...usualLimits,
    session: { burst: 5, perSecond: 0.5 },
    stranger: { burst: 6, perSecond: 1 },
  };
  const served = await servedOver(await opened(), { limits, isBehindProxy: true });
  const { relay, agency, anna } = await foundAgency(served);
  for (let i = 0; i < 4; i += 1) await relay.heads();
  expect(kindOf(await relay.heads().catch((error: unknown) => error))).toEqual(["busy", 2000]);
  served.pass(2000);
  expect(await relay.heads()).toMatchObject({ heads: expect.any(Array) });
  const from = (address: string) => {
    const headers = { ...version, "X-Forwarded-For": `1.2.3.4, ${address}` };
    return served.direct(
      ...post("/api/challenge", encodeMessage("challengeRequest", { agency, device: anna.id }), headers),
    );
  };
  const statuses: number[] = [];
  for (let i = 0; i < 7; i += 1) statuses.push((await from("10.0.0.1")).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
  expect((await from("10.0.0.2")).status).toBe(200);
});

test("an answer that is none of a relay's is told as what it is", async () => {
  const served = await servedOver(await opened());
  const { agency, anna } = await foundAgency(served);
  const heads = (answer: () => Promise<Response>) =>
    served
      .relayOf(agency, anna, answer as typeof fetch)
      .heads()
      .catch(kindOf);
  const own = (status: number, more: Record<string, string> = {}) =>
    new Response("", { status, headers: { [versionHeader]: "1", ...more } });
  expect(await heads(() => Promise.reject(new TypeError("no network")))).toEqual(["offline", undefined]);
  expect(await heads(async () => new Response("<html>Log in to the hotel</html>"))).toEqual([
    "strange",
    1000,
  ]);
  expect(await heads(async () => own(426))).toEqual(["too-old", undefined]);
  expect(await heads(async () => own(503, { "Retry-After": "7" }))).toEqual(["busy", 7000]);
  expect(await heads(async () => new Response("", { status: 502 }))).toEqual(["busy", 1000]);
  expect(await heads(async () => own(200))).toEqual(["strange", undefined]);
  expect(await heads(async () => own(401))).toEqual(["strange", undefined]);
});

test("the log and the metrics tell counts and times, and neither bodies nor whole ids", async () => {
  const served = await servedOver(await opened());
  const { relay, agency, anna, caseId, entries, write, secret } = await foundAgency(served);
  const written = await write(anna, caseId, 2);
  await relay.push(
    entries,
    written.map(({ bytes }) => bytes),
    true,
  );
  const metrics = await (await served.direct("/metrics")).text();
  expect(metrics).toContain('keukentafel_call_seconds_count{route="POST /api/cases/:case/entries"} 1');
  expect(metrics).toContain("keukentafel_rows_taken_total{} 3");
  expect(metrics).toMatch(/keukentafel_pokes_waiting 0/);
  const line = served.lines.map((one) => JSON.parse(one)).find(({ route }) => route?.endsWith("/entries"));
  expect(line).toMatchObject({
    level: "info",
    status: 200,
    agency: agency.slice(0, 8),
    device: anna.id.slice(0, 8),
    case: caseId.slice(0, 8),
    taken: 2,
  });
  const said = `${metrics}\n${served.lines.join("\n")}`;
  for (const secretOf of [agency, caseId, anna.id, secret, ...written.map(({ id }) => id)]) {
    expect(said).not.toContain(secretOf.slice(0, 12));
  }
});

test("what breaks inside is told to nobody, and logged without the database's words", async () => {
  const sql = await opened();
  const served = await servedOver(sql);
  const { relay, entries } = await foundAgency(served);
  await sql.query("ALTER TABLE log_head RENAME TO tafel");
  expect(kindOf(await relay.pull(entries, emptyHead).catch((error: unknown) => error))).toEqual([
    "busy",
    1000,
  ]);
  const broken = served.lines.map((one) => JSON.parse(one)).find(({ event }) => event === "broken");
  expect(broken.error).toMatch(/42P01$/);
  expect(JSON.stringify(broken)).not.toContain("does not exist");
  expect((await served.direct("/healthz")).status).toBe(200);
  expect((await served.direct("/readyz")).status).toBe(200);
  await served.leave();
  expect((await served.direct("/readyz")).status).toBe(503);
});
