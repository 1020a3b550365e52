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

/** What a worker sets once. Minutes are whole numbers. */
export type Settings = {
  readonly idleMinutes: number;
  readonly tableMinutes: number;
  readonly pinMinutes: number;
  /** The colleague on call and own numbers, shown beside 112 and Veilig Thuis. */
  readonly onCall: { readonly name: string; readonly number: string };
  readonly scopeRead: boolean;
};

export const firstSettings: Settings = {
  idleMinutes: 5,
  tableMinutes: 20,
  pinMinutes: 90,
  onCall: { name: "", number: "" },
  scopeRead: false,
};
