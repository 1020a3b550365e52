import { sameBytes } from "../protocol/bytes.ts";
import { logKeyOf } from "../protocol/logs.ts";
import { bundledCases, unbundled } from "./bundled.ts";
import { bundleOf, unbundleWithin } from "./bundles.ts";
import type { Database, EntryRow } from "./database.ts";
import { type EntryChanges, isApart, offered, rowOf, settled } from "./entryChanges.ts";
import { createEntryQueries } from "./entryQueries.ts";
import type { Ledger } from "./ledger.ts";
import { putCursor } from "./ledgerLogs.ts";
import { isSigned } from "./openRows.ts";
import { persist } from "./persist.ts";
import { lastRow } from "./rows.ts";

export type EntryCalls = Pick<
  Ledger,
  "keepEntries" | "giveWay" | "refused" | "outside" | "judgeAnew" | "ends" | "entryIds"
>;

/**
 * The entries on disk as they are heard, and whether they stand. What is sent of them: see `ledgerSending.ts`. `bundledFrom`: so
 * many of a new family go into one piece.
 */
export function createLedgerEntries(
  database: Database,
  changes: EntryChanges,
  bundledFrom: number,
): EntryCalls {
  const { entries } = database;
  const { amended, moving, change, add } = changes;
  const { inCase, outsideIn, heldAs, ends, judged } = createEntryQueries(database);

  return {
    async keepEntries(log, pulled, cursor, stands) {
      const bundled = await bundledCases(database);
      await moving(log, cursor, async () => {
        // Taken off this device while it was on its way: without its beginning it would never be whole again.
        if ((pulled[0]?.seq ?? 1) > 1 && !(await database.cursors.get(logKeyOf(log)))) return "gone";
        const rows = new Map(
          pulled.flatMap(({ bytes }) => {
            const row = rowOf(log.case, bytes);
            return row ? [[row.id, row] as const] : [];
          }),
        );
        const doStand = [...rows.values()].every(({ device, n }) => stands(device, n));
        const isBundled = bundled.has(log.case);
        // With one that was handed out twice the running hash would be another than that of their arrival.
        const isEachOnce = rows.size === pulled.length;
        const isMany = isEachOnce && (isBundled || (pulled[0]?.seq === 1 && rows.size >= bundledFrom));
        if (doStand && isMany && (await lastRow(database, log.case)) === undefined) {
          await Promise.all([
            database.bundles.add(bundleOf(log.case, [...rows.values()], cursor.chain)),
            putCursor(database, log, cursor),
          ]);
          bundled.add(log.case);
          return false;
        }
        if (isBundled) await unbundleWithin(database, log.case);
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
      });
    },

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
        // Of what is refused for another reason no better copy is to be had.
        const signed = await Promise.all(rows.map(isSigned));
        const ids = rows.flatMap(({ id }, at) => (signed[at] ? [] : [id]));
        if (ids.length > 0) found.set(caseId, ids);
      }
      return found;
    },

    async outside(caseId) {
      const rows = await persist(database, () => outsideIn(caseId).toArray());
      const found = new Map<string, number>();
      for (const { device, n, held } of rows) {
        if (!isApart(held)) found.set(device, Math.max(n, found.get(device) ?? 0));
      }
      return found;
    },

    async judgeAnew(caseId, stands) {
      await unbundled(database, caseId);
      // In nearly every round there is nothing to change, and whoever writes waits for nobody's looking.
      const { risen, gone, free } = await persist(database, () =>
        database.transaction("r", entries, async () => judged(caseId, stands)),
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

    async ends(caseId) {
      await unbundled(database, caseId);
      return persist(database, () => ends(caseId));
    },

    async entryIds(caseId) {
      await unbundled(database, caseId);
      return persist(database, () =>
        database.transaction("r", entries, async () => {
          const ids = new Set(await inCase(caseId).primaryKeys());
          for (const why of ["fork", "sealed-anew"] as const) {
            for (const id of await heldAs(why, caseId).primaryKeys()) ids.delete(id);
          }
          return ids;
        }),
      );
    },
  };
}
