import type { CaseId, DeviceId, EntryId, RecordId } from "./ids.ts";

/** What a place can hold: anything that JSON can, so that it survives every encoding unchanged. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** An answer of its own, stored apart and never counted as a worry: "weet ik niet", "zeg ik liever niet". */
export type Unsaid = { readonly unsaid: "dontKnow" | "ratherNot" };

/** How the words came: the voice itself tapped or wrote | told, the worker wrote | by an interpreter | from paper. */
export type Means = "self" | "told" | "interpreter" | "paper";

export type Place = { readonly record: RecordId; readonly field: string };

/**
 * One change to one place, and the entries whose values it replaces there. Removal is a value too (see
 * `removalOf` in `casefile.ts`), so that one rule, `over`, decides everything.
 */
export type SetOp = Place & {
  readonly kind: "set";
  readonly value: Value;
  readonly over: readonly EntryId[];
};

export type Op = SetOp;

/** What this version of the fold understands. An entry that asks for more is kept, and passed over. */
export const readerVersion = 1;

export type Seen = readonly (readonly [device: DeviceId, n: number])[];

/**
 * What was recorded, by whom, in whose words, when and in which visit. Never edited, never removed.
 * `lamport` follows causality; `wall` (milliseconds since 1970) and `zone` (minutes east of UTC) are evidence of
 * when, and never decide between two values.
 */
export type Entry = {
  readonly id: EntryId;
  readonly case: CaseId;
  readonly device: DeviceId;
  readonly n: number;
  /** The lowest reader version that understands the ops. */
  readonly reader: number;
  readonly lamport: number;
  readonly wall: number;
  readonly zone: number;
  /** Who was signed in: the record of a worker. */
  readonly author: RecordId;
  /** Whose words these are: a person of the family, or the author. */
  readonly voice: RecordId;
  readonly means: Means;
  readonly visit?: RecordId;
  /** Persons of the family who may see this, beside the voice itself. Absent: workers only. */
  readonly audience?: readonly RecordId[];
  /** Past tense of the command: `answered`, `visitBegun`. */
  readonly intent: string;
  /** The highest number of each device that counted for the author just then: see `missing.ts`. */
  readonly seen?: Seen;
  readonly ops: readonly Op[];
};

/** Is it one of the answers that say "no answer": never a worry, never "not filled in"? */
export function isUnsaid(value: Value | undefined): value is Unsaid {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "unsaid" in value;
}

/** Structural equality of two values; key order does not matter. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((v, i) => sameValue(v, b[i] as Value))
    );
  }
  const left = a as { readonly [key: string]: Value };
  const right = b as { readonly [key: string]: Value };
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => key in right && sameValue(left[key] as Value, right[key] as Value))
  );
}
