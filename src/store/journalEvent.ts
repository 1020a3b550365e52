import type { CaseFile } from "../domain/casefile.ts";
import type { CaseId } from "../domain/ids.ts";
import type { StoreProblem } from "./problem.ts";

/** What became of what was written: the screen shows nothing else as saved, or as not saved. */
export type JournalEvent =
  | { readonly kind: "folded"; readonly file: CaseFile }
  | { readonly kind: "stored"; readonly case: CaseId; readonly wall: number }
  /** `draft`: the key of the half-typed words that could not be kept; absent where it was an entry. */
  | {
      readonly kind: "failed";
      readonly case: CaseId;
      readonly problem: StoreProblem;
      readonly draft?: string;
    }
  /** A draft that had failed is kept now, or its words stand in an entry. */
  | { readonly kind: "draftKept"; readonly case: CaseId; readonly draft: string };
