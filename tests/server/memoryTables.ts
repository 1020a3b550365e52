import { emptyHead, type Head, type LateRow, type LogName, type PulledRow } from "../../src/protocol/logs.ts";
import type { LogRow, Reader, Shard, Tables } from "../../src/server/tables.ts";

/** A relay's tables in memory, one transaction at a time: the rules of the relay run over it unchanged. */

type Content = {
  logs: Map<string, readonly LogRow[]>;
  readers: Map<string, readonly Reader[]>;
  late: Map<string, readonly LateRow[]>;
};

const keyOf = ({ agency, kind, case: caseId }: LogName): string => `${agency} ${kind} ${caseId}`;

export type MemoryTables = Tables & {
  /** What a backup holds: to be given to `restore` later. */
  backup(): Content;
  restore(backup: Content): void;
};

export function createMemoryTables(): MemoryTables {
  let content: Content = { logs: new Map(), readers: new Map(), late: new Map() };
  let last: Promise<unknown> = Promise.resolve();

  const copy = ({ logs, readers, late }: Content): Content => ({
    logs: new Map(logs),
    readers: new Map(readers),
    late: new Map(late),
  });

  const rowsOf = (log: LogName): readonly LogRow[] => content.logs.get(keyOf(log)) ?? [];
  const headOf = (log: LogName): Head => {
    const row = rowsOf(log).at(-1);
    return row ? { seq: row.seq, chain: row.chain } : emptyHead;
  };

  const shard: Shard = {
    lockHead: async (log) => headOf(log),
    hold: async (log, others, devices) => ({
      head: headOf(log),
      heads: others.map(headOf),
      last: await shard.lastOf(log, devices),
    }),
    headOf: async (log) => headOf(log),
    async lastOf(log, devices) {
      const found = new Map<string, { n: number; id: string }>();
      const asked = new Set(devices);
      for (const { device, n, id } of rowsOf(log)) if (asked.has(device)) found.set(device, { n, id });
      return found;
    },
    async taken(log, numbers) {
      const asked = new Set(numbers.map(({ device, n }) => `${device} ${n}`));
      return rowsOf(log).filter(({ device, n }) => asked.has(`${device} ${n}`));
    },
    chainAt: async (log, seq) => rowsOf(log)[seq - 1]?.chain,
    async rowsAfter(log, seq, limit, bytes) {
      const found: PulledRow[] = [];
      let size = 0;
      for (const row of rowsOf(log).slice(seq, seq + limit)) {
        if (found.length > 0 && size + row.bytes.length > bytes) break;
        size += row.bytes.length;
        found.push({ seq: row.seq, receivedAt: row.receivedAt, bytes: row.bytes });
      }
      return found;
    },
    idsAfter: async (log, seq, limit) =>
      rowsOf(log)
        .slice(seq, seq + limit)
        .map(({ id }) => id),
    async append(log, rows) {
      content.logs.set(keyOf(log), [...rowsOf(log), ...rows]);
    },
    appendAtEnd(log, rows) {
      content.logs.set(keyOf(log), [...rowsOf(log), ...rows]);
    },
    async setReaders(agency, caseId, readers) {
      content.readers.set(`${agency} ${caseId}`, [...readers]);
    },
    async headsFor(agency, member) {
      const found: { log: LogName; head: Head }[] = [];
      for (const [key, readers] of content.readers) {
        const [of, caseId] = key.split(" ");
        const reader = readers.find((one) => one.member === member);
        if (of !== agency || caseId === undefined || !reader) continue;
        for (const kind of reader.readsEntries ? (["members", "entries"] as const) : (["members"] as const)) {
          const log: LogName = { agency, kind, case: caseId };
          found.push({ log, head: headOf(log) });
        }
      }
      return found;
    },
    async keepLate(agency, caseId, rows) {
      const key = `${agency} ${caseId}`;
      const known = content.late.get(key) ?? [];
      const ids = new Set(known.map(({ id }) => id));
      content.late.set(key, [...known, ...rows.filter(({ id }) => !ids.has(id))]);
    },
    async lateAmong(agency, caseId, ids) {
      const asked = new Set(ids);
      const kept = content.late.get(`${agency} ${caseId}`) ?? [];
      return kept.flatMap(({ id }) => (asked.has(id) ? [id] : []));
    },
    async lateCounts(agency, member) {
      const counts = new Map<string, number>();
      for (const [key, rows] of content.late) {
        const isConcerned = content.readers.get(key)?.some((one) => one.member === member) ?? false;
        const [of, caseId] = key.split(" ");
        if (of !== agency || !isConcerned) continue;
        for (const { device } of rows)
          counts.set(`${caseId} ${device}`, (counts.get(`${caseId} ${device}`) ?? 0) + 1);
      }
      return [...counts].map(([key, count]) => {
        const [caseId = "", device = ""] = key.split(" ");
        return { case: caseId, device, count };
      });
    },
    lateOf: async (agency, caseId) => content.late.get(`${agency} ${caseId}`) ?? [],
  };

  return {
    inAgency(_agency, run) {
      const next = last.then(async () => {
        const before = copy(content);
        try {
          return await run(shard);
        } catch (error) {
          content = before;
          throw error;
        }
      });
      last = next.catch(() => undefined);
      return next;
    },
    backup: () => copy(content),
    restore(backup) {
      content = copy(backup);
    },
  };
}
