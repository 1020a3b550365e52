import type { TogetherPlace } from "../domain/handing.ts";
import type { RecordId } from "../domain/ids.ts";
import type { RunHost, TextHandle } from "../instrument/host.ts";
import type { CardLine } from "../instrument/thermometerLevels.ts";

/** One tool that lies before this person, with a host that holds this person's own answers and nothing else. */
export type TogetherTool = {
  readonly host: RunHost;
  /** The names that the questions speak of ("voor Noor en Sem"), or a goal in its own words; empty where there are none. */
  readonly about: readonly string[];
  /** Only these items, where the worker chose some. */
  readonly items?: readonly string[];
};

/** Somebody whom this person may let know. */
export type Listener = { readonly id: RecordId; readonly name: string };

/** All that a family's screens are given: never a case file, never somebody else's answer. */
export type TogetherSession = {
  readonly person: { readonly id: RecordId; readonly name: string; readonly voice: "parent" | "child" };
  readonly worker: string;
  readonly language: string;
  /** The visit in which the tablet was handed over. */
  readonly visit: RecordId | undefined;
  readonly tools: readonly TogetherTool[];
  readonly listeners: readonly Listener[];
  /** The person's own first-aid card: what helps me, the first things first. */
  readonly ownCard: readonly CardLine[];
  readonly place: TogetherPlace | undefined;
  keepPlace(place: TogetherPlace): void;
  /** Resolves when what was answered so far is stored: what is asked next may hang on it. Never rejects. */
  stored(): Promise<void>;
  /** A name for what is yet to be told: a moment, a goal. Nothing stands there until its first words are written. */
  newRow(): RecordId;
  /** Who may know what this person wrote now; empty where nobody was chosen. */
  allowSight(persons: Readonly<Record<string, boolean>>): Promise<void>;
  /** A hook: the name of somebody else who may know; recorded when it is done. */
  useSomebodyElse(): TextHandle;
  /** The next person's name, where the tablet goes round. */
  readonly next: string | undefined;
  passOn(): void;
  /** "Verberg": the dull page at once. */
  hide(): void;
  /** Leads to the worker's key. */
  leave(): void;
};
