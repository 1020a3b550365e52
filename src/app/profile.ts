import type { RecordId } from "../domain/ids.ts";

/**
 * A world is a database with the vault that opens it. There are two: the worker's own, and the practice family's,
 * which is never exchanged and whose key lives in the page only.
 */
export type WorldKind = "own" | "practice";

export type Profile = {
  readonly worker: { readonly id: RecordId; readonly name: string };
  readonly settings: Settings;
};

export type OwnNumber = { readonly name: string; readonly number: string };

/** What a worker sets once. Minutes are whole numbers. */
export type Settings = {
  readonly idleMinutes: number;
  readonly tableMinutes: number;
  readonly pinMinutes: number;
  /** The colleague on call and own numbers, shown beside 112 and Veilig Thuis. */
  readonly onCall: OwnNumber;
  readonly ownNumbers: readonly OwnNumber[];
  /** Said by the worker at set-up: what the method is for was read, and the recovery sheet is kept. */
  readonly scopeRead: boolean;
  readonly sheetKept: boolean;
  /** Requests to take a family over that the worker said "not now" to: by their ids. They stay open, out of the way. */
  readonly offersPutAway: readonly string[];
};

export const firstSettings: Settings = {
  idleMinutes: 5,
  tableMinutes: 20,
  pinMinutes: 90,
  onCall: { name: "", number: "" },
  ownNumbers: [],
  scopeRead: false,
  sheetKept: false,
  offersPutAway: [],
};

/** The bounds within which a worker may set the minutes. */
export const minuteBounds = {
  idleMinutes: { least: 1, most: 15 },
  tableMinutes: { least: 5, most: 60 },
  pinMinutes: { least: 15, most: 180 },
} as const;
