import type { CaseFile } from "../domain/casefile.ts";
import type { Entry } from "../domain/entry.ts";
import { type FamilyCard, familyCardOf } from "../domain/familyCard.ts";
import { foldInto } from "../domain/fold.ts";
import type { CaseId, EntryId, RecordId } from "../domain/ids.ts";
import { isNext, type Last } from "./arrival.ts";
import { bundledCases, unbundled } from "./bundled.ts";
import { type PutAside, readCard, writeCache } from "./cache.ts";
import type { Database, DraftRow } from "./database.ts";
import { createDrafts, type DraftContent } from "./drafts.ts";
import type { JournalEvent } from "./journalEvent.ts";
import { loadCase, type OpenCase } from "./openCase.ts";
import type { JournalKeys } from "./openRows.ts";
import { type Clearing, createOwnEntries, type Planned, type SealedOwn } from "./ownEntries.ts";
import { persist, probe } from "./persist.ts";
import { problemFrom, StoreProblem } from "./problem.ts";
import { createQueue, type Queue } from "./queue.ts";
import { createReading } from "./reading.ts";
import { lastRow, restate } from "./rows.ts";

export type { PutAside } from "./cache.ts";
export type { JournalKeys } from "./openRows.ts";

export type JournalNeeds = {
  /** Strict connection: entries, drafts. */
  readonly database: Database;
  /** Relaxed connection to the same database: caches. */
  readonly caches: Database;
  readonly keys: () => JournalKeys | undefined;
  readonly onEvent: (event: JournalEvent) => void;
};

/** Sealed bytes on their way to the disk. */
export type Unstored = { readonly entries: readonly SealedOwn[]; readonly drafts: readonly DraftRow[] };

export type Journal = ReturnType<typeof createJournal>;

