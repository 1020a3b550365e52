import type { CaseFile } from "../domain/casefile.ts";
import type { Value } from "../domain/entry.ts";
import type { CaseId, EntryId, RecordId } from "../domain/ids.ts";

/** What a command wants written. The door adds what it replaces, unless the writer started from older heads. */
export type Change = {
  readonly record: RecordId;
  readonly field: string;
  readonly value: Value;
  /** The heads that the writer saw when starting to type; a head that came since is then kept beside this value. */
  readonly over?: readonly EntryId[];
};

/** Why a command will not be carried out, as a key under `refusals` in the words. */
export type Refusal = { readonly refused: string };

/** What a command may lean on: the case as it stands, who is signed in, and what only the outside has. */
export type Setting = {
  readonly case: CaseId;
  readonly file: CaseFile;
  readonly author: RecordId;
  /** In whose words this is written. */
  readonly voice: RecordId;
  readonly now: { readonly wall: number; readonly zone: number };
  newRecord(): RecordId;
};

export type Plan = readonly Change[] | Refusal;

/** A verb that a screen may ask for, with its rule. */
export type Command<Args> = {
  /** Past tense, as it stands in the entry and in the timeline. */
  readonly intent: string;
  /** May a family's screen ask for it? Checked once, at the door. */
  readonly inTogether: boolean;
  plan(args: Args, setting: Setting): Plan;
};

export const isRefusal = (plan: Plan): plan is Refusal => "refused" in plan;

/** Longest text that one place takes: 100,000 characters, well below what one entry may weigh. */
export const longestText = 100_000;

export const tooLong = (value: Value): boolean => typeof value === "string" && value.length > longestText;
