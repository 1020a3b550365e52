import { type CaseFile, emptyCaseFile, foldInto, isReadable } from "../domain/casefile.ts";
import type { Entry } from "../domain/entry.ts";
import { type FamilyCard, familyCardOf } from "../domain/familyCard.ts";
import type { CaseId, DeviceId } from "../domain/ids.ts";
import { refusalOf } from "../protocol/sealedEntry.ts";
import { openEntry, sealEntry } from "../vault/seal.ts";
import { readCache, readCard, writeCache } from "./cache.ts";
import type { Database, EntryRow } from "./database.ts";
import { type DraftContent, dropDraft, readDrafts, writeDraft } from "./drafts.ts";
import { fromInside, toInside } from "./entryCodec.ts";
import { problemFrom, StoreProblem } from "./problem.ts";
import { createQueue, type Queue } from "./queue.ts";
import {
  arrivedBefore,
  type Last,
  lastOf,
  lastRow,
  persist,
  rowsAfter,
  storeOwn,
  storeReceived,
} from "./rows.ts";

/** The keys of an open vault, as far as the journal needs them. They are asked for at each use and never kept. */
export type JournalKeys = {
  readonly device: string;
  sign(bytes: Uint8Array): Promise<Uint8Array>;
  caseKey(caseId: string): { readonly kid: string; readonly key: CryptoKey } | undefined;
  keyOf(caseId: string, kid: string): CryptoKey | undefined;
  blobKey(caseId: string): Promise<CryptoKey>;
};

/** An entry that is kept but not folded: why, so that the screen can say so. */
export type PutAside = { readonly id: string; readonly why: string };

export type JournalEvent =
  | { readonly kind: "folded"; readonly file: CaseFile }
  | { readonly kind: "stored"; readonly case: CaseId; readonly wall: number }
  | { readonly kind: "failed"; readonly case: CaseId; readonly problem: StoreProblem };

type OpenCase = {
  file: CaseFile;
  last: Last;
  own: { n: number; id: string };
  putAside: PutAside[];
  /** Has anything been folded since the cache was written? */
  stale: boolean;
};

export type JournalNeeds = {
  /** Strict connection: entries, drafts. */
  readonly database: Database;
  /** Relaxed connection to the same database: caches. */
  readonly caches: Database;
  readonly keys: () => JournalKeys | undefined;
  readonly onEvent: (event: JournalEvent) => void;
};

export type Journal = ReturnType<typeof createJournal>;

