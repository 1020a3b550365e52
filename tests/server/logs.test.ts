import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deviceIdOf } from "../../src/protocol/deviceId.ts";
import { emptyHead, type LogName, type Numbered } from "../../src/protocol/logs.ts";
import { chainAfter } from "../../src/protocol/runningHash.ts";
import { idsAfter, type Judge, pull, push } from "../../src/server/logs.ts";
import type { Tables } from "../../src/server/tables.ts";
import { type Engine, engines } from "./engines.ts";

const hex = (bytes: number): string => randomBytes(bytes).toString("hex");
const device = (): string => deviceIdOf(randomBytes(32));
const newLog = (): LogName => ({ agency: hex(16), kind: "entries", case: hex(16) });
const anything: Judge = () => undefined;

/** Rows of one device, each after the one before it. */
function rowsOf(of: string, count: number, before: Numbered[] = [], size = 20): Numbered[] {
  const rows = [...before];
  for (let i = 0; i < count; i += 1) {
    const n = rows.length + 1;
    rows.push({
      id: hex(32),
      device: of,
      n,
      prev: rows.at(-1)?.id ?? "",
      bytes: new Uint8Array(randomBytes(size)),
    });
  }
  return rows.slice(before.length);
}

describe.each(engines)("a log in %s", (_name, open) => {
  let engine: Engine;
  let tables: Tables;
  beforeAll(async () => {
    engine = await open();
    tables = engine.tables;
  });
  afterAll(() => engine?.close());

  const pushed = (log: LogName, rows: readonly Numbered[], at = 1000, judge = anything) =>
    tables.inAgency(log.agency, (shard) => push(shard, log, rows, judge, at));
  const pulled = (log: LogName, after = emptyHead, limit = 200, bytes = 1_000_000) =>
    tables.inAgency(log.agency, (shard) => pull(shard, log, after, limit, bytes));

  test("rows are numbered in the order in which they come, and come back byte for byte", async () => {
    const log = newLog();
    const [first, second] = [rowsOf(device(), 3), rowsOf(device(), 2)];
    const offered = [...first, ...second];
    const { answers, head } = await pushed(log, offered, 1234);
    const seqs = [1, 2, 3, 4, 5];
    expect(answers).toEqual(offered.map(({ id }, i) => ({ id, seq: seqs[i], receivedAt: 1234 })));
    expect(head).toEqual({ seq: 5, chain: offered.reduce((chain, { id }) => chainAfter(chain, id), "") });
    expect(await pulled(log)).toEqual({
      rows: offered.map(({ bytes }, i) => ({ seq: seqs[i], receivedAt: 1234, bytes })),
      head,
    });
    const { id, device: by, n, bytes } = first[2] as Numbered;
    const chain = first.reduce((so, one) => chainAfter(so, one.id), "");
    await tables.inAgency(log.agency, async (shard) => {
      expect(await shard.rowsAfter(log, 2, 1, 1000)).toEqual([{ bytes, seq: 3, receivedAt: 1234 }]);
      expect(await shard.taken(log, [{ device: by, n }])).toEqual([
        expect.objectContaining({ id, device: by, n, seq: 3, receivedAt: 1234 }),
      ]);
      expect(await shard.chainAt(log, 3)).toBe(chain);
    });
    expect(await pulled(log, { seq: 3, chain })).toMatchObject({ rows: [{ seq: 4 }, { seq: 5 }] });
    expect(await pulled(log, head)).toEqual({ rows: [], head });
  });

  test("a row that is here already is answered with its number again, also beside new ones", async () => {
    const log = newLog();
    const rows = rowsOf(device(), 4);
    const { answers: before } = await pushed(log, rows.slice(0, 3), 1000);
    const { answers, head } = await pushed(log, rows, 2000);
    expect(answers).toEqual([...before, { id: rows[3]?.id, seq: 4, receivedAt: 2000 }]);
    expect(head.seq).toBe(4);
  });

  test("the same row twice in one push is one row", async () => {
    const log = newLog();
    const [row] = rowsOf(device(), 1) as [Numbered];
    const { answers } = await pushed(log, [row, row]);
    expect(answers).toEqual([1, 1].map((seq) => ({ id: row.id, seq, receivedAt: 1000 })));
  });

  test("a gap is told with what is here, and stops no other device's rows", async () => {
    const log = newLog();
    const rows = rowsOf(device(), 4);
    const others = rowsOf(device(), 1);
    await pushed(log, rows.slice(0, 1));
    const { answers } = await pushed(log, [rows[2], rows[3], ...others] as Numbered[]);
    expect(answers).toEqual([
      { id: rows[2]?.id, refused: "gap", last: 1 },
      { id: rows[3]?.id, refused: "gap", last: 1 },
      { id: others[0]?.id, seq: 2, receivedAt: 1000 },
    ]);
  });

  test("another row under a number that is taken is a fork, and so is one after a row that is not here", async () => {
    const log = newLog();
    const by = device();
    const rows = rowsOf(by, 3);
    await pushed(log, rows.slice(0, 2));
    const cloned = rowsOf(by, 2, rows.slice(0, 1));
    const { answers } = await pushed(log, cloned);
    expect(answers).toEqual(cloned.map(({ id }) => ({ id, refused: "fork", last: 2 })));
    expect((await pushed(log, rows)).answers.map((one) => "seq" in one)).toEqual([true, true, true]);
  });

  test("what the judge refuses is not kept, and what follows it is a gap", async () => {
    const log = newLog();
    const rows = rowsOf(device(), 2);
    const { answers, head } = await pushed(log, rows, 1, ({ n }) => (n === 1 ? "not-a-member" : undefined));
    expect(answers).toMatchObject([{ refused: "not-a-member" }, { refused: "gap" }]);
    expect(head).toEqual(emptyHead);
    expect(await pulled(log)).toEqual({ rows: [], head: emptyHead });
  });

  test("a history that is not this log's is told to rewind", async () => {
    const log = newLog();
    const { head } = await pushed(log, rowsOf(device(), 3));
    expect(await pulled(log, { seq: 2, chain: hex(16) })).toEqual({ rewind: head });
    expect(await pulled(log, { seq: 9, chain: hex(16) })).toEqual({ rewind: head });
    expect(await pulled(log, { seq: 0, chain: hex(16) })).toEqual({ rewind: head });
  });

  test("an answer stays within its rows and its bytes, and has at least one row", async () => {
    const log = newLog();
    await pushed(log, rowsOf(device(), 5, [], 1000));
    const seqs = async (limit: number, bytes: number) => {
      const answer = await pulled(log, emptyHead, limit, bytes);
      return "rows" in answer ? answer.rows.map(({ seq }) => seq) : answer;
    };
    expect(await seqs(2, 1_000_000)).toEqual([1, 2]);
    expect(await seqs(200, 3000)).toEqual([1, 2, 3]);
    expect(await seqs(200, 3999)).toEqual([1, 2, 3]);
    expect(await seqs(200, 10)).toEqual([1]);
    expect(await seqs(200, Number.MAX_SAFE_INTEGER)).toEqual([1, 2, 3, 4, 5]);
  });

  test("ids come in order from any number on", async () => {
    const log = newLog();
    const rows = rowsOf(device(), 5);
    const { head } = await pushed(log, rows);
    const ids = (seq: number, limit: number) =>
      tables.inAgency(log.agency, (shard) => idsAfter(shard, log, seq, limit));
    expect(await ids(0, 100)).toEqual({ ids: rows.map(({ id }) => id), head });
    expect(await ids(2, 2)).toEqual({ ids: rows.slice(2, 4).map(({ id }) => id), head });
    expect(await ids(5, 2)).toEqual({ ids: [], head });
    expect(await ids(50, 2)).toEqual({ ids: [], head });
  });

  test("logs of one case, of two cases and of two agencies know nothing of each other", async () => {
    const log = newLog();
    const logs: LogName[] = [
      log,
      { ...log, kind: "members" },
      { ...log, case: hex(16) },
      { ...log, agency: hex(16) },
    ];
    for (const [index, one] of logs.entries()) await pushed(one, rowsOf(device(), index + 1));
    for (const [index, one] of logs.entries()) {
      const head = await tables.inAgency(one.agency, (shard) => shard.headOf(one));
      expect(head.seq).toBe(index + 1);
    }
    const roster: LogName = { agency: hex(16), kind: "roster", case: "" };
    await pushed(roster, rowsOf(device(), 1));
    expect(await pulled(roster)).toMatchObject({ rows: [{ seq: 1 }] });
  });

  test("a member hears of the heads of its cases, and of the entries of those that it reads", async () => {
    const { agency, case: caseId } = newLog();
    const [reader, removed] = [hex(16), hex(16)];
    await pushed({ agency, kind: "members", case: caseId }, rowsOf(device(), 2));
    const heads = (member: string) => tables.inAgency(agency, (shard) => shard.headsFor(agency, member));
    expect(await heads(reader)).toEqual([]);
    await tables.inAgency(agency, (shard) =>
      shard.setReaders(agency, caseId, [
        { member: reader, readsEntries: true },
        { member: removed, readsEntries: false },
      ]),
    );
    const members = { log: { agency, kind: "members", case: caseId }, head: { seq: 2 } };
    const entries = { log: { agency, kind: "entries", case: caseId }, head: emptyHead };
    expect(await heads(reader)).toMatchObject([members, entries]);
    expect(await heads(removed)).toMatchObject([members]);
    await tables.inAgency(agency, (shard) =>
      shard.setReaders(agency, caseId, [{ member: removed, readsEntries: true }]),
    );
    expect(await heads(reader)).toEqual([]);
    expect(await heads(removed)).toHaveLength(2);
  });

  test("late entries are kept once, apart from the log", async () => {
    const { agency, case: caseId } = newLog();
    const late = rowsOf(device(), 2).map(({ prev: _, ...row }) => ({ ...row, receivedAt: 5 }));
    await tables.inAgency(agency, (shard) => shard.keepLate(agency, caseId, late));
    await tables.inAgency(agency, (shard) =>
      shard.keepLate(
        agency,
        caseId,
        late.map((row) => ({ ...row, receivedAt: 9 })),
      ),
    );
    expect(await tables.inAgency(agency, (shard) => shard.lateOf(agency, caseId))).toEqual(late);
    expect(await tables.inAgency(agency, (shard) => shard.lateOf(agency, hex(16)))).toEqual([]);
  });

  test("a transaction that fails leaves nothing behind", async () => {
    const log = newLog();
    const failing = tables.inAgency(log.agency, async (shard) => {
      await push(shard, log, rowsOf(device(), 2), anything, 1);
      throw new Error("the tea is cold");
    });
    await expect(failing).rejects.toThrow("the tea is cold");
    expect(await pulled(log)).toEqual({ rows: [], head: emptyHead });
  });
});
