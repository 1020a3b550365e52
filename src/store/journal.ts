import { type CaseFile, foldInto } from "../domain/casefile.ts";
import type { Entry } from "../domain/entry.ts";
import { type FamilyCard, familyCardOf } from "../domain/familyCard.ts";
import type { CaseId, DeviceId } from "../domain/ids.ts";
import { refusalOf } from "../protocol/sealedEntry.ts";
import { openEntry, sealEntry } from "../vault/seal.ts";
import { type PutAside, readCard, writeCache } from "./cache.ts";
import type { Database } from "./database.ts";
import { type DraftContent, dropDraft, readDrafts, writeDraft } from "./drafts.ts";
import { fromInside, toInside } from "./entryCodec.ts";
import {
  isPutAside,
  type JournalKeys,
  loadCase,
  type OpenCase,
  openAll,
  openRow,
  stateOf,
} from "./openCase.ts";
import { persist, probe } from "./persist.ts";
import { problemFrom, StoreProblem } from "./problem.ts";
import { createQueue, type Queue } from "./queue.ts";
import {
  type Behind,
  type Last,
  lastRow,
  type NewRow,
  restate,
  rowsAfter,
  storeOwn,
  storeReceived,
} from "./rows.ts";

export type { PutAside } from "./cache.ts";
export type { JournalKeys } from "./openCase.ts";

export type JournalEvent =
  | { readonly kind: "folded"; readonly file: CaseFile }
  | { readonly kind: "stored"; readonly case: CaseId; readonly wall: number }
  | { readonly kind: "failed"; readonly case: CaseId; readonly problem: StoreProblem };

export type JournalNeeds = {
  /** Strict connection: entries, drafts. */
  readonly database: Database;
  /** Relaxed connection to the same database: caches. */
  readonly caches: Database;
  readonly keys: () => JournalKeys | undefined;
  readonly onEvent: (event: JournalEvent) => void;
};

/** An entry without what the journal alone knows. */
type Planned = Omit<Entry, "id" | "device" | "n">;

/** An entry that is sealed and could not be stored, or of which nobody knows: its bytes are tried again unchanged. */
type Unsaved = {
  readonly row: NewRow;
  readonly behind: Behind;
  readonly clearsDraft: string | undefined;
  readonly wall: number;
};

export type Journal = ReturnType<typeof createJournal>;

