import { type CaseFile, emptyCaseFile } from "../../src/domain/casefile.ts";
import type { Entry } from "../../src/domain/entry.ts";
import { foldInto } from "../../src/domain/fold.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { sameBytes } from "../../src/protocol/bytes.ts";
import { emptyHead, type Head, type LogName } from "../../src/protocol/logs.ts";
import { entryIdOf } from "../../src/protocol/sealedEntry.ts";
import type { HeldBack, KeptStatement, Ledger, Stands } from "../../src/store/ledger.ts";
import { judgeSealed } from "../protocol/judgeSealed.ts";

/** A device's store in memory, with what the exchange asks of it: the one in `src/store` does the same on a disk. */

export type Row = {
  readonly id: string;
  readonly device: string;
  readonly n: number;
  readonly prev: string;
  bytes: Uint8Array;
  /** Undefined while its key is not here. */
  entry: Entry | undefined;
  stands: boolean;
  unsent: boolean;
  /** Acknowledged, and not heard since. */
  unheard: boolean;
  held: HeldBack["why"] | undefined;
};

export type OpenEntry = (bytes: Uint8Array) => Promise<Entry | undefined>;

export const isForked = (held: Row["held"]): boolean => held === "fork" || held === "sealed-anew";

const keyOf = ({ kind, case: caseId }: LogName): string => `${kind} ${caseId}`;

export type MemoryLedger = Ledger & {
  rows(caseId: string): readonly Row[];
  file(caseId: string): CaseFile;
  /** What this device itself writes. */
  add(caseId: string, entry: Entry, bytes: Uint8Array): void;
  /** Keys have come: what waited for them is opened. */
  openWaiting(caseId: string): Promise<void>;
  clone(open: OpenEntry): MemoryLedger;
};

type Content = {
  readonly cursors: Map<string, Head>;
  readonly statements: Map<string, readonly KeptStatement[]>;
  readonly rows: Map<string, Map<string, Row>>;
  readonly unheardStatements: Set<string>;
};

const nothing = (): Content => ({
  cursors: new Map(),
  statements: new Map(),
  rows: new Map(),
  unheardStatements: new Set(),
});

