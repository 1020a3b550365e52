import type { EntryName, Head, LogName, PulledRow, RowRefusal } from "../protocol/logs.ts";

/** A statement as it is kept: its bytes are what is offered again to a relay that lost it. */
export type KeptStatement = { readonly id: string; readonly bytes: Uint8Array };

export type KeptEntry = {
  readonly id: string;
  readonly device: string;
  readonly n: number;
  readonly bytes: Uint8Array;
};

export type Receipt = { readonly id: string; readonly receivedAt: number };

/**
 * Why an entry is kept here and not offered: the relay's word; that it was left with the relay as late; or that what it
 * says was sealed anew after a fork. After a fork it counts no longer.
 */
export type HeldBack = { readonly id: string; readonly why: RowRefusal | "late" | "sealed-anew" };

/** Does a device's entry of that number stand? See `entryStands`. */
export type Stands = (device: string, n: number) => boolean;

/**
 * What the exchange asks of what is stored. An entry is *unsent* until a relay has acknowledged it, and again once that
 * relay turns out to have lost it. Every call is durable when it resolves. @throws StoreProblem.
 */
export type Ledger = {
  /** The cases of an agency that this device has heard of. */
  cases(agency: string): Promise<readonly string[]>;
  /** Cases with entries that a relay has not acknowledged, unless they are held back, or has and that were not heard since. */
  unsentCases(): Promise<ReadonlySet<string>>;
  /** How far this device has heard a log. */
  cursor(log: LogName): Promise<Head>;
  setCursor(log: LogName, head: Head): Promise<void>;
  statements(log: LogName): Promise<readonly KeptStatement[]>;
  /** With the cursor, in one transaction. A known one is passed over. */
  keepStatements(log: LogName, rows: readonly KeptStatement[], cursor: Head): Promise<void>;
  /** The relay has lost these: they are to be heard again. */
  takeBackStatements(log: LogName, ids: readonly string[]): Promise<void>;
  /** Those that were taken back and have not been heard since. */
  unheardStatements(log: LogName): Promise<readonly KeptStatement[]>;
  /** Keeps them apart, as what the relay has refused for good: they count no longer. */
  dropStatements(log: LogName, ids: readonly string[]): Promise<void>;
  /**
   * Keeps what a relay handed out: new entries are checked, opened and folded; those that are here already have their
   * receipt now. With the cursor, in one transaction. One that can't be read stops no other.
   */
  keepEntries(log: LogName, rows: readonly PulledRow[], cursor: Head, stands: Stands): Promise<void>;
  /**
   * By case, entries that are kept and not read, their signature being none of their device's: it may have been altered on the
   * way, which no hash shows.
   */
  refused(): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Of these copies those of entries that are refused take their place, where their bytes are others. */
  giveWay(caseId: string, copies: readonly Uint8Array[]): Promise<void>;
  /** Keeps what was left as late and has another's number: it is sealed anew by this device. See `forked`. */
  keepForked(caseId: string, entries: readonly Uint8Array[]): Promise<void>;
  /** What is kept here and does not stand: by device, its highest number. */
  outside(caseId: string): Promise<ReadonlyMap<string, number>>;
  /** Folds what has come to stand, and no longer what has ceased to. */
  judgeAnew(caseId: string, stands: Stands): Promise<void>;
  /** Unsent entries that are not held back, each device's in order of their numbers; about so many bytes, at least one. */
  unsent(caseId: string, limit: number, bytes: number): Promise<readonly KeptEntry[]>;
  /** How many entries of a case no relay has acknowledged, held back or not. */
  unsentCount(caseId: string): Promise<number>;
  /** The highest number of each device that is here. */
  ends(caseId: string): Promise<ReadonlyMap<string, number>>;
  /** Without what is kept apart after a fork: where a relay has that after all, it is heard again, and counts. */
  entryIds(caseId: string): Promise<ReadonlySet<string>>;
  /**
   * The relay says that it has them. With `cursor`: they are the last that it has, and heard thereby, in one transaction.
   * Without: that holds once they are heard; see `takeBackUnheard`.
   */
  acknowledge(log: LogName, receipts: readonly Receipt[], cursor: Head | undefined): Promise<void>;
  /** The relay has lost these, or another way is open to them: they are unsent again. */
  takeBack(caseId: string, ids: readonly string[]): Promise<void>;
  /**
   * By case, entries whose numbers others have under the same device's name: a tablet was cloned, or restored. What they
   * say must be sealed anew, under a name of its own.
   */
  forked(): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Of which something was left with the relay as late. */
  casesLeftLate(): Promise<ReadonlySet<string>>;
  /** What was left with the relay as late. */
  leftLate(caseId: string): Promise<readonly EntryName[]>;
  /** Without what was sealed anew. */
  writtenBy(caseId: string, device: string): Promise<readonly EntryName[]>;
  /** All was heard, and what was acknowledged did not come: the relay lost it in between. It is unsent again. */
  takeBackUnheard(caseId: string): Promise<void>;
  holdBack(caseId: string, held: readonly HeldBack[]): Promise<void>;
  /**
   * The relay lacks what a device wrote from that number on: it is offered once more. Where the first of it is held back,
   * says why: nothing that follows will be taken either. `absent`: it is not here.
   */
  offerFrom(caseId: string, device: string, n: number): Promise<"offered" | "absent" | HeldBack["why"]>;
};
