import type { Run as Write } from "../../app/useCase.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import type { Means } from "../../domain/entry.ts";
import type { RecordId, RunKey } from "../../domain/ids.ts";
import type { Group, Instrument, Voice } from "../../domain/instrument.ts";
import type { RunHost } from "../../instrument/host.ts";
import type { Section } from "../../instrument/sections.ts";
import type { ToolWords } from "../../instrument/words.ts";
import type { Undo } from "../casefile/useUndo.ts";
import type { Subject } from "./subjects.ts";

/** What an address opens: a tool about somebody, in a visit or outside one. */
export type ToolToOpen = {
  readonly file: CaseFile;
  readonly instrument: Instrument;
  readonly visit: RecordId | undefined;
  readonly about: Subject;
  readonly worker: { readonly id: RecordId; readonly name: string };
  readonly write: Write;
};

/** Everything that the parts of an open tool share. */
export type Opened = ToolToOpen & {
  /** As the person is asked whose words are written. */
  readonly words: ToolWords;
  /** The same for somebody else, where everybody answers for themselves. */
  wordsFor(voice: Voice): ToolWords;
  readonly sections: readonly Section[];
  /** The person whose words are written; absent where they are the worker's own. */
  readonly person:
    | { readonly id: RecordId; readonly voice: "parent" | "child"; readonly name: string }
    | undefined;
  readonly means: Means;
  readonly undo: Undo;
  readonly occasion: string | undefined;
  /** The run that holds a group, in the words that may stand there. */
  hostFor(group: Group, whose?: { readonly id: RecordId; readonly voice: Voice }): RunHost;
  keyFor(group: Group, voice: RecordId): RunKey;
};
