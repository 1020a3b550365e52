import { hexToBytes } from "@noble/hashes/utils.js";
import Dexie from "dexie";
import type { CaseId } from "../domain/ids.ts";
import { sameBytes } from "../protocol/bytes.ts";
import { type Head, type LogName, logKeyOf } from "../protocol/logs.ts";
import { layoutOf } from "../protocol/sealedLayout.ts";
import { sealedNameOf } from "../protocol/sealedName.ts";
import { isSignedBy } from "../vault/signature.ts";
import { afterNext, type Last, nothingYet } from "./arrival.ts";
import type { Database, EntryRow } from "./database.ts";
import { createEntryQueries } from "./entryQueries.ts";
import type { Ledger } from "./ledger.ts";
import { type Cursors, type LogCalls, putCursor } from "./ledgerLogs.ts";
import { persist } from "./persist.ts";
import { once } from "./remembered.ts";
import { lastRow } from "./rows.ts";
import type { WritingTogether } from "./writingTogether.ts";

/** Runs a change of what is kept of a case in that case's turn, and shows what comes of it. See `Journal.amend`. */
export type Amend = (caseId: CaseId, work: () => Promise<{ readonly isOther: boolean }>) => Promise<void>;

/** Did what was folded cease to hold? More rows behind it are no such change. */
type IsOther = boolean;

type EntryCalls = Omit<Ledger, keyof LogCalls>;

const isApart = (held: EntryRow["held"]): boolean => held === "fork" || held === "sealed-anew";

/** Unsent again, and free to be offered. */
const offered = { unsent: 1, unheard: undefined, held: undefined } as const;

/** Acknowledged and heard. */
const settled = { unsent: undefined, unheard: undefined, held: undefined } as const;

/** Held back, and not said anew: nobody else has it yet. */
const isUnsentIn =
  (caseId: string) =>
  (row: EntryRow): boolean =>
    row.case === caseId && row.held !== "sealed-anew" && row.held !== "late";

/** A row as it came, before anybody has opened it: how it stands shows when the case is next read. */
function rowOf(caseId: string, bytes: Uint8Array): Omit<EntryRow, "arrived" | "chain"> | undefined {
  const named = sealedNameOf(bytes);
  if (named?.case !== caseId) return undefined;
  const { id, device, n } = named;
  return { id, case: caseId, device, n, state: "folded", sealed: bytes };
}

/** Did its device sign it? Of what is refused for another reason no better copy is to be had. */
async function isSigned({ id, device, sealed }: EntryRow): Promise<boolean> {
  const layout = layoutOf(sealed);
  return layout !== undefined && isSignedBy(device, "entry", hexToBytes(id), layout.signature);
}

const { minKey, maxKey } = Dexie;

