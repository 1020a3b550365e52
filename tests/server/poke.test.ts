import { afterEach, expect, test } from "vitest";
import type { LogName } from "../../src/protocol/logs.ts";
import { createApp } from "../../src/server/app.ts";
import { listen } from "../../src/server/listen.ts";
import { openPostgres } from "../../src/server/sql/postgres.ts";
import type { Sql } from "../../src/server/sql/sql.ts";
import { openedPglite, openedPostgres } from "./engines.ts";
import { hex } from "./people.ts";
import { foundAgency, openServed } from "./served.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A relay process as `npm start` makes one, on a port of this machine. */
async function listening(sql: Sql) {
  const served = await openServed(sql);
  const { port, close } = await listen(createApp(new Map(), served.api), 0, "127.0.0.1");
  let isStopped = false;
  const stop = async () => {
    if (isStopped) return;
    isStopped = true;
    await served.leave();
    await close();
  };
  closing.push(stop);
  const url = `http://127.0.0.1:${port}`;
  return {
    ...served,
    stop,
    over: (agency: string, signer: Parameters<typeof served.relayOf>[1]) =>
      served.relayOf(agency, signer, fetch, url),
  };
}

/** What was heard, also of what had moved just before: the relay tells what moves within a moment together. */
function createEar() {
  const heard: (LogName | undefined)[] = [];
  const patiently = { timeout: 20_000, interval: 20 };
  return {
    hear: (log?: LogName) => {
      heard.push(log);
    },
    has: (log: LogName | undefined) => expect.poll(() => heard, patiently).toContainEqual(log),
  };
}

test("a device hears that a family of its own has moved, and of no other's", async () => {
  const { sql, close } = await openedPglite();
  closing.push(close);
  const one = await listening(sql);
  const { agency, anna, member, caseId, entries, membership, write, say } = await foundAgency(one);
  const relay = one.over(agency, anna);
  const ear = createEar();
  const leaving = new AbortController();
  const poked = relay.poke(ear.hear, leaving.signal);
  await ear.has(undefined);
  await relay.push(
    entries,
    (await write(anna, caseId, 2)).map(({ bytes }) => bytes),
    true,
  );
  await ear.has(entries);
  const words = await say(anna, caseId, {
    kind: "removed",
    member,
    cuts: [{ device: anna.id, entries: 2, statements: 1 }],
  });
  expect(await relay.push(membership, [words.bytes], true)).toMatchObject({ answers: [{ seq: 2 }] });
  await ear.has(membership);
  const metrics = async () => (await one.direct("/metrics")).text();
  expect(await metrics()).toContain("pokes_waiting 1");
  leaving.abort();
  await expect(poked).rejects.toMatchObject({ kind: "offline" });
  await expect.poll(metrics).toContain("pokes_waiting 0");
});

test("a poke crosses from one process to another by way of PostgreSQL", async () => {
  const { sql, url, close } = await openedPostgres();
  closing.push(close);
  const otherSql = await openPostgres(url);
  closing.push(() => otherSql.close());
  const [one, other] = [await listening(sql), await listening(otherSql)];
  const { agency, anna, caseId, entries, relay, write } = await foundAgency(one);
  const ear = createEar();
  const poked = other.over(agency, anna).poke(ear.hear, AbortSignal.timeout(30_000));
  await ear.has(undefined);
  await relay.push(
    entries,
    (await write(anna, caseId, 1)).map(({ bytes }) => bytes),
    true,
  );
  await ear.has(entries);
  await other.stop();
  expect(await poked, "a process that stops lets its listeners go").toBeUndefined();
});

test("a process that is about to stop lets nobody wait for what it will not say", async () => {
  const { sql, close } = await openedPglite();
  closing.push(close);
  const one = await listening(sql);
  const { agency, anna } = await foundAgency(one);
  await one.leave();
  const poked = one.over(agency, anna).poke(() => undefined, AbortSignal.timeout(10_000));
  await expect(poked).rejects.toMatchObject({ kind: "busy", retryMillis: 1000 });
});

test("a process that stops finishes what it was asked, and then nobody answers", async () => {
  const { sql, close } = await openedPglite();
  closing.push(close);
  let tellBegun = (): void => undefined;
  const one = await listening({
    ...sql,
    transaction(run) {
      tellBegun();
      return sql.transaction(run);
    },
  });
  const { agency, anna, caseId, entries, write } = await foundAgency(one);
  const relay = one.over(agency, anna);
  await relay.heads();
  const rows = (await write(anna, caseId, 50)).map(({ bytes }) => bytes);
  // A request that has not come in when the process stops is not answered: it is asked again later.
  const isBegun = new Promise<void>((resolve) => {
    tellBegun = resolve;
  });
  const pushing = relay.push(entries, rows, true);
  await isBegun;
  await one.stop();
  expect(await pushing).toMatchObject({ head: { seq: 50 } });
  await expect(relay.heads()).rejects.toMatchObject({ kind: "offline" });
});

test("who belongs to no agency is let wait for nothing", async () => {
  const { sql, close } = await openedPglite();
  closing.push(close);
  const one = await listening(sql);
  const { anna } = await foundAgency(one);
  const poked = one.over(hex(16), anna).poke(() => undefined, AbortSignal.timeout(10_000));
  expect(await poked).toEqual({ denied: "unknown" });
});
