import Dexie from "dexie";

/** Why something could not be kept or read, as a key under `problems` in the words. */
export type ProblemKind =
  | "full"
  | "newer"
  | "elsewhere"
  | "connection"
  | "locked"
  | "missing"
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

const innermost = (error: unknown): unknown => {
  if (error instanceof Dexie.DexieError && error.inner) return innermost(error.inner);
  return error;
};

const byName: { readonly [name: string]: ProblemKind } = {
  QuotaExceededError: "full",
  VersionError: "newer",
  DatabaseClosedError: "connection",
  InvalidStateError: "connection",
  TransactionInactiveError: "connection",
  UnknownError: "connection",
  AbortError: "connection",
  NotFoundError: "missing",
};

/** Names what went wrong in the database. WebKit drops connections in the background: that is worth another try. */
export function problemFrom(error: unknown): StoreProblem {
  if (error instanceof StoreProblem) return error;
  for (const one of [innermost(error), error]) {
    const kind = one instanceof Error || one instanceof DOMException ? byName[one.name] : undefined;
    if (kind) return new StoreProblem(kind, error);
  }
  return new StoreProblem("unknown", error);
}
