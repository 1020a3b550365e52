import type { EntryId } from "../domain/ids.ts";
import type { DraftContent } from "../store/drafts.ts";

/** A place as it stands, with the half-typed words that were kept for it, and what was typed since. */
export type Place = {
  readonly saved: string;
  readonly heads: readonly EntryId[];
  readonly kept: Pick<DraftContent, "heads" | "text"> | undefined;
  readonly typed: string | undefined;
};

export type Shown = {
  readonly value: string;
  /** From which heads the typing started, where it did: a head that came since is kept beside these words. */
  readonly from: readonly EntryId[] | undefined;
  /** Half-typed words from before, where somebody wrote in the place since: offered, never applied. */
  readonly offered: string | undefined;
};

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);

/** What a field shows: the words being typed, else a draft that still fits its place, else what is saved. */
export function shownAt({ saved, heads, kept, typed }: Place): Shown {
  const fits = kept !== undefined && sameIds(kept.heads, heads);
  const isOffered = kept !== undefined && !fits && typed === undefined && kept.text !== saved;
  return {
    value: typed ?? (fits ? kept.text : saved),
    from: fits ? (kept.heads as readonly EntryId[]) : undefined,
    offered: isOffered ? kept.text : undefined,
  };
}
