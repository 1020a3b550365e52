import { emptyHead, type Head, type LogName, logKeyOf } from "../protocol/logs.ts";
import { type Last, type LogRow, readingHeadsOnce, type Shard } from "./tables.ts";

/** Rows that wait to be written, at most: one parameter of a statement holds them all. */
const mostWaiting = 4000;

export type GatheredShard = {
  readonly shard: Shard;
  /** Writes what was appended. Before the transaction is committed, and before anything else may ask for it. */
  flush(): Promise<void>;
};

/**
 * One log within one transaction in which several tablets push one after the other: what the first has asked the next need
 * not, and all rows are written at the end with one statement.
 */
export function gatheredIn(given: Shard, log: LogName): GatheredShard {
  const isThis = (asked: LogName): boolean => logKeyOf(asked) === logKeyOf(log);
  const others = readingHeadsOnce(given);
  const last = new Map<string, Last | undefined>();
  let head: Head | undefined;
  let waiting: LogRow[] = [];

  async function flush(): Promise<void> {
    if (waiting.length === 0) return;
    const rows = waiting;
    waiting = [];
    await given.append(log, rows);
  }

  const shard: Shard = {
    ...given,
    async lockHead(asked) {
      if (!isThis(asked)) return given.lockHead(asked);
      head ??= await given.lockHead(log);
      return head;
    },
    headOf: async (asked) => (isThis(asked) && head ? head : others.headOf(asked)),
    async lastOf(asked, devices) {
      if (!isThis(asked)) return given.lastOf(asked, devices);
      const unknown = devices.filter((device) => !last.has(device));
      const found = await given.lastOf(log, unknown);
      for (const device of unknown) last.set(device, found.get(device));
      return new Map(
        devices.flatMap((device) => {
          const known = last.get(device);
          return known ? [[device, known] as const] : [];
        }),
      );
    },
    async append(asked, rows) {
      if (!isThis(asked)) return given.append(asked, rows);
      if (waiting.length + rows.length > mostWaiting) await flush();
      waiting.push(...rows);
      for (const { device, n, id } of rows) last.set(device, { n, id });
      const end = rows.at(-1);
      head = end ? { seq: end.seq, chain: end.chain } : (head ?? emptyHead);
    },
    async taken(asked, numbers) {
      await flush();
      return given.taken(asked, numbers);
    },
    async chainAt(asked, seq) {
      await flush();
      return given.chainAt(asked, seq);
    },
    async rowsAfter(asked, ...rest) {
      await flush();
      return given.rowsAfter(asked, ...rest);
    },
    async idsAfter(asked, ...rest) {
      await flush();
      return given.idsAfter(asked, ...rest);
    },
  };
  return { shard, flush };
}