/** The only place that opens entries. Durable first, visible second: what a screen marks is already stored. */
export function createJournal({ database, caches, keys, onEvent }: JournalNeeds) {
  const cases = new Map<CaseId, OpenCase>();
  const queues = new Map<CaseId, Queue>();

  const queueOf = (caseId: CaseId): Queue => {
    const known = queues.get(caseId) ?? createQueue();
    queues.set(caseId, known);
    return known;
  };

  const unlocked = (): JournalKeys => {
    const current = keys();
    if (!current) throw new StoreProblem("locked");
    return current;
  };

  async function openRow(row: EntryRow): Promise<Entry | PutAside> {
    const opened = await openEntry(row.sealed, (kid) => unlocked().keyOf(row.case, kid));
    if (!opened.ok) return { id: row.id, why: opened.reason };
    const entry = fromInside(opened.header, opened.id, opened.inside);
    return entry && entry.id === row.id && entry.case === row.case ? entry : { id: row.id, why: "malformed" };
  }

  async function load(caseId: CaseId): Promise<OpenCase> {
    const { device } = unlocked();
    const blobKey = await unlocked().blobKey(caseId);
    const cached = await readCache(caches, blobKey, caseId);
    const base = cached ?? { file: emptyCaseFile(caseId), last: { arrived: 0, chain: "" } };
    const rows = await persist(database, () => rowsAfter(database, caseId, base.last.arrived));
    const own = await persist(database, () => lastOf(database, caseId, device));
    const entries: Entry[] = [];
    const putAside: PutAside[] = [];
    for (const row of rows) {
      const opened = await openRow(row);
      if ("why" in opened) putAside.push(opened);
      else entries.push(opened);
    }
    const newest = rows.at(-1);
    const before = await arrivedBefore(database, entries);
    return {
      file: foldInto(base.file, entries, (id) => before.has(id)),
      last: newest ? { arrived: newest.arrived, chain: newest.chain } : base.last,
      own: { ...own },
      putAside,
      stale: rows.length > 0,
    };
  }

  /** Must run in the case's queue. */
  async function opened(caseId: CaseId): Promise<OpenCase> {
    const known = cases.get(caseId);
    if (known) return known;
    const loaded = await load(caseId).catch((error) => {
      throw problemFrom(error);
    });
    cases.set(caseId, loaded);
    return loaded;
  }

  function fold(open: OpenCase, entries: readonly Entry[], last: Last): void {
    // Whatever an entry of this device names as replaced was in this file, so it has arrived.
    const own = new Set(entries.map((entry) => entry.id));
    open.file = foldInto(open.file, entries, (id) => !own.has(id));
    open.last = last;
    open.stale = true;
    onEvent({ kind: "folded", file: open.file });
  }

  async function seal(open: OpenCase, caseId: CaseId, planned: Omit<Entry, "id" | "device" | "n">) {
    const current = unlocked();
    const caseKey = current.caseKey(caseId);
    if (!caseKey) throw new StoreProblem("locked");
    const n = open.own.n + 1;
    const sealed = await sealEntry(
      { caseKey, sign: (bytes) => current.sign(bytes), device: current.device },
      { case: caseId, n, prev: open.own.id },
      toInside(planned, open.file.counts),
    );
    const refusal = refusalOf(sealed.bytes);
    if (refusal) throw new StoreProblem(refusal === "too-large" ? "too-large" : "unknown");
    return { ...sealed, n, device: current.device as DeviceId };
  }

  return {
    /** The case file as it stands, opened from its cache and what came after; later changes come as events. */
    open: (caseId: CaseId): Promise<CaseFile> => queueOf(caseId).run(async () => (await opened(caseId)).file),

    /** What is open already, without waiting. */
    current: (caseId: CaseId): CaseFile | undefined => cases.get(caseId)?.file,

    putAside: (caseId: CaseId): readonly PutAside[] => cases.get(caseId)?.putAside ?? [],

    /** See `Appender` in `commands/door.ts`. @throws StoreProblem when the entry could not be stored. */
    append: (
      caseId: CaseId,
      plan: (file: CaseFile) => Omit<Entry, "id" | "device" | "n"> | undefined,
      clearsDraft?: string,
    ): Promise<Entry | undefined> =>
      queueOf(caseId).run(async () => {
        try {
          const open = await opened(caseId);
          const planned = plan(open.file);
          if (!planned) {
            if (clearsDraft !== undefined) await dropDraft(database, clearsDraft);
            return undefined;
          }
          const { id, bytes, n, device } = await seal(open, caseId, planned);
          const entry: Entry = { ...planned, id: id as Entry["id"], device, n };
          const row = { id, case: caseId, device, n, state: "folded" as const, sealed: bytes };
          const last = await storeOwn(database, row, open.own.id, clearsDraft);
          open.own = { n, id };
          fold(open, [entry], last);
          onEvent({ kind: "stored", case: caseId, wall: planned.wall });
          return entry;
        } catch (error) {
          const problem = problemFrom(error);
          // Another tab wrote meanwhile: what is in memory is behind the disk and must be opened again.
          if (problem.kind === "elsewhere") cases.delete(caseId);
          onEvent({ kind: "failed", case: caseId, problem });
          throw problem;
        }
      }),

    /** Keeps sealed entries from a file or another device. Each is checked alone: a bad one stops no other. */
    receive: (caseId: CaseId, sealed: readonly Uint8Array[]) =>
      queueOf(caseId).run(async () => {
        const open = await opened(caseId);
        const rows: Omit<EntryRow, "arrived" | "chain">[] = [];
        const entries = new Map<string, Entry>();
        const refused: PutAside[] = [];
        for (const bytes of sealed) {
          const result = await openEntry(bytes, (kid) => unlocked().keyOf(caseId, kid));
          const entry = result.ok ? fromInside(result.header, result.id, result.inside) : undefined;
          if (!result.ok || !entry || entry.case !== caseId) {
            refused.push({ id: result.ok ? result.id : "", why: result.ok ? "malformed" : result.reason });
            continue;
          }
          entries.set(entry.id, entry);
          const state = isReadable(entry) ? ("folded" as const) : ("unread" as const);
          rows.push({ id: entry.id, case: caseId, device: entry.device, n: entry.n, state, sealed: bytes });
        }
        const { stored, forked } = await storeReceived(database, rows);
        const last = await persist(database, () => lastRow(database, caseId));
        const fresh = stored.flatMap((id) => entries.get(id) ?? []);
        open.own = await persist(database, () => lastOf(database, caseId, unlocked().device));
        if (fresh.length > 0) {
          cases.set(caseId, await load(caseId));
          const reopened = cases.get(caseId);
          if (reopened && last) fold(reopened, [], { arrived: last.arrived, chain: last.chain });
        }
        return { stored: fresh.length, refused: [...refused, ...forked] };
      }),

    /** The newest entries first, opened page by page for the timeline. */
    history: async (caseId: CaseId, before: number, count: number) => {
      const rows = await persist(database, () =>
        database.entries
          .where("[case+arrived]")
          .between([caseId, Math.max(0, before - count)], [caseId, before], true, false)
          .reverse()
          .toArray(),
      );
      const entries: { readonly arrived: number; readonly entry: Entry }[] = [];
      for (const row of rows) {
        const entry = await openRow(row);
        if (!("why" in entry)) entries.push({ arrived: row.arrived, entry });
      }
      return entries;
    },

    lastArrived: async (caseId: CaseId): Promise<number> =>
      (await persist(database, () => lastRow(database, caseId)))?.arrived ?? 0,

    /** The sealed bytes of a case in order of arrival, for an export: unchanged. */
    sealedEntries: async (caseId: CaseId): Promise<Uint8Array[]> =>
      (await persist(database, () => rowsAfter(database, caseId, 0))).map((row) => row.sealed),

    /** What the list shows of a family; from the sealed card where that covers the last entry. */
    card: (caseId: CaseId): Promise<FamilyCard> =>
      queueOf(caseId).run(async () => {
        const known = cases.get(caseId);
        if (known) return familyCardOf(known.file);
        const last = await persist(database, () => lastRow(database, caseId));
        const card = last && (await readCard(caches, await unlocked().blobKey(caseId), caseId, last));
        return card ?? familyCardOf((await opened(caseId)).file);
      }),

    saveDraft: (caseId: CaseId, key: string, content: DraftContent): Promise<void> =>
      queueOf(caseId).run(async () => {
        await writeDraft(database, await unlocked().blobKey(caseId), caseId, key, content);
      }),

    dropDraft: (caseId: CaseId, key: string): Promise<void> =>
      queueOf(caseId).run(() => dropDraft(database, key)),

    drafts: (caseId: CaseId): Promise<ReadonlyMap<string, DraftContent>> =>
      queueOf(caseId).run(async () => readDrafts(database, await unlocked().blobKey(caseId), caseId)),

    /** Writes the caches of every case that changed since. For idle moments and before a lock. */
    async writeCaches(): Promise<void> {
      for (const [caseId, open] of cases) {
        if (!open.stale) continue;
        await queueOf(caseId).run(async () => {
          if (open.putAside.length > 0) return;
          await writeCache(caches, await unlocked().blobKey(caseId), open.file, open.last);
          open.stale = false;
        });
      }
    },

    /** Waits until every write asked for so far has ended, one way or the other. */
    async settled(): Promise<void> {
      await Promise.all([...queues.values()].map((queue) => queue.idle()));
    },

    /** Forgets opened case files: all, or all but one. The disk keeps everything. */
    forget(except?: CaseId): void {
      for (const caseId of cases.keys()) if (caseId !== except) cases.delete(caseId);
    },

    /** Explicit removal of one family by the worker: the only deletion that there is. */
    removeCase: (caseId: CaseId): Promise<void> =>
      queueOf(caseId).run(async () => {
        await persist(database, () =>
          database.transaction("rw", database.entries, database.drafts, database.casefiles, async () => {
            await database.entries
              .where("[case+arrived]")
              .between([caseId, 0], [caseId, Number.MAX_SAFE_INTEGER])
              .delete();
            await database.drafts.where("case").equals(caseId).delete();
            await database.casefiles.bulkDelete([
              [caseId, "card"],
              [caseId, "file"],
            ]);
          }),
        );
        cases.delete(caseId);
      }),
  };
}
