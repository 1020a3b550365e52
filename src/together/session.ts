import type { RecordId } from "../domain/ids.ts";
import type { RunHost } from "../instrument/host.ts";

/** One tool that lies before this person, with a host that holds this person's own answers and nothing else. */
export type TogetherTool = {
  readonly instrument: string;
  readonly host: RunHost;
  /** The name that the questions speak of ("voor Noor"), where there is one. */
  readonly aboutName: string;
  /** Only these items, where the worker chose some. */
  readonly items?: readonly string[];
};

export type Audience = { readonly id: RecordId; readonly name: string };

/** All that a family's screens are given: never a case file. */
export type TogetherSession = {
  readonly person: { readonly id: RecordId; readonly name: string; readonly voice: "parent" | "child" };
  readonly worker: string;
  readonly language: string;
  readonly tools: readonly TogetherTool[];
  /** Persons whom this one may let know. */
  readonly mayTell: readonly Audience[];
  /** Records whose visibility is asked at the end: what this person wrote now. */
  allowSight(persons: Readonly<Record<string, boolean>>): Promise<void>;
  /** "Stop" and the end both lead here: the worker's key is asked. */
  leave(): void;
  hide(): void;
};
