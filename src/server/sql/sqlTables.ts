import { emptyHead, type Head, type LogName, type PulledRow } from "../../protocol/logs.ts";
import type { Held, Last, LogRow, Shard, Tables } from "../tables.ts";
import * as cases from "./caseStatements.ts";
import {
  bytesFrom,
  deviceColumn,
  deviceFrom,
  deviceText,
  hexColumn,
  hexColumns,
  hexFrom,
  kindFrom,
  logValues,
  packed,
} from "./columns.ts";
import * as logs from "./logStatements.ts";
import { type Queries, type Row, type Sql, type Transaction, transactionAgain, type Value } from "./sql.ts";

const headFrom = ({ seq, chain }: Row): Head => ({ seq: Number(seq), chain: hexFrom(chain) });

const pulledFrom = (row: Row): PulledRow => ({
  seq: Number(row.seq),
  bytes: bytesFrom(row.bytes),
  receivedAt: Number(row.received_at),
});

/** Where the last row of each device stands among these, from 1. */
const lastPlaces = (rows: readonly LogRow[]): readonly number[] => [
  ...new Map(rows.map(({ device }, index) => [device, index + 1])).values(),
];

function appendValues(log: LogName, rows: readonly LogRow[], last: LogRow): Value[] {
  const { all, starts, lengths } = packed(rows.map(({ bytes }) => bytes));
  return [
    ...logValues(log),
    hexColumns(rows.map(({ id }) => id)),
    Buffer.concat(rows.map(({ device }) => deviceColumn(device))),
    hexColumns(rows.map(({ chain }) => chain)),
    rows.map(({ n }) => n),
    starts,
    lengths,
    all,
    last.seq,
    hexColumn(last.chain),
    last.receivedAt,
    lastPlaces(rows),
  ];
}

async function headOf(queries: Queries, log: LogName): Promise<Head> {
  const [row] = await queries.query(logs.readHead, logValues(log));
  return row ? headFrom(row) : emptyHead;
}

async function lastOf(
  queries: Queries,
  log: LogName,
  devices: readonly string[],
): Promise<ReadonlyMap<string, Last>> {
  if (devices.length === 0) return new Map();
  const rows = await queries.query(logs.lastOf, [...logValues(log), devices.map(deviceText)]);
  return new Map(rows.map(({ device, n, id }) => [deviceFrom(device), { n: Number(n), id: hexFrom(id) }]));
}

/** Statements of their own, so that each sees what was committed while the lock was waited for. */
async function hold(
  queries: Queries,
  log: LogName,
  others: readonly LogName[],
  devices: readonly string[],
): Promise<Held> {
  const values = logValues(log);
  const [[known], heads, last] = await Promise.all([
    queries.query(logs.lockHead, values),
    Promise.all(others.map((one) => headOf(queries, one))),
    lastOf(queries, log, devices),
  ]);
  if (known) return { head: headFrom(known), heads, last };
  // Of two that begin one log, the second waits here until the first is through.
  await queries.query(logs.beginHead, values);
  return hold(queries, log, others, devices);
}

type LogPart = Omit<Shard, "setReaders" | "headsFor" | "keepLate" | "lateAmong" | "lateCounts" | "lateOf">;

const logsIn = (queries: Transaction): LogPart => ({
  lockHead: async (log) => (await hold(queries, log, [], [])).head,
  hold: (log, others, devices) => hold(queries, log, others, devices),
  headOf: (log) => headOf(queries, log),
  lastOf: (log, devices) => lastOf(queries, log, devices),
  async taken(log, numbers) {
    if (numbers.length === 0) return [];
    const asked = [numbers.map(({ device }) => deviceText(device)), numbers.map(({ n }) => n)];
    // Seldom asked for, so that two statements more cost nothing.
    await queries.query("SET LOCAL enable_sort = off");
    const rows = await queries.query(logs.taken, [...logValues(log), ...asked]);
    await queries.query("SET LOCAL enable_sort = on");
    return rows.map(({ id, device, n, seq, received_at }) => ({
      id: hexFrom(id),
      device: deviceFrom(device),
      n: Number(n),
      seq: Number(seq),
      receivedAt: Number(received_at),
    }));
  },
  async chainAt(log, seq) {
    const [row] = await queries.query(logs.chainAt, [...logValues(log), seq]);
    return row && hexFrom(row.chain);
  },
  async rowsAfter(log, seq, limit, bytes) {
    const rows = await queries.query(logs.rowsAfter, [...logValues(log), seq, limit, bytes]);
    return rows.map(pulledFrom);
  },
  async idsAfter(log, seq, limit) {
    const rows = await queries.query(logs.idsAfter, [...logValues(log), seq, limit]);
    return rows.map(({ id }) => hexFrom(id));
  },
  async append(log, rows) {
    const last = rows.at(-1);
    if (last) await queries.query(logs.append, appendValues(log, rows, last));
  },
  appendAtEnd(log, rows) {
    const last = rows.at(-1);
    if (last) queries.atEnd(logs.append, appendValues(log, rows, last));
  },
});

const shardIn = (queries: Transaction): Shard => ({
  ...logsIn(queries),
  async setReaders(agency, caseId, readers) {
    const ofCase = [hexColumn(agency), hexColumn(caseId)];
    await queries.query(cases.forgetReaders, ofCase);
    const members = readers.map(({ member }) => member);
    const reads = readers.map(({ readsEntries }) => (readsEntries ? 1 : 0));
    if (members.length > 0) await queries.query(cases.addReaders, [...ofCase, members, reads]);
  },
  async headsFor(agency, member) {
    const rows = await queries.query(cases.headsFor, [hexColumn(agency), hexColumn(member)]);
    return rows.map((row) => ({
      log: { agency, kind: kindFrom(row.kind), case: hexFrom(row.case_id) },
      head: row.seq === null ? emptyHead : headFrom(row),
    }));
  },
  async keepLate(agency, caseId, rows) {
    for (const { id, device, n, receivedAt, bytes } of rows) {
      const values = [hexColumn(id), deviceColumn(device), n, receivedAt, bytes];
      await queries.query(cases.keepLate, [hexColumn(agency), hexColumn(caseId), ...values]);
    }
  },
  async lateAmong(agency, caseId, ids) {
    const rows = await queries.query(cases.lateAmong, [hexColumn(agency), hexColumn(caseId), [...ids]]);
    return rows.map(({ id }) => hexFrom(id));
  },
  async lateCounts(agency, member) {
    const rows = await queries.query(cases.lateCounts, [hexColumn(agency), hexColumn(member)]);
    return rows.map((row) => ({
      case: hexFrom(row.case_id),
      device: deviceFrom(row.device),
      count: Number(row.count),
    }));
  },
  async lateOf(agency, caseId) {
    const rows = await queries.query(cases.lateOf, [hexColumn(agency), hexColumn(caseId)]);
    return rows.map(({ id, device, n, received_at, bytes }) => ({
      id: hexFrom(id),
      device: deviceFrom(device),
      n: Number(n),
      receivedAt: Number(received_at),
      bytes: bytesFrom(bytes),
    }));
  },
});

/** The relay's tables in SQL, whichever engine it is. */
export const createSqlTables = (sql: Sql): Tables => ({
  inAgency: (_agency, run) => transactionAgain(sql, (transaction) => run(shardIn(transaction))),
});
