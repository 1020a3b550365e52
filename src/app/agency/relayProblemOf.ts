import { RelayProblem, type RelayProblemKind } from "../../sync/relayCalls.ts";

/** Why the relay gave no answer that holds; undefined where something else failed: see `problemOf`. */
export const relayProblemOf = (error: unknown): RelayProblemKind | undefined =>
  error instanceof RelayProblem ? error.kind : undefined;
