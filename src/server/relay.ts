import {
  type AskedPull,
  type Denied,
  type EntryName,
  type Head,
  type Heads,
  type IdsAnswer,
  isDenied,
  type LateRow,
  type LogName,
  maxBatchBytes,
  maxRows,
  type PullAnswer,
  type PullsAnswer,
  type PushAnswer,
  type RowAnswer,
} from "../protocol/logs.ts";
import { memberAt, type Roster } from "../protocol/roster.ts";
import { type Caller, createAdmission } from "./admission.ts";
import { createGathering } from "./gathering.ts";
import { idsAfter, type Judge, pull, push } from "./logs.ts";
import {
  createMembers,
  entriesLog,
  judgeEntry,
  judgeStatements,
  type Manner,
  membersLog,
  type OfferedStatement,
  readersOf,
  rosterLog,
} from "./members.ts";
import { isRow, type Offered, readEntries, readStatements, type Verify } from "./offered.ts";
import { readingHeadsOnce, type Shard, type Tables } from "./tables.ts";

export type { Caller };

export type RelayNeeds = {
  readonly tables: Tables;
  readonly verify: Verify;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Hears of every log that has moved, once that is committed. */
  readonly onMoved?: (log: LogName) => void;
};

/** Where the members of every family stand: whoever holds the recovery sheet may let somebody into any of them. */
async function casesOfAll(shard: Shard, roster: Roster): Promise<Heads["heads"]> {
  const found = new Map<string, Heads["heads"][number]>();
  for (const member of roster.roles.keys()) {
    for (const one of await shard.headsFor(roster.agency, member)) {
      if (one.log.kind === "members") found.set(one.log.case, one);
    }
  }
  return [...found.values()];
}

/** An answer for each row in the order in which they were offered, also for those whose bytes were refused unread. */
function withRefused(offered: readonly Offered[], { answers, head }: PushAnswer): PushAnswer {
  const judged = answers.values();
  return {
    head,
    answers: offered.map((one): RowAnswer => {
      if (!isRow(one)) return { id: one.id, refused: one.why, last: 0 };
      const { value } = judged.next();
      if (!value) throw new Error("a row without an answer");
      return value;
    }),
  };
}

/**
 * The relay, without a port: it orders what it can't read. Its tables are given, and so is the check of signatures, so that
 * the tests run this very code over tables in memory.
 */