/** The only place that opens entries. Durable first, visible second: what a screen marks is already stored. */
export function createJournal({ database, caches, keys, onEvent }: JournalNeeds) {
  const cases = new Map<CaseId, OpenCase>();
  const queues = new Map<CaseId, Queue>();
  /** How far each case has been seen on disk by this page, also through a lock. */
  const reached = new Map<CaseId, number>();
  let forgotten = 0;

  const unlocked = (): JournalKeys => {
    const current = keys();
    if (!current) throw new StoreProblem("locked");
    return current;
  };

  const drafts = createDrafts({
    database,
    unlocked,
    onFailed: (caseId, draft, problem) => onEvent({ kind: "failed", case: caseId, problem, draft }),
    onKept: (caseId, draft) => onEvent({ kind: "draftKept", case: caseId, draft }),
  });

  const ownEntries = createOwnEntries({
    database,
    unlocked,
    onStored: (caseId, { wall, draftKey }) => {
      if (draftKey !== undefined) drafts.settle(caseId, draftKey);
      onEvent({ kind: "stored", case: caseId, wall });
    },
  });

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

  function coveringCard(caseId: CaseId): Promise<FamilyCard | undefined> {
    const last = persist(database, () => lastRow(database, caseId));
    return readCard(caches, unlocked().blobKey(caseId), caseId, last);
  }

  /** Must run in the case's queue. */
  async function reopened(caseId: CaseId, known?: OpenCase): Promise<OpenCase> {
    const before = forgotten;
    const loaded = await loadCase({ database, caches, unlocked }, caseId, known);
    loaded.stale ||= known?.stale ?? false;
    // A lock meanwhile: what was opened must not stay.
    if (forgotten !== before) throw new StoreProblem("locked");
    // Emptied under the open page: what would be opened here is the beginning of another history.
    if (loaded.last.arrived < (reached.get(caseId) ?? 0)) throw new StoreProblem("emptied");
    reached.set(caseId, loaded.last.arrived);
    cases.set(caseId, loaded);
    return loaded;
  }

  const opened = async (caseId: CaseId): Promise<OpenCase> => {
    const known = cases.get(caseId);
    return known && known.device === unlocked().device ? known : reopened(caseId, known);
  };

  /** What is open is behind the disk: opened anew, and shown. */
  async function catchUp(caseId: CaseId): Promise<void> {
    const known = cases.get(caseId);
    if (known) onEvent({ kind: "folded", file: (await reopened(caseId, known)).file });
  }

  async function fold(open: OpenCase, entry: Entry, last: Last): Promise<void> {
    // Another tab kept entries in between: they are on disk and not in this file.
    if (!isNext(open.last, last, entry.id)) return catchUp(entry.case);
    // Whatever an entry of this device names as replaced was in this file, so it has arrived.
    open.file = foldInto(open.file, [entry], (id) => id !== entry.id);
    open.last = last;
    reached.set(entry.case, last.arrived);
    open.own = { ...open.own, n: entry.n, id: entry.id };
    open.stale = true;
    onEvent({ kind: "folded", file: open.file });
  }

  /** What could not be stored goes first: the next entry continues its chain. */
  async function replay(caseId: CaseId): Promise<void> {
    if (ownEntries.waiting().includes(caseId)) await unbundled(database, caseId);
    if (await ownEntries.replay(caseId)) await catchUp(caseId);
  }

  async function appendNow(
    caseId: CaseId,
    plan: (file: CaseFile) => Planned | undefined,
    clearing: Clearing,
  ): Promise<Entry | undefined> {
    await replay(caseId);
    const open = await opened(caseId);
    await unbundled(database, caseId);
    const planned = plan(open.file);
    if (!planned) {
      if (clearing.draftKey !== undefined) await drafts.drop(caseId, clearing.draftKey);
      return undefined;
    }
    const { entry, sealed } = await ownEntries.seal(caseId, open, planned, clearing);
    await fold(open, entry, await ownEntries.store(caseId, sealed));
    return entry;
  }

  function failed(caseId: CaseId, error: unknown): never {
    const problem = problemFrom(error);
    // Another tab wrote meanwhile: what is in memory is behind the disk and must be opened again.
    if (problem.kind === "elsewhere") cases.delete(caseId);
    onEvent({ kind: "failed", case: caseId, problem });
    throw problem;
  }

  /** An entry first: the draft that it came from needs no keeping then. */
  const tryAgain = (caseId: CaseId): Promise<void> =>
    inTurn(caseId, async () => {
      await replay(caseId).catch((error) => failed(caseId, error));
      await drafts.retry(caseId);
    });

  return {
    ...createReading({ database, unlocked }),

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
      inTurn(caseId, () =>
        appendNow(caseId, plan, { draftKey: clearsDraft }).catch((error) => failed(caseId, error)),
      ),

    /**
     * Says anew, under this device's name, what entries said that were kept apart after a fork: see `sealAnew.ts`.
     * `isOwn`: did this device write under that name? `author`: who works on it.
     */
    sealAnew: (
      caseId: CaseId,
      ids: readonly string[],
      by: { readonly author: RecordId; readonly isOwn: (device: string) => boolean },
    ): Promise<void> =>
      inTurn(caseId, async () => {
        // Rarely: loaded only then.
        const { plansAnew, setAside } = await import("./sealAnew.ts");
        const renamed = new Map<string, EntryId>();
        for (const { plan, insteadOf } of await plansAnew({ database, unlocked }, ids, by)) {
          const clearing = { draftKey: undefined, insteadOf };
          const entry = await appendNow(caseId, (file) => plan(file, renamed), clearing);
          if (entry) renamed.set(insteadOf, entry.id);
          else await setAside(database, insteadOf);
        }
      }),

    /** Keeps sealed entries from a file or another device, and shows them where the case is open. */
    receive: (caseId: CaseId, sealed: readonly Uint8Array[]) =>
      inTurn(caseId, async () => {
        await replay(caseId);
        await unbundled(database, caseId);
        const { receive } = await import("./receiving.ts");
        const received = await receive({ database, unlocked }, caseId, sealed);
        if (received.stored > 0) await catchUp(caseId);
        return received;
      }),

    /**
     * Changes what is kept of a case otherwise than by writing: see `entryChanges.ts`. `isOther`: what is folded no
     * longer holds, and is read anew.
     */
    amend: (caseId: CaseId, work: () => Promise<{ readonly isOther: boolean }>): Promise<void> =>
      inTurn(caseId, async () => {
        await replay(caseId);
        const { isOther } = await work();
        const known = cases.get(caseId);
        if (!known) return;
        if (isOther) onEvent({ kind: "folded", file: (await reopened(caseId, undefined)).file });
        else if (
          (await bundledCases(database)).has(caseId) ||
          ((await persist(database, () => lastRow(database, caseId)))?.arrived ?? 0) !== known.last.arrived
        )
          await catchUp(caseId);
      }),

    /** Keys have come: what waited for them is read, where the case is open. */
    refresh: (caseId: CaseId): Promise<void> => inTurn(caseId, () => catchUp(caseId)),

    /** What the list shows of a family; from the sealed card where that covers the last entry. */
    card: (caseId: CaseId): Promise<FamilyCard> =>
      inTurn(caseId, async () => {
        const known = cases.get(caseId);
        if (known) return familyCardOf(known.file);
        const isBundled = (await bundledCases(database)).has(caseId);
        const card = isBundled ? undefined : await coveringCard(caseId);
        return card ?? familyCardOf((await opened(caseId)).file);
      }),

    /** @throws StoreProblem; the words are then kept here, sealed, and tried again by `recover`. */
    saveDraft: (caseId: CaseId, key: string, content: DraftContent): Promise<void> =>
      inTurn(caseId, () => {
        ownEntries.spareDraft(caseId, key);
        return drafts.save(caseId, key, content);
      }),

    dropDraft: (caseId: CaseId, key: string): Promise<void> => inTurn(caseId, () => drafts.drop(caseId, key)),

    drafts: (caseId: CaseId): Promise<ReadonlyMap<string, DraftContent>> =>
      inTurn(caseId, () => drafts.read(caseId)),

    /**
     * Writes the caches of every case that changed since. For idle moments and before a lock. One that can't be
     * written stops no other; @throws StoreProblem of the first.
     */
    async writeCaches(): Promise<void> {
      const changed = [...cases].filter(([, open]) => open.stale);
      const writes = changed.map(([caseId]) =>
        inTurn(caseId, async () => {
          // As it stands by now: while this waited its turn it may have been opened anew.
          const open = cases.get(caseId);
          if (!open?.stale) return;
          const { file, last, putAside, restated } = open;
          // First what the rows are to say: whoever finds a cache that covers them looks at none of them.
          if (restated.size > 0) {
            await unbundled(database, caseId);
            await restate(database, restated);
          }
          await writeCache(caches, await unlocked().blobKey(caseId), file, putAside, last);
          open.stale = open.last !== last;
        }),
      );
      const failure = (await Promise.allSettled(writes)).find((one) => one.status === "rejected");
      if (failure) throw failure.reason;
    },

    /**
     * Lays out one by one what was heard in one piece, for a quiet moment: a family at a time, so that whoever writes
     * meanwhile waits for one of them and not for a hundred. One for which there is no room stops no other, and stays as it is.
     */
    async layOut(): Promise<void> {
      for (const caseId of await bundledCases(database)) {
        await inTurn(caseId as CaseId, () => unbundled(database, caseId)).catch(() => undefined);
      }
    },

    /** What is sealed and not stored yet, for the tab that takes this one's place: the disk is that tab's then. */
    unstored: (): Unstored => ({ entries: ownEntries.unstored(), drafts: drafts.unstored() }),

    /** Goes on trying to store what another tab could not. */
    takeOn(left: Unstored): void {
      ownEntries.takeOn(left.entries);
      drafts.takeOn(left.drafts);
    },

    /** Entries and drafts that are sealed and not stored yet. While there are any, the screen says "not saved". */
    unsaved: (): number => ownEntries.waiting().length + drafts.count(),

    /**
     * When the app comes back to the foreground, and some time after a failure: finds out whether the connections
     * still live, opens them again, and stores the same sealed bytes that could not be stored before. What comes of
     * it is told by events.
     */
    async recover(): Promise<void> {
      await Promise.all([probe(database), probe(caches)]);
      const waiting = new Set([...ownEntries.waiting(), ...drafts.waiting()]);
      await Promise.allSettled([...waiting].map(tryAgain));
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
    removeCase: (caseId: CaseId): Promise<void> =>
      inTurn(caseId, async () => {
        const { removeRows } = await import("./removal.ts");
        await removeRows(database, caseId);
        cases.delete(caseId);
        reached.delete(caseId);
        ownEntries.forget(caseId);
        drafts.forget(caseId);
      }),
  };
}