/** What the exchange asks of the entries on disk. */
export function createLedgerEntries(
  database: Database,
  cursors: Cursors,
  writing: WritingTogether,
  amend: Amend,
): EntryCalls {
  const { entries } = database;
  const { inCase, ofDevice, outsideIn, heldAs, ends, judged, casesIn } = createEntryQueries(database);

  /** Cases in which something may be acknowledged and unheard: few, and hundreds are asked about in one round. */
  const unheardIn = once(async () => new Set(await casesIn("[case+unheard]")));

  /** What was folded no longer holds: every cache of it goes, in the same transaction. */
  const dropCaches = (caseId: string): PromiseLike<unknown> =>
    database.casefiles.bulkDelete([
      [caseId, "card"],
      [caseId, "file"],
    ]);

  const amended = (caseId: string, work: () => Promise<IsOther>): Promise<void> =>
    amend(caseId as CaseId, async () => {
      // Of any try: the first may have been committed and reported as failed.
      let isOther = false;
      await writing(async () => {
        if (!(await work())) return;
        isOther = true;
        await dropCaches(caseId);
      });
      return { isOther };
    });

  const moving = async (log: LogName, cursor: Head, work: () => Promise<IsOther | "gone">): Promise<void> => {
    let outcome: IsOther | "gone" = false;
    const move = async (): Promise<IsOther> => {
      outcome = await work();
      return outcome === true;
    };
    await cursors.changing(
      logKeyOf(log),
      () => amended(log.case, move),
      () => (outcome === "gone" ? undefined : cursor),
    );
  };

  const change = (ids: readonly string[], changes: Partial<EntryRow>): PromiseLike<unknown> =>
    entries.bulkUpdate(ids.map((key) => ({ key, changes })));

  /** Adds rows that are new here, in their order. `end`: the last that has arrived. */
  async function add(
    end: Last | undefined,
    rows: readonly Omit<EntryRow, "arrived" | "chain">[],
  ): Promise<void> {
    let last = end ?? nothingYet;
    const arriving: EntryRow[] = [];
    for (const row of rows) {
      last = afterNext(last, row.id);
      arriving.push({ ...row, arrived: last.arrived, chain: last.chain });
    }
    await entries.bulkAdd(arriving);
  }

  return {
    unsentCases: async () =>
      new Set([...(await casesIn("[case+unsent+device+n]")), ...(await casesIn("[case+unheard]"))]),

    keepEntries: (log, pulled, cursor, stands) =>
      moving(log, cursor, async () => {
        // Taken off this device while it was on its way: without its beginning it would never be whole again.
        if ((pulled[0]?.seq ?? 1) > 1 && !(await database.cursors.get(logKeyOf(log)))) return "gone";
        const rows = new Map(
          pulled.flatMap(({ bytes }) => {
            const row = rowOf(log.case, bytes);
            return row ? [[row.id, row] as const] : [];
          }),
        );
        const end = await lastRow(database, log.case);
        // A family that was never heard of has none of them.
        const found = end === undefined ? [] : await entries.bulkGet([...rows.keys()]);
        const known = found.flatMap((row) => row ?? []);
        for (const { id } of known) rows.delete(id);
        const heard = known.filter(({ unsent, unheard, held }) => unsent || unheard || held);
        await change(
          heard.map(({ id }) => id),
          settled,
        );
        await add(
          end,
          [...rows.values()].map((row) => (stands(row.device, row.n) ? row : { ...row, outside: 1 })),
        );
        await putCursor(database, log, cursor);
        return known.some(({ held }) => isApart(held));
      }),

    giveWay: (caseId, copies) =>
      amended(caseId, async () => {
        const told = new Map(
          copies.flatMap((bytes) => {
            const row = rowOf(caseId, bytes);
            return row ? [[row.id, bytes] as const] : [];
          }),
        );
        const found = await entries.bulkGet([...told.keys()]);
        const altered = found.flatMap((row) => {
          const sealed = row && told.get(row.id);
          return row?.state === "refused" && sealed && !sameBytes(sealed, row.sealed)
            ? [{ key: row.id, changes: { sealed, state: "folded" as const } }]
            : [];
        });
        await entries.bulkUpdate(altered);
        return altered.length > 0;
      }),

    async refused() {
      const states = await persist(database, () => entries.orderBy("[case+state]").uniqueKeys());
      const found = new Map<string, readonly string[]>();
      for (const [caseId, state] of states as unknown as readonly (readonly [string, EntryRow["state"]])[]) {
        if (state !== "refused") continue;
        const rows = await persist(database, () =>
          entries.where("[case+state]").equals([caseId, state]).toArray(),
        );
        const signed = await Promise.all(rows.map(isSigned));
        const ids = rows.flatMap(({ id }, at) => (signed[at] ? [] : [id]));
        if (ids.length > 0) found.set(caseId, ids);
      }
      return found;
    },

    keepForked: (caseId, bytes) =>
      amended(caseId, async () => {
        const rows = new Map(
          bytes.flatMap((one) => {
            const row = rowOf(caseId, one);
            return row ? [[row.id, { ...row, held: "fork" as const }] as const] : [];
          }),
        );
        const known = await entries.bulkGet([...rows.keys()]);
        for (const row of known) if (row) rows.delete(row.id);
        await add(await lastRow(database, caseId), [...rows.values()]);
        return false;
      }),

    async outside(caseId) {
      const rows = await persist(database, () => outsideIn(caseId).toArray());
      const found = new Map<string, number>();
      for (const { device, n, held } of rows) {
        if (!isApart(held)) found.set(device, Math.max(n, found.get(device) ?? 0));
      }
      return found;
    },

    async judgeAnew(caseId, stands) {
      // In nearly every round there is nothing to change, and whoever writes waits for nobody's looking.
      const { risen, gone, free } = await persist(database, () =>
        database.transaction("r", entries, () => judged(caseId, stands)),
      );
      if (risen.length + gone.length + free.length === 0) return;
      await amended(caseId, async () => {
        const now = await judged(caseId, stands);
        await change(now.risen, { outside: undefined });
        await change(now.gone, { outside: 1 });
        await change(now.free, offered);
        return now.risen.length > 0 || now.gone.length > 0;
      });
    },

    async unsent(caseId, limit, bytes) {
      let sum = 0;
      const rows = await persist(database, () =>
        entries
          .where("[case+unsent+device+n]")
          .between([caseId, 1], [caseId, 1, maxKey])
          .limit(limit)
          .until(({ sealed }) => {
            sum += sealed.length;
            return sum > bytes && sum > sealed.length;
          })
          .toArray(),
      );
      return rows.map(({ id, device, n, sealed }) => ({ id, device, n, bytes: sealed }));
    },

    unsentCount: (caseId) =>
      persist(database, async () => {
        const free = await entries
          .where("[case+unsent+device+n]")
          .between([caseId, 1], [caseId, 1, maxKey])
          .count();
        const held = await entries.where("[held+case]").above(["", ""]).filter(isUnsentIn(caseId)).count();
        return free + held;
      }),

    ends: (caseId) => persist(database, () => ends(caseId)),

    entryIds: (caseId) =>
      persist(database, () =>
        database.transaction("r", entries, async () => {
          const ids = new Set(await inCase(caseId).primaryKeys());
          for (const why of ["fork", "sealed-anew"] as const) {
            for (const id of await heldAs(why, caseId).primaryKeys()) ids.delete(id);
          }
          return ids;
        }),
      ),

    async acknowledge(log, receipts, cursor) {
      if (!cursor) (await unheardIn()).add(log.case);
      const acknowledged = async (): Promise<void> => {
        const changes = cursor ? settled : { ...settled, unheard: 1 as const };
        await change(
          receipts.map(({ id }) => id),
          changes,
        );
        if (cursor) await putCursor(database, log, cursor);
      };
      await cursors.changing(
        logKeyOf(log),
        () => writing(acknowledged),
        () => cursor,
      );
    },

    takeBack: (caseId, ids) =>
      amended(caseId, async () => {
        const rows = (await entries.bulkGet([...ids])).flatMap((row) => row ?? []);
        const back = rows.filter(({ held }) => held !== "sealed-anew");
        await change(
          back.map(({ id }) => id),
          offered,
        );
        return back.some(({ held }) => held === "fork");
      }),

    async forked() {
      const rows = await persist(database, () =>
        entries.where("[held+case]").between(["fork", minKey], ["fork", maxKey]).toArray(),
      );
      const found = new Map<string, string[]>();
      for (const row of rows) found.set(row.case, [...(found.get(row.case) ?? []), row.id]);
      return found;
    },

    leftLate: async (caseId) => {
      const rows = await persist(database, () => heldAs("late", caseId).toArray());
      return rows.map(({ id, device, n }) => ({ id, device, n }));
    },

    writtenBy: async (caseId, device) => {
      const rows = await persist(database, () => ofDevice(caseId, device, 0).toArray());
      return rows.flatMap(({ id, n, held }) => (held === "sealed-anew" ? [] : [{ id, device, n }]));
    },

    async takeBackUnheard(caseId) {
      if (!(await unheardIn()).has(caseId)) return;
      const unheard = () => entries.where("[case+unheard]").equals([caseId, 1]);
      if ((await persist(database, () => unheard().count())) === 0) return;
      await writing(async () => {
        await unheard().modify({ unheard: undefined, unsent: 1 });
      });
    },

    holdBack: (caseId, held) =>
      amended(caseId, async () => {
        const rows = await entries.bulkGet(held.map(({ id }) => id));
        await entries.bulkUpdate(
          held.map(({ id, why }) => ({ key: id, changes: { held: why, unsent: undefined } })),
        );
        return held.some(({ why }, at) => why === "fork" && !isApart(rows[at]?.held));
      }),

    offerFrom: (caseId, device, n) =>
      writing(async () => {
        const rows = await ofDevice(caseId, device, n).toArray();
        const free = rows.filter(({ held }) => held === undefined || held === "gap");
        await change(
          free.map(({ id }) => id),
          offered,
        );
        const first = rows.filter((row) => row.n === n);
        if (first.length === 0) return "absent";
        return first.some((row) => free.includes(row)) ? "offered" : (first.at(-1)?.held ?? "absent");
      }),
  };
}
