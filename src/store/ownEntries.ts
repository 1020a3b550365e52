import type { CaseFile } from "../domain/casefile.ts";
import type { Entry } from "../domain/entry.ts";
import type { CaseId, DeviceId } from "../domain/ids.ts";
import { refusalOf } from "../protocol/sealedLayout.ts";
import { sealEntry } from "../vault/seal.ts";
import type { Last, NewRow, OwnEntry } from "./arrival.ts";
import type { Database } from "./database.ts";
import { toInside } from "./entryCodec.ts";
import type { Own } from "./openCase.ts";
import type { JournalKeys } from "./openRows.ts";
import { problemFrom, StoreProblem } from "./problem.ts";
import { storeOwn } from "./storeOwn.ts";

/** An entry without what the journal alone knows. */
export type Planned = Omit<Entry, "id" | "device" | "n" | "seen">;

/** Where the next entry of this device goes. */
export type End = {
  readonly file: CaseFile;
  readonly last: Last;
  readonly own: Own;
};

/** An entry that is sealed and on its way, or of which nobody knows whether it arrived: its bytes never change. */
export type SealedOwn = OwnEntry & { readonly wall: number };

/** What goes when an entry is stored: the draft that it came from, the entry that it says anew. */
export type Clearing = { readonly draftKey: string | undefined; readonly insteadOf?: string };

export type OwnEntriesNeeds = {
  readonly database: Database;
  /** @throws StoreProblem `locked`. */
  readonly unlocked: () => JournalKeys;
  readonly onStored: (caseId: CaseId, stored: SealedOwn) => void;
};

export type OwnEntries = ReturnType<typeof createOwnEntries>;

/** Seals what this device writes and stores it; one that could not be stored waits here, sealed, also through a lock. */
export function createOwnEntries({ database, unlocked, onStored }: OwnEntriesNeeds) {
  const waiting = new Map<CaseId, SealedOwn>();

  /** Stores, and where nobody can tell whether that succeeded keeps the sealed bytes for another try. */
  async function store(caseId: CaseId, one: SealedOwn): Promise<Last> {
    const isFirst = !waiting.has(caseId);
    try {
      const last = await storeOwn(database, one, isFirst);
      waiting.delete(caseId);
      onStored(caseId, one);
      return last;
    } catch (error) {
      const { kind } = problemFrom(error);
      if (kind === "connection" || (kind === "unknown" && isFirst)) waiting.set(caseId, one);
      else waiting.delete(caseId);
      throw error;
    }
  }

  return {
    /** Seals the next entry of a case. @throws StoreProblem `locked`, `too-large`. */
    async seal(caseId: CaseId, end: End, planned: Planned, { draftKey, insteadOf }: Clearing) {
      const { caseKey, sign, device } = unlocked();
      const key = caseKey(caseId);
      if (!key) throw new StoreProblem("locked");
      const n = end.own.n + 1;
      const { id, bytes } = await sealEntry(
        { caseKey: key, sign, device },
        { case: caseId, n, prev: end.own.id },
        toInside(planned, end.file.counts),
      );
      const refusal = refusalOf(bytes);
      if (refusal) throw new StoreProblem(refusal === "too-large" ? "too-large" : "unknown");
      const seen = [...end.file.counts];
      const entry: Entry = { ...planned, id: id as Entry["id"], device: device as DeviceId, n, seen };
      const row: NewRow = { id, case: caseId, device, n, state: "folded", sealed: bytes, unsent: 1 };
      const behind = { prev: end.own.id, last: end.last, forged: end.own.forged };
      const sealed: SealedOwn = {
        ...{ row, behind, draftKey, wall: planned.wall },
        ...(insteadOf === undefined ? {} : { insteadOf }),
      };
      return { entry, sealed };
    },

    store,

    /** What could not be stored goes first: the next entry continues its chain. Was there anything? */
    async replay(caseId: CaseId): Promise<boolean> {
      const one = waiting.get(caseId);
      if (one) await store(caseId, one);
      return one !== undefined;
    },

    /** Newer words stand in a draft: an entry that waits must not take them away when it is stored at last. */
    spareDraft(caseId: CaseId, draftKey: string): void {
      const one = waiting.get(caseId);
      if (one?.draftKey === draftKey) waiting.set(caseId, { ...one, draftKey: undefined });
    },

    waiting: (): readonly CaseId[] => [...waiting.keys()],

    unstored: (): readonly SealedOwn[] => [...waiting.values()],

    /** What another tab could not store waits here from now on; storing it looks first whether it is there already. */
    takeOn(entries: readonly SealedOwn[]): void {
      for (const one of entries) {
        const caseId = one.row.case as CaseId;
        if (!waiting.has(caseId)) waiting.set(caseId, one);
      }
    },

    forget(caseId: CaseId): void {
      waiting.delete(caseId);
    },
  };
}
