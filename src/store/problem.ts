import Dexie from "dexie";

/** Why something could not be kept or read, as a key under `problems` in the words. */
export type ProblemKind =
  | "full"
  | "newer"
  | "elsewhere"
  | "connection"
  | "locked"
  | "missing"
  | "emptied"
  | "too-large"
  | "unknown";

export class StoreProblem extends Error {
  override readonly name = "StoreProblem";
  readonly kind: ProblemKind;
  constructor(kind: ProblemKind, cause?: unknown) {
    super(kind, { cause });
    this.kind = kind;
  }
}

/** Dexie wraps what the browser said: one failure in `inner`, those of a bulk in `failures`. */
function innermost(error: unknown): unknown {
  if (error instanceof Dexie.BulkError) {
    const first = Object.values(error.failuresByPos)[0];
    return first ? innermost(first) : error;
  }
  if (error instanceof Dexie.DexieError && error.inner) return innermost(error.inner);
  return error;
}

const byName: { readonly [name: string]: ProblemKind } = {
  QuotaExceededError: "full",
  VersionError: "newer",
  DatabaseClosedError: "connection",
  OpenFailedError: "connection",
  InvalidStateError: "connection",
  TransactionInactiveError: "connection",
  PrematureCommitError: "connection",
  TimeoutError: "connection",
  UnknownError: "connection",
  AbortError: "connection",
  NotReadableError: "connection",
  NotFoundError: "missing",
  MissingAPIError: "missing",
};

const isNamed = (error: unknown): error is { readonly name: string } =>
  error instanceof Error || error instanceof DOMException;

/** Names what went wrong in the database. WebKit drops connections in the background: that is worth another try. */
export function problemFrom(error: unknown): StoreProblem {
  if (error instanceof StoreProblem) return error;
  for (const one of [innermost(error), error]) {
    const kind = isNamed(one) ? byName[one.name] : undefined;
    if (kind) return new StoreProblem(kind, error);
  }
  return new StoreProblem("unknown", error);
}
