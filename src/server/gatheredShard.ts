import { emptyHead, type Head, type LogName, logKeyOf } from "../protocol/logs.ts";
import { judgingLogs } from "./members.ts";
import { type Last, type LogRow, readingHeadsOnce, type Shard } from "./tables.ts";

/** Rows that wait to be written, at most: one parameter of a statement holds them all. */
const mostWaiting = 4000;

export type GatheredShard = {
  readonly shard: Shard;
  /** Writes what was appended, as the last of the transaction. */
  end(): void;
};

/**
 * One log within one transaction in which several tablets push one after the other: what all of them ask is asked in one go,
 * and all rows are written at the end with one statement. `devices`: whose rows they are.
 */
export function gatheredIn(given: Shard, log: LogName, devices: readonly string[]): GatheredShard {
  const isThis = (asked: LogName): boolean => logKeyOf(asked) === logKeyOf(log);
  const once = readingHeadsOnce(given);
  const heads = new Map<string, Head>();
  const last = new Map<string, Last | undefined>();
  let head: Head | undefined;
  let waiting: LogRow[] = [];

  async function hold(): Promise<Head> {
    const asked = new Set(devices);
    const others = judgingLogs(log);
    const held = await given.hold(log, others, [...asked]);
    for (const [index, one] of held.heads.entries()) {
      const other = others[index];
      if (other) heads.set(logKeyOf(other), one);
    }
    for (const device of asked) last.set(device, held.last.get(device));
    return held.head;
  }

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
      head ??= await hold();
      return head;
    },
    headOf: async (asked) =>
      (isThis(asked) ? head : heads.get(logKeyOf(asked))) ?? (await once.headOf(asked)),
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
  return { shard, end: () => given.appendAtEnd(log, waiting) };
}