export function createMemoryLedger(
  open: OpenEntry,
  { cursors, statements, rows, unheardStatements }: Content = nothing(),
): MemoryLedger {
  const files = new Map<string, CaseFile>();

  const rowsOf = (caseId: string): Map<string, Row> => {
    const known = rows.get(caseId) ?? new Map<string, Row>();
    rows.set(caseId, known);
    return known;
  };

  const counts = (row: Row): boolean => row.entry !== undefined && row.stands && !isForked(row.held);

  function fileOf(caseId: string): CaseFile {
    const known = files.get(caseId);
    if (known) return known;
    const entries = [...rowsOf(caseId).values()].flatMap((row) =>
      counts(row) && row.entry ? [row.entry] : [],
    );
    const file = foldInto(emptyCaseFile(caseId as CaseId), entries);
    files.set(caseId, file);
    return file;
  }

  function fold(caseId: string, fresh: readonly Row[]): void {
    const entries = fresh.flatMap((row) => (counts(row) && row.entry ? [row.entry] : []));
    const before = files.get(caseId);
    if (entries.length === 0 || !before) return;
    const known = rowsOf(caseId);
    const isFresh = new Set<string>(entries.map(({ id }) => id));
    files.set(
      caseId,
      foldInto(before, entries, (id) => {
        const row = known.get(id);
        return row !== undefined && counts(row) && !isFresh.has(id);
      }),
    );
  }

  function rowFrom(bytes: Uint8Array): Row | undefined {
    const sealed = judgeSealed(bytes);
    if (typeof sealed === "string") return undefined;
    const { device, n, prev } = sealed.header;
    const id = entryIdOf(sealed);
    return {
      id,
      device,
      n,
      prev,
      bytes,
      entry: undefined,
      stands: false,
      unsent: false,
      unheard: false,
      held: undefined,
    };
  }

  const inOrderOf = (caseId: string): readonly Row[] =>
    [...rowsOf(caseId).values()].sort((a, b) =>
      a.device === b.device ? a.n - b.n : a.device < b.device ? -1 : 1,
    );

  async function openWaiting(caseId: string): Promise<void> {
    const waiting = [...rowsOf(caseId).values()].filter((row) => row.entry === undefined);
    for (const row of waiting) row.entry = await open(row.bytes);
    if (waiting.some((row) => row.entry)) files.delete(caseId);
  }

  return {
    cases: async () => [
      ...new Set([...cursors.keys()].flatMap((key) => (key.startsWith("members ") ? [key.slice(8)] : []))),
    ],
    unsentCases: async () =>
      new Set(
        [...rows].flatMap(([id, of]) =>
          [...of.values()].some((row) => (row.unsent && !row.held) || row.unheard) ? [id] : [],
        ),
      ),
    cursor: async (log) => cursors.get(keyOf(log)) ?? emptyHead,
    setCursor: async (log, head) => void cursors.set(keyOf(log), head),
    statements: async (log) => statements.get(keyOf(log)) ?? [],
    async keepStatements(log, fresh, cursor) {
      const known = statements.get(keyOf(log)) ?? [];
      for (const { id } of fresh) unheardStatements.delete(id);
      const ids = new Set(known.map(({ id }) => id));
      statements.set(keyOf(log), [...known, ...fresh.filter(({ id }) => !ids.has(id))]);
      cursors.set(keyOf(log), cursor);
    },
    async takeBackStatements(_log, ids) {
      for (const id of ids) unheardStatements.add(id);
    },
    unheardStatements: async (log) =>
      (statements.get(keyOf(log)) ?? []).filter(({ id }) => unheardStatements.has(id)),
    async dropStatements(log, ids) {
      for (const id of ids) unheardStatements.delete(id);
      const gone = new Set(ids);
      statements.set(
        keyOf(log),
        (statements.get(keyOf(log)) ?? []).filter(({ id }) => !gone.has(id)),
      );
    },
    async keepEntries(log, pulled, cursor, stands) {
      const known = rowsOf(log.case);
      const fresh: Row[] = [];
      for (const { bytes } of pulled) {
        const row = rowFrom(bytes);
        if (!row) continue;
        const same = known.get(row.id);
        if (same) {
          if (isForked(same.held)) files.delete(log.case);
          Object.assign(same, { unsent: false, unheard: false, held: undefined });
          continue;
        }
        row.entry = await open(bytes);
        row.stands = stands(row.device, row.n);
        known.set(row.id, row);
        fresh.push(row);
      }
      fold(log.case, fresh);
      cursors.set(keyOf(log), cursor);
    },
    async giveWay(caseId, copies) {
      for (const bytes of copies) {
        const row = rowsOf(caseId).get(rowFrom(bytes)?.id ?? "");
        if (!row || row.entry || sameBytes(row.bytes, bytes)) continue;
        Object.assign(row, { bytes, entry: await open(bytes) });
        files.delete(caseId);
      }
    },
    refused: async () =>
      new Map(
        [...rows].flatMap(([caseId, of]) => {
          const ids = [...of.values()].flatMap(({ id, entry }) => (entry ? [] : [id]));
          return ids.length > 0 ? [[caseId, ids] as const] : [];
        }),
      ),
    async keepForked(caseId, bytes) {
      for (const one of bytes) {
        const row = rowFrom(one);
        if (!row || rowsOf(caseId).has(row.id)) continue;
        rowsOf(caseId).set(row.id, { ...row, entry: await open(one), held: "fork" });
      }
    },
    async outside(caseId) {
      const found = new Map<string, number>();
      for (const { stands, held, device, n } of rowsOf(caseId).values()) {
        if (!stands && !isForked(held)) found.set(device, Math.max(n, found.get(device) ?? 0));
      }
      return found;
    },
    async judgeAnew(caseId, stands: Stands) {
      let isOther = false;
      for (const row of rowsOf(caseId).values()) {
        const now = stands(row.device, row.n);
        if (now && (row.held === "not-a-member" || row.held === "late")) row.held = undefined;
        if (now === row.stands) continue;
        row.stands = now;
        isOther = true;
      }
      if (isOther) files.delete(caseId);
      await openWaiting(caseId);
    },
    async unsent(caseId, limit) {
      return inOrderOf(caseId)
        .filter((row) => row.unsent && !row.held)
        .slice(0, limit);
    },
    unsentCount: async (caseId) =>
      inOrderOf(caseId).filter(({ unsent, held }) =>
        held ? held !== "sealed-anew" && held !== "late" : unsent,
      ).length,
    async ends(caseId) {
      const found = new Map<string, number>();
      for (const { device, n } of rowsOf(caseId).values())
        found.set(device, Math.max(n, found.get(device) ?? 0));
      return found;
    },
    entryIds: async (caseId) =>
      new Set([...rowsOf(caseId).values()].flatMap((row) => (isForked(row.held) ? [] : [row.id]))),
    async acknowledge(log, receipts, cursor) {
      for (const { id } of receipts) {
        const row = rowsOf(log.case).get(id);
        if (row) Object.assign(row, { unsent: false, unheard: cursor === undefined, held: undefined });
      }
      if (cursor) cursors.set(keyOf(log), cursor);
    },
    async takeBack(caseId, ids) {
      for (const id of ids) {
        const row = rowsOf(caseId).get(id);
        if (!row || row.held === "sealed-anew") continue;
        if (row.held === "fork") files.delete(caseId);
        Object.assign(row, { unsent: true, held: undefined });
      }
    },
    forked: async () =>
      new Map(
        [...rows].flatMap(([caseId, of]) => {
          const ids = [...of.values()].flatMap((row) => (row.held === "fork" ? [row.id] : []));
          return ids.length > 0 ? [[caseId, ids] as const] : [];
        }),
      ),
    async takeBackUnheard(caseId) {
      for (const row of rowsOf(caseId).values()) {
        if (row.unheard) Object.assign(row, { unsent: true, unheard: false });
      }
    },
    casesLeftLate: async () =>
      new Set(
        [...rows].flatMap(([id, of]) => ([...of.values()].some(({ held }) => held === "late") ? [id] : [])),
      ),
    leftLate: async (caseId) => inOrderOf(caseId).filter((row) => row.held === "late"),
    writtenBy: async (caseId, device) =>
      inOrderOf(caseId).filter((row) => row.device === device && row.held !== "sealed-anew"),
    async holdBack(caseId, held) {
      for (const { id, why } of held) {
        const row = rowsOf(caseId).get(id);
        if (!row) continue;
        row.held = why;
        if (why === "sealed-anew") row.unsent = false;
        if (why === "fork") files.delete(caseId);
      }
    },
    async offerFrom(caseId, device, n) {
      let found: "offered" | "absent" | HeldBack["why"] = "absent";
      for (const row of rowsOf(caseId).values()) {
        if (row.device !== device || row.n < n) continue;
        if (row.held === "gap") row.held = undefined;
        if (row.held === undefined) Object.assign(row, { unsent: true, unheard: false });
        if (row.n === n && found !== "offered") found = row.held ?? "offered";
      }
      return found;
    },
    rows: (caseId) => [...rowsOf(caseId).values()],
    file: fileOf,
    add(caseId, entry, bytes) {
      const row = rowFrom(bytes);
      if (!row) throw new Error("not an entry");
      Object.assign(row, { entry, stands: true, unsent: true });
      rowsOf(caseId).set(row.id, row);
      fold(caseId, [row]);
    },
    openWaiting,
    clone: (reopen) =>
      createMemoryLedger(reopen, {
        cursors: new Map(cursors),
        statements: new Map(statements),
        unheardStatements: new Set(unheardStatements),
        rows: new Map(
          [...rows].map(([id, of]) => [id, new Map([...of].map(([key, row]) => [key, { ...row }]))]),
        ),
      }),
  };
}
