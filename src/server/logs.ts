import type {
  Head,
  LogName,
  Numbered,
  PullAnswer,
  PushAnswer,
  RowAnswer,
  RowRefusal,
} from "../protocol/logs.ts";
import { chainAfter } from "./hashes.ts";
import type { Last, LogRow, Shard } from "./tables.ts";

/** May this row stand here? Undefined where it may. */
export type Judge = (row: Numbered) => RowRefusal | undefined;

const numberOf = (device: string, n: number): string => `${device} ${n}`;

/** Before a device's first. */
const nothing: Last = { n: 0, id: "" };

/** Why it does not stand behind the last of its device. */
function misplaced({ n, prev }: Numbered, last: Last): RowRefusal | undefined {
  if (n > last.n + 1) return "gap";
  return n <= last.n || prev !== last.id ? "fork" : undefined;
}

/**
 * Takes what fits, in one transaction that holds the log's head: numbers have no gaps, whoever else writes. A row that is
 * here already is answered with its number, so that an answer that got lost can be asked for again.
 */
export async function push(
  shard: Shard,
  log: LogName,
  offered: readonly Numbered[],
  judge: Judge,
  receivedAt: number,
): Promise<PushAnswer> {
  let head = await shard.lockHead(log);
  const devices = [...new Set(offered.map(({ device }) => device))];
  // One after the other: a transaction is one connection.
  const last = new Map<string, Last>(await shard.lastOf(log, devices));
  const beyond = offered.filter(({ device, n }) => n <= (last.get(device)?.n ?? 0));
  const taken = beyond.length === 0 ? [] : await shard.taken(log, beyond);
  const known = new Map(taken.map((row) => [numberOf(row.device, row.n), row]));
  const fresh: LogRow[] = [];
  // Of what is offered twice in one go there is hardly ever any: to look for it costs less than to note where each stands.
  const sameAs = ({ device, n }: Numbered) =>
    known.get(numberOf(device, n)) ?? fresh.find((one) => one.n === n && one.device === device);
  const answers = offered.map((row): RowAnswer => {
    const { id, device, n, bytes } = row;
    const own = last.get(device) ?? nothing;
    const same = n <= own.n ? sameAs(row) : undefined;
    if (same?.id === id) return { id, seq: same.seq, receivedAt: same.receivedAt };
    const why = misplaced(row, own) ?? judge(row);
    if (why) return { id, refused: why, last: own.n };
    const seq = head.seq + 1;
    const chain = chainAfter(head.chain, id);
    head = { seq, chain };
    fresh.push({ id, device, n, bytes, receivedAt, seq, chain });
    last.set(device, { n, id });
    return { id, seq, receivedAt };
  });
  if (fresh.length > 0) await shard.append(log, fresh);
  return { answers, head };
}

/** Does the asker's history end where ours was at that number? If not, one of us has lost something. */
async function isOurs(shard: Shard, log: LogName, after: Head, head: Head): Promise<boolean> {
  if (after.seq === 0) return after.chain === "";
  if (after.seq >= head.seq) return after.seq === head.seq && after.chain === head.chain;
  return (await shard.chainAt(log, after.seq)) === after.chain;
}

/** What came after. `limit` in rows, `bytes` about. */
export async function pull(
  shard: Shard,
  log: LogName,
  after: Head,
  limit: number,
  bytes: number,
): Promise<PullAnswer> {
  const head = await shard.headOf(log);
  if (!(await isOurs(shard, log, after, head))) return { rewind: head };
  if (after.seq === head.seq) return { rows: [], head };
  const rows = await shard.rowsAfter(log, after.seq, limit, bytes);
  return {
    // Without a lock another writer may have gone on since the head was read: what lies beyond it comes next time.
    rows: rows.filter(({ seq }) => seq <= head.seq),
    head,
  };
}

/** All ids of a log from one number on, and the head that they lead to: for a device that looks for what is missing. */
export async function idsAfter(
  shard: Shard,
  log: LogName,
  seq: number,
  limit: number,
): Promise<{ readonly ids: readonly string[]; readonly head: Head }> {
  const head = await shard.headOf(log);
  const most = Math.min(limit, head.seq - seq);
  return { ids: most <= 0 ? [] : await shard.idsAfter(log, seq, most), head };
}
