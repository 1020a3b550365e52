import type { CaseId } from "../domain/ids.ts";
import { openBlob, sealBlob } from "../vault/seal.ts";
import type { Database, DraftRow } from "./database.ts";
import type { JournalKeys } from "./openRows.ts";
import { guardFormat, persist } from "./persist.ts";
import { problemFrom, type StoreProblem } from "./problem.ts";

/** Half-typed words: where they belong, in whose voice, and which heads stood there when the typing began. */
export type DraftContent = {
  readonly version: 1;
  readonly record: string;
  readonly field: string;
  readonly voice: string;
  readonly heads: readonly string[];
  readonly text: string;
  /** Milliseconds since 1970 of the last keystroke. */
  readonly wall: number;
};

const contextOf = (caseId: string, key: string): string => `draft/${caseId}/${key}`;

const putDraft = (database: Database, row: DraftRow): Promise<unknown> =>
  persist(database, () =>
    database.transaction("rw", database.drafts, database.meta, async () => {
      await guardFormat(database);
      await database.drafts.put(row);
    }),
  );

export type DraftsNeeds = {
  readonly database: Database;
  /** @throws StoreProblem `locked`. */
  readonly unlocked: () => JournalKeys;
  readonly onFailed: (caseId: CaseId, key: string, problem: StoreProblem) => void;
  /** A draft that could not be kept is on disk now, or nobody needs it any more. */
  readonly onKept: (caseId: CaseId, key: string) => void;
};

export type Drafts = ReturnType<typeof createDrafts>;

/**
 * Half-typed words, sealed: they reach the disk only as ciphertext. What the disk does not take waits here, sealed, so
 * that it outlives a lock, and is read as if it were there. Calls come one at a time for each case.
 */
export function createDrafts({ database, unlocked, onFailed, onKept }: DraftsNeeds) {
  const waiting = new Map<string, DraftRow>();
  /** Keys of what was written here: words that another tab left under them are older. */
  const own = new Set<string>();

  const waitingOf = (caseId: CaseId): readonly DraftRow[] =>
    [...waiting.values()].filter((row) => row.case === caseId);

  function settle(caseId: CaseId, key: string): void {
    if (waiting.delete(key)) onKept(caseId, key);
  }

  async function store(caseId: CaseId, row: DraftRow): Promise<void> {
    own.add(row.key);
    try {
      await putDraft(database, row);
    } catch (error) {
      waiting.set(row.key, row);
      throw error;
    }
    settle(caseId, row.key);
  }

  /** Tells of a failure before it is thrown. */
  async function told(caseId: CaseId, key: string, task: Promise<void>): Promise<void> {
    try {
      await task;
    } catch (error) {
      const problem = problemFrom(error);
      onFailed(caseId, key, problem);
      throw problem;
    }
  }

  async function sealed(caseId: CaseId, key: string, content: DraftContent): Promise<DraftRow> {
    const bytes = new TextEncoder().encode(JSON.stringify(content));
    const blobKey = await unlocked().blobKey(caseId);
    return { key, case: caseId, sealed: await sealBlob(blobKey, contextOf(caseId, key), bytes) };
  }

  return {
    /** @throws StoreProblem, when it has been told; the words are then tried again by `retry`. */
    save: (caseId: CaseId, key: string, content: DraftContent): Promise<void> =>
      told(
        caseId,
        key,
        sealed(caseId, key, content).then((row) => store(caseId, row)),
      ),

    async drop(caseId: CaseId, key: string): Promise<void> {
      own.add(key);
      settle(caseId, key);
      await persist(database, () => database.drafts.delete(key));
    },

    /** Its words are in an entry now, which is stored. */
    settle,

    /** All drafts of a case that open, by key. One that does not open stays on disk, untouched. */
    async read(caseId: CaseId): Promise<ReadonlyMap<string, DraftContent>> {
      const blobKey = await unlocked().blobKey(caseId);
      const rows = await persist(database, () => database.drafts.where("case").equals(caseId).toArray());
      const found = new Map<string, DraftContent>();
      for (const row of [...rows, ...waitingOf(caseId)]) {
        const content = await openBlob(blobKey, contextOf(caseId, row.key), row.sealed)
          .then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as DraftContent)
          .catch(() => undefined);
        if (content) found.set(row.key, content);
      }
      return found;
    },

    /** Tries the same sealed bytes again. Each failure is told and stops no other. */
    async retry(caseId: CaseId): Promise<void> {
      for (const row of waitingOf(caseId))
        await told(caseId, row.key, store(caseId, row)).catch(() => undefined);
    },

    waiting: (): ReadonlySet<CaseId> => new Set([...waiting.values()].map((row) => row.case as CaseId)),

    count: (): number => waiting.size,

    unstored: (): readonly DraftRow[] => [...waiting.values()],

    /** Words that another tab could not store are waited for here from now on. */
    takeOn(rows: readonly DraftRow[]): void {
      for (const row of rows) if (!own.has(row.key)) waiting.set(row.key, row);
    },

    /** The family is taken off this device. */
    forget(caseId: CaseId): void {
      for (const { key } of waitingOf(caseId)) settle(caseId, key);
    },
  };
}
