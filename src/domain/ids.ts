import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * Identifiers are plain strings that the type system keeps apart. A case, device and record id is random or a
 * hash: it tells nothing about whom it stands for.
 */
type Id<Name extends string> = string & { readonly __id: Name };

export type CaseId = Id<"case">;
export type DeviceId = Id<"device">;
/** Hash of the sealed bytes of an entry, in hexadecimal. */
export type EntryId = Id<"entry">;
/** A person, worker, visit, run, row or the family itself, within one case. */
export type RecordId = Id<"record">;

/** The record of the family itself: its name, its marks. One per case, so its id needs no randomness. */
export const familyRecord = "family" as RecordId;

export type RunKey = {
  readonly instrument: string;
  /** Whom or what the run is about: a person, a goal, or the family. */
  readonly about: RecordId;
  /** In whose words: a person of the family, or a worker. */
  readonly voice: RecordId;
  /** Absent where a run spans visits. */
  readonly visit?: RecordId;
  /** Where one instrument is opened more than once in one visit about one person by one voice. */
  readonly occasion?: string;
};

/**
 * The id of a run is a hash of what it is: two devices that open the same checklist offline write into one run,
 * and two voices never share one.
 */
export function runId(caseId: CaseId, key: RunKey): RecordId {
  const parts = [caseId, key.instrument, key.about, key.voice, key.visit ?? "", key.occasion ?? ""];
  const digest = sha256(utf8ToBytes(parts.map((part) => `${part.length}:${part}`).join("|")));
  return `run-${bytesToHex(digest.slice(0, 16))}` as RecordId;
}

/** A record id from 128 random bits that the caller supplies: the domain itself has no randomness. */
export function recordIdFrom(random: Uint8Array): RecordId {
  return bytesToHex(random.slice(0, 16)) as RecordId;
}