export function createRelay({ tables, verify, clock, onMoved }: RelayNeeds) {
  const members = createMembers();
  const gathered = createGathering(tables);

  const { isKnown, denied, mannerOf } = createAdmission(members);

  async function judgeOf(
    shard: Shard,
    { device }: Caller,
    log: LogName,
    offered: readonly Offered[],
    manner: Manner,
  ): Promise<Judge> {
    if (log.kind === "entries") return judgeEntry(await members.belonging(shard, log.agency, log.case));
    const statements = offered.flatMap((one): OfferedStatement[] =>
      isRow(one) && one.statement ? [{ row: one.row, statement: one.statement }] : [],
    );
    return judgeStatements(shard, log, statements, { members, device, manner, now: clock() });
  }

  /** A removal and the entries that it cuts off come one after the other: both hold the entries' head. */
  const lockFirst = (shard: Shard, log: LogName): Promise<unknown> | undefined =>
    log.kind === "members" ? shard.lockHead(entriesLog(log.agency, log.case)) : undefined;

  return {
    /**
     * Offers rows of a log, at most `maxRows` and `maxBatchBytes`. `isNew`: statements that this device says just now;
     * see `judgeStatements`.
     */
    async push(
      caller: Caller,
      log: LogName,
      rows: readonly Uint8Array[],
      isNew: boolean,
    ): Promise<PushAnswer | Denied> {
      // Before the transaction: checking signatures holds nobody up.
      const offered =
        log.kind === "entries"
          ? await readEntries(verify, log, rows, caller.device)
          : await readStatements(verify, log, rows);
      const devices = [...new Set(offered.filter(isRow).map(({ row }) => row.device))];
      const answer = await gathered(log, devices, async (shard) => {
        await lockFirst(shard, log);
        await shard.lockHead(log);
        const no = await denied(shard, caller, log, isNew ? "say" : "offer");
        if (no) return no;
        const manner = await mannerOf(shard, caller, log, isNew);
        const judge = await judgeOf(shard, caller, log, offered, manner);
        const pushed = await push(
          shard,
          log,
          offered.filter(isRow).map(({ row }) => row),
          judge,
          clock(),
        );
        if (log.kind === "members" && pushed.answers.some((one) => "seq" in one)) {
          const belonging = await members.belonging(shard, log.agency, log.case);
          await shard.setReaders(log.agency, log.case, readersOf(belonging));
        }
        return pushed;
      });
      if (isDenied(answer)) return answer;
      if (answer.answers.some((one) => "seq" in one)) onMoved?.(log);
      return withRefused(offered, answer);
    },

    async pull(caller: Caller, log: LogName, after: Head, limit = maxRows): Promise<PullAnswer | Denied> {
      return tables.inAgency(log.agency, async (shard) => {
        const no = await denied(shard, caller, log, "read");
        return no ?? pull(shard, log, after, Math.min(limit, maxRows), maxBatchBytes);
      });
    },

    /** Of many logs in one transaction, until about as much as one answer holds. */
    async pulls(caller: Caller, asked: readonly AskedPull[]): Promise<PullsAnswer> {
      return tables.inAgency(caller.agency, async (given) => {
        const shard = readingHeadsOnce(given);
        const answers: (PullAnswer | Denied)[] = [];
        for (let at = 0, left = maxBatchBytes; at < asked.length && left > 0; at += 1) {
          const one = asked[at];
          if (!one) break;
          // Another agency's log is not asked for here at all: the transaction is in the caller's.
          const no = await denied(shard, caller, one.log, "read");
          const answer = no ?? (await pull(shard, one.log, one.after, maxRows, left));
          answers.push(answer);
          if ("rows" in answer) left -= answer.rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
        }
        return { answers };
      });
    },

    /** Ids in order: for a device that looks for what a restored relay has lost. */
    async ids(caller: Caller, log: LogName, after: number, limit: number): Promise<IdsAnswer | Denied> {
      return tables.inAgency(log.agency, async (shard) => {
        const no = await denied(shard, caller, log, "read");
        return no ?? idsAfter(shard, log, after, limit);
      });
    },

    /** One poll for everything: the roster's head, and those of the cases that the caller has to do with. */
    async heads(caller: Caller): Promise<Heads | Denied> {
      const { agency, device } = caller;
      return tables.inAgency(agency, async (shard) => {
        const roster = await members.roster(shard, agency);
        if (!isKnown(roster, caller)) return { denied: "unknown" as const };
        const everybodys = [rosterLog(agency), membersLog(agency, agency), entriesLog(agency, agency)];
        const member = memberAt(roster, device);
        const shown = member === undefined ? [rosterLog(agency)] : everybodys;
        const heads: { log: LogName; head: Head }[] = [];
        for (const log of shown) heads.push({ log, head: await shard.headOf(log) });
        if (device === roster.root) heads.push(...(await casesOfAll(shard, roster)));
        const was = roster.devices.get(device)?.member;
        const own = was === undefined ? [] : await shard.headsFor(agency, was);
        // A revoked device hears where its families stand, and of their entries nothing.
        heads.push(...own.filter(({ log }) => member !== undefined || log.kind === "members"));
        const late = was === undefined ? [] : await shard.lateCounts(agency, was);
        const read = new Set(own.flatMap(({ log }) => (log.kind === "entries" && member ? [log.case] : [])));
        return { heads, late: late.filter((one) => read.has(one.case)) };
      });
    },

    /** What somebody wrote who may no longer: kept apart, so that it goes to somebody and never to nowhere. */
    async late(
      caller: Caller,
      caseId: string,
      rows: readonly Uint8Array[],
    ): Promise<{ readonly kept: readonly string[] } | Denied> {
      const log = entriesLog(caller.agency, caseId);
      const offered = (await readEntries(verify, log, rows, caller.device)).filter(isRow);
      const answer = await tables.inAgency(caller.agency, async (shard) => {
        const belonging = await members.belonging(shard, caller.agency, caseId);
        const was = belonging.roster.devices.get(caller.device)?.member;
        if (was === undefined || !readersOf(belonging).some(({ member }) => member === was)) {
          return { denied: "not-a-member" as const };
        }
        const receivedAt = clock();
        await shard.keepLate(
          caller.agency,
          caseId,
          offered.map(({ row: { id, device, n, bytes } }) => ({ id, device, n, bytes, receivedAt })),
        );
        return { kept: offered.map(({ row }) => row.id) };
      });
      // The log has not moved, and who works there has something to take in all the same.
      if (!isDenied(answer) && answer.kept.length > 0) onMoved?.(log);
      return answer;
    },

    /**
     * For who no longer reads the case, and must know whether what it wrote there is still kept: a restored relay may have
     * lost it. Who names an entry's id has its bytes, and learns nothing of others.
     */
    async missing(
      { agency, device }: Caller,
      caseId: string,
      names: readonly EntryName[],
    ): Promise<{ readonly missing: readonly string[] } | Denied> {
      return tables.inAgency(agency, async (shard) => {
        const roster = await members.roster(shard, agency);
        if (!roster.devices.has(device)) return { denied: "unknown" as const };
        const ids = names.map(({ id }) => id);
        const taken = await shard.taken(entriesLog(agency, caseId), names);
        const kept = new Set([...taken.map(({ id }) => id), ...(await shard.lateAmong(agency, caseId, ids))]);
        return { missing: ids.filter((id) => !kept.has(id)) };
      });
    },

    async lateOf(caller: Caller, caseId: string): Promise<{ readonly rows: readonly LateRow[] } | Denied> {
      return tables.inAgency(caller.agency, async (shard) => {
        const no = await denied(shard, caller, entriesLog(caller.agency, caseId), "read");
        return no ?? { rows: await shard.lateOf(caller.agency, caseId) };
      });
    },

    /** The devices to tell that this log has moved. */
    audience: (log: LogName): Promise<ReadonlySet<string>> =>
      tables.inAgency(log.agency, async (shard) => {
        const roster = await members.roster(shard, log.agency);
        const ids = [...roster.devices.keys()];
        if (log.kind === "roster") return new Set([...ids, ...roster.invitations.keys()]);
        const readers = readersOf(await members.belonging(shard, log.agency, log.case));
        const told = new Set(
          readers.flatMap(({ member, readsEntries }) =>
            readsEntries || log.kind === "members" ? [member] : [],
          ),
        );
        return new Set(ids.filter((id) => told.has(memberAt(roster, id) ?? "")));
      }),

    /**
     * For who answers a challenge: is there such an agency? A key that its statements do not know is no stranger for that: it
     * may have come after the backup from which this relay was restored, and gives back what admits it.
     */
    knows: ({ agency }: Caller): Promise<boolean> =>
      tables.inAgency(agency, async (shard) => (await members.roster(shard, agency)).root !== undefined),

    /** The agency's first statements: by its root, once. Whether the caller may set one up here, others have judged. */
    async found(agency: string, rows: readonly Uint8Array[]): Promise<PushAnswer> {
      const log = rosterLog(agency);
      const offered = await readStatements(verify, log, rows);
      const answer = await tables.inAgency(agency, async (shard) => {
        await shard.lockHead(log);
        const judge = await judgeOf(shard, { agency, device: "" }, log, offered, "again");
        return push(
          shard,
          log,
          offered.filter(isRow).map(({ row }) => row),
          judge,
          clock(),
        );
      });
      return withRefused(offered, answer);
    },
  };
}

export type Relay = ReturnType<typeof createRelay>;
