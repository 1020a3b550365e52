import Dexie from "dexie";
import { logKeyOf } from "../protocol/logs.ts";
import { unbundled } from "./bundled.ts";
import type { Database, EntryRow } from "./database.ts";
import { type EntryChanges, isApart, offered, rowOf, settled } from "./entryChanges.ts";
import { createEntryQueries } from "./entryQueries.ts";
import type { Ledger } from "./ledger.ts";
import type { EntryCalls } from "./ledgerEntries.ts";
import { type Cursors, type LogCalls, putCursor } from "./ledgerLogs.ts";
import { persist } from "./persist.ts";
import { once } from "./remembered.ts";
import { lastRow } from "./rows.ts";
import type { WritingTogether } from "./writingTogether.ts";

type SendingCalls = Omit<Ledger, keyof LogCalls | keyof EntryCalls>;

/** Held back, and not said anew: nobody else has it yet. */
const isUnsentIn =
  (caseId: string) =>
  (row: EntryRow): boolean =>
    row.case === caseId && row.held !== "sealed-anew" && row.held !== "late";

const { minKey, maxKey } = Dexie;

/** What is still to be sent of the entries on disk, what a relay has acknowledged, and what is held back and why. */
export function createLedgerSending(
  database: Database,
  cursors: Cursors,
  writing: WritingTogether,
  { amended, change, add }: EntryChanges,
): SendingCalls {
  const { entries } = database;
  const { ofDevice, heldAs, casesIn } = createEntryQueries(database);

  /** Cases in which something may be acknowledged and unheard: few, and hundreds are asked about in one round. */
  const unheardIn = once(async () => new Set(await casesIn("[case+unheard]")));

  return {
    unsentCases: async () =>
      new Set([...(await casesIn("[case+unsent+device+n]")), ...(await casesIn("[case+unheard]"))]),

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

    async casesLeftLate() {
      const keys = await persist(database, () =>
        entries.where("[held+case]").between(["late", minKey], ["late", maxKey]).uniqueKeys(),
      );
      return new Set((keys as unknown as readonly (readonly [string, string])[]).map(([, of]) => of));
    },

    leftLate: async (caseId) => {
      const rows = await persist(database, () => heldAs("late", caseId).toArray());
      return rows.map(({ id, device, n }) => ({ id, device, n }));
    },

    writtenBy: async (caseId, device) => {
      await unbundled(database, caseId);
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

    async offerFrom(caseId, device, n) {
      await unbundled(database, caseId);
      return writing(async () => {
        const rows = await ofDevice(caseId, device, n).toArray();
        const free = rows.filter(({ held }) => held === undefined || held === "gap");
        await change(
          free.map(({ id }) => id),
          offered,
        );
        const first = rows.filter((row) => row.n === n);
        if (first.length === 0) return "absent";
        return first.some((row) => free.includes(row)) ? "offered" : (first.at(-1)?.held ?? "absent");
      });
    },
  };
}