/** The only place that opens entries. Durable first, visible second: what a screen marks is already stored. */
export function createJournal({ database, caches, keys, onEvent }: JournalNeeds) {
  const cases = new Map<CaseId, OpenCase>();
  const queues = new Map<CaseId, Queue>();
  const unsaved = new Map<CaseId, Unsaved>();
  let forgotten = 0;

  const queueOf = (caseId: CaseId): Queue => {
    const known = queues.get(caseId) ?? createQueue();
    queues.set(caseId, known);
    return known;
  };

  /** One turn in the queue of a case. Whatever fails in it fails as a StoreProblem. */
  const inTurn = <Result>(caseId: CaseId, task: () => Promise<Result>): Promise<Result> =>
    queueOf(caseId).run(() =>
      task().catch((error) => {
        throw problemFrom(error);
      }),
    );

  const unlocked = (): JournalKeys => {
    const current = keys();
    if (!current) throw new StoreProblem("locked");
    return current;
  };

  /** Must run in the case's queue. */
  async function reopened(caseId: CaseId): Promise<OpenCase> {
    const before = forgotten;
    const loaded = await loadCase({ database, caches, unlocked }, caseId);
    // A lock meanwhile: what was opened must not stay.
    if (forgotten !== before) throw new StoreProblem("locked");
    cases.set(caseId, loaded);
    return loaded;
  }

  const opened = async (caseId: CaseId): Promise<OpenCase> => cases.get(caseId) ?? reopened(caseId);

  function fold(open: OpenCase, entry: Entry, last: Last): void {
    // Whatever an entry of this device names as replaced was in this file, so it has arrived.
    open.file = foldInto(open.file, [entry], (id) => id !== entry.id);
    open.last = last;
    open.own = { n: entry.n, id: entry.id };
    open.stale = true;
    onEvent({ kind: "folded", file: open.file });
  }

  async function seal(open: OpenCase, caseId: CaseId, planned: Planned) {
    const { caseKey, sign, device } = unlocked();
    const key = caseKey(caseId);
    if (!key) throw new StoreProblem("locked");
    const n = open.own.n + 1;
    const { id, bytes } = await sealEntry(
      { caseKey: key, sign, device },
      { case: caseId, n, prev: open.own.id },
      toInside(planned, open.file.counts),
    );
    const refusal = refusalOf(bytes);
    if (refusal) throw new StoreProblem(refusal === "too-large" ? "too-large" : "unknown");
    const entry: Entry = { ...planned, id: id as Entry["id"], device: device as DeviceId, n };
    const row: NewRow = { id, case: caseId, device, n, state: "folded", sealed: bytes };
    return { entry, row };
  }

  /** Stores, and where nobody can tell whether that succeeded keeps the sealed bytes for another try. */
  async function storeOrKeep(caseId: CaseId, one: Unsaved): Promise<Last> {
    const isFirst = !unsaved.has(caseId);
    try {
      const last = await storeOwn(
        database,
        { row: one.row, behind: one.behind, draftKey: one.clearsDraft },
        isFirst,
      );
      unsaved.delete(caseId);
      onEvent({ kind: "stored", case: caseId, wall: one.wall });
      return last;
    } catch (error) {
      const { kind } = problemFrom(error);
      if (kind === "connection" || (kind === "unknown" && isFirst)) unsaved.set(caseId, one);
      else unsaved.delete(caseId);
      throw error;
    }
  }

  /** What could not be stored goes first: the next entry continues its chain. */
  async function replay(caseId: CaseId): Promise<void> {
    const one = unsaved.get(caseId);
    if (!one) return;
    await storeOrKeep(caseId, one);
    if (cases.has(caseId)) onEvent({ kind: "folded", file: (await reopened(caseId)).file });
  }

  async function appendNow(
    caseId: CaseId,
    plan: (file: CaseFile) => Planned | undefined,
    clearsDraft: string | undefined,
  ): Promise<Entry | undefined> {
    await replay(caseId);
    const open = await opened(caseId);
    const planned = plan(open.file);
    if (!planned) {
      if (clearsDraft !== undefined) await dropDraft(database, clearsDraft);
      return undefined;
    }
    const { entry, row } = await seal(open, caseId, planned);
    const behind = { prev: open.own.id, last: open.last };
    const last = await storeOrKeep(caseId, { row, behind, clearsDraft, wall: planned.wall });
    fold(open, entry, last);
    return entry;
  }

  function failed(caseId: CaseId, error: unknown): never {
    const problem = problemFrom(error);
    // Another tab wrote meanwhile: what is in memory is behind the disk and must be opened again.
    if (problem.kind === "elsewhere") cases.delete(caseId);
    onEvent({ kind: "failed", case: caseId, problem });
    throw problem;
  }

  /** A row to keep, or why these bytes are refused. What waits for a key, or a newer version, is kept. */
  async function judged(caseId: CaseId, bytes: Uint8Array): Promise<NewRow | PutAside> {
    const result = await openEntry(bytes, (kid) => unlocked().keyOf(caseId, kid));
    if (result.ok) {
      const entry = fromInside(result.header, result.id, result.inside);
      if (entry?.case !== caseId) return { id: result.id, why: "malformed" };
      const { id, device, n } = entry;
      return { id, case: caseId, device, n, state: stateOf(entry), sealed: bytes };
    }
    if (result.reason !== "waits-for-key") return { id: "", why: result.reason };
    const { device, n, case: of } = result.header;
    if (of !== caseId) return { id: result.id, why: "malformed" };
    return { id: result.id, case: caseId, device, n, state: "waits-for-key", sealed: bytes };
  }

  async function receiveNow(caseId: CaseId, sealed: readonly Uint8Array[]) {
    await replay(caseId);
    const found = await openAll(sealed, (bytes) => judged(caseId, bytes));
    const rows = found.flatMap((one) => ("why" in one ? [] : [one]));
    const refused = found.flatMap((one) => ("why" in one ? [one] : []));
    const { stored, forked } = await storeReceived(database, rows);
    if (stored.length > 0 && cases.has(caseId)) {
      onEvent({ kind: "folded", file: (await reopened(caseId)).file });
    }
    return { stored: stored.length, refused: [...refused, ...forked] };
  }

  async function removeNow(caseId: CaseId): Promise<void> {
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
    unsaved.delete(caseId);
  }

  return {
    /** The case file as it stands, opened from its cache and what came after; later changes come as events. */
    open: (caseId: CaseId): Promise<CaseFile> => inTurn(caseId, async () => (await opened(caseId)).file),

    /** What is open already, without waiting. */
    current: (caseId: CaseId): CaseFile | undefined => cases.get(caseId)?.file,

    /** Entries of an opened case that are kept and not folded: `unread` asks for a newer version of the program. */
    putAside: (caseId: CaseId): readonly PutAside[] => {
      const open = cases.get(caseId);
      if (!open) return [];
      return [...open.putAside, ...open.file.unread.map((id) => ({ id, why: "unread" }))];
    },

    /** See `Appender` in `commands/door.ts`. @throws StoreProblem when the entry could not be stored. */
    append: (
      caseId: CaseId,
      plan: (file: CaseFile) => Planned | undefined,
      clearsDraft?: string,
    ): Promise<Entry | undefined> =>
      inTurn(caseId, () => appendNow(caseId, plan, clearsDraft).catch((error) => failed(caseId, error))),

    /** Keeps sealed entries from a file or another device. Each is checked alone: a bad one stops no other. */
    receive: (caseId: CaseId, sealed: readonly Uint8Array[]) =>
      inTurn(caseId, () => receiveNow(caseId, sealed)),

    /** The newest entries first, opened page by page for the timeline. */
    history: async (caseId: CaseId, before: number, count: number) => {
      const rows = await persist(database, () =>
        database.entries
          .where("[case+arrived]")
          .between([caseId, Math.max(0, before - count)], [caseId, before], true, false)
          .reverse()
          .toArray(),
      );
      const found = await openAll(rows, (row) => openRow(row, unlocked));
      return found.flatMap((entry, i) =>
        isPutAside(entry) ? [] : [{ arrived: rows[i]?.arrived ?? 0, entry }],
      );
    },

    lastArrived: async (caseId: CaseId): Promise<number> =>
      (await persist(database, () => lastRow(database, caseId)))?.arrived ?? 0,

    /** The sealed bytes of a case in order of arrival, for an export: unchanged. */
    sealedEntries: async (caseId: CaseId): Promise<Uint8Array[]> =>
      (await persist(database, () => rowsAfter(database, caseId, 0))).map((row) => row.sealed),

    /** What the list shows of a family; from the sealed card where that covers the last entry. */
    card: (caseId: CaseId): Promise<FamilyCard> =>
      inTurn(caseId, async () => {
        const known = cases.get(caseId);
        if (known) return familyCardOf(known.file);
        const last = persist(database, () => lastRow(database, caseId));
        const card = await readCard(caches, unlocked().blobKey(caseId), caseId, last);
        return card ?? familyCardOf((await opened(caseId)).file);
      }),

    saveDraft: (caseId: CaseId, key: string, content: DraftContent): Promise<void> =>
      inTurn(caseId, async () => {
        await writeDraft(database, await unlocked().blobKey(caseId), caseId, key, content);
      }),

    dropDraft: (caseId: CaseId, key: string): Promise<void> => inTurn(caseId, () => dropDraft(database, key)),

    drafts: (caseId: CaseId): Promise<ReadonlyMap<string, DraftContent>> =>
      inTurn(caseId, async () => readDrafts(database, await unlocked().blobKey(caseId), caseId)),

    /**
     * Writes the caches of every case that changed since. For idle moments and before a lock. One that can't be
     * written stops no other; @throws StoreProblem of the first.
     */
    async writeCaches(): Promise<void> {
      const changed = [...cases].filter(([, open]) => open.stale);
      const writes = changed.map(([caseId, open]) =>
        inTurn(caseId, async () => {
          const { file, last, putAside, restated } = open;
          await writeCache(caches, await unlocked().blobKey(caseId), file, putAside, last);
          open.stale = open.last !== last;
          if (restated.size > 0) await restate(database, restated);
        }),
      );
      const failure = (await Promise.allSettled(writes)).find((one) => one.status === "rejected");
      if (failure) throw failure.reason;
    },

    /** Entries that are sealed and not stored yet. While there are any, the screen says "not saved". */
    unsaved: (): number => unsaved.size,

    /**
     * When the app comes back to the foreground: finds out whether the connections still live, opens them again, and
     * stores the same sealed bytes that could not be stored before. What comes of it is told by events.
     */
    async recover(): Promise<void> {
      await Promise.all([probe(database), probe(caches)]);
      const waiting = [...unsaved.keys()].map((caseId) =>
        inTurn(caseId, () => replay(caseId).catch((error) => failed(caseId, error))),
      );
      await Promise.allSettled(waiting);
    },

    /** Waits until every write asked for so far has ended, one way or the other. */
    async settled(): Promise<void> {
      await Promise.all([...queues.values()].map((queue) => queue.idle()));
    },

    /** Forgets opened case files: all, or all but one. The disk keeps everything, and so do unsaved sealed bytes. */
    forget(except?: CaseId): void {
      forgotten += 1;
      for (const caseId of cases.keys()) if (caseId !== except) cases.delete(caseId);
    },

    /** Explicit removal of one family by the worker: the only deletion that there is. */
    removeCase: (caseId: CaseId): Promise<void> => inTurn(caseId, () => removeNow(caseId)),
  };
}
