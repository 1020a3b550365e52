import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Outcome } from "../commands/door.ts";
import { overAt, textAt } from "../domain/casefile.ts";
import type { CaseId, EntryId, RecordId } from "../domain/ids.ts";
import type { DraftContent } from "../store/drafts.ts";
import { createQueue } from "../store/queue.ts";
import { currentWorld } from "./current.ts";
import { shownAt } from "./draftPlace.ts";
import { draftKeyOf, forgetDraft, rememberDraft } from "./drafts.ts";
import { onBeforeLock } from "./lock.ts";
import { appStore } from "./state.ts";
import { useApp } from "./useApp.ts";

/** How long typing may run before the words are in a sealed draft, in milliseconds. The bar is one second. */
const draftMillis = 400;

export type TextPlace = {
  readonly caseId: CaseId;
  /** A record, or any fixed name for words that will make a new one. */
  readonly record: string;
  readonly field: string;
  readonly voice: string;
  /** Makes the entry; `over` and `clearsDraft` go with it unchanged. */
  save(
    text: string,
    how: { readonly over: readonly EntryId[]; readonly clearsDraft: string },
  ): Promise<Outcome>;
};

/** A text on a screen: sealed as a draft while it is typed, an entry when it is done. */
export type TextHandle = {
  readonly value: string;
  onValue(text: string): void;
  onDone(text: string): void;
  /** Words from before a crash, where the place has moved since: offered, never applied. */
  readonly offered: string | undefined;
  takeOffered(): void;
  dropOffered(): void;
  /** Why the words could not be kept, as a key; they stay on the screen. */
  readonly refused: string | undefined;
};

/**
 * What is typed, and what it goes on from. All that is typed in one go shares its origin: once some of it has become an
 * entry, the rest goes on from that one and stands not beside it.
 */
type Typing = { readonly text: string; readonly origin: { from: readonly EntryId[] } };

/** No words, in a place where none stood when the typing began: no record is made of that, and no draft kept. */
const isNothing = (text: string, from: readonly EntryId[]): boolean =>
  text.trim() === "" && from.length === 0;

export function useText(place: TextPlace): TextHandle {
  const { caseId, record, field, voice } = place;
  const key = useMemo(() => draftKeyOf(caseId, record, field, voice), [caseId, record, field, voice]);
  const file = useApp((state) => state.files.get(caseId));
  const kept = useApp((state) => state.drafts.get(caseId)?.get(key));
  const isKept = useApp((state) => !state.draftsNotKept.has(key));
  const heads = file ? overAt(file, record as RecordId, field) : [];
  const saved = file ? textAt(file, record as RecordId, field) : "";
  const typing = useRef<Typing | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [storing] = useState(createQueue);
  const [shown, setShown] = useState<string | undefined>(undefined);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const standing = shownAt({ saved, heads, kept, typed: shown });
  const latest = useRef(place);
  latest.current = place;

  const forget = useCallback(async () => {
    forgetDraft(caseId, key);
    await currentWorld().journal.dropDraft(caseId, key);
  }, [caseId, key]);

  const keepDraft = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const now = typing.current;
    if (!now) return;
    // Typed and deleted again where nothing stood: there is nothing to come back to.
    const { from } = now.origin;
    if (isNothing(now.text, from)) return forget();
    const content: DraftContent = {
      version: 1,
      record,
      field,
      voice,
      heads: from,
      text: now.text,
      wall: Date.now(),
    };
    rememberDraft(caseId, key, content);
    await currentWorld().journal.saveDraft(caseId, key, content);
  }, [caseId, key, record, field, voice, forget]);

  const onValue = (text: string): void => {
    // Words that came back from a draft go on from the heads that they started from.
    const origin = typing.current?.origin ?? { from: standing.from ?? heads };
    typing.current = { text, origin };
    setShown(text);
    // What can't be kept is told by an event of the journal, which tries again.
    timer.current ??= setTimeout(() => void keepDraft().catch(() => undefined), draftMillis);
  };

  const commit = async (
    text: string,
    started: Typing | undefined,
    origin: Typing["origin"],
  ): Promise<void> => {
    const isNewer = timer.current !== undefined;
    clearTimeout(timer.current);
    timer.current = undefined;
    const outcome = await latest.current.save(text, { over: origin.from, clearsDraft: key });
    if (!outcome.ok) {
      setRefused(outcome.refused);
      // Words that no draft held yet: whoever leaves the screen now finds them again. One that is tried again holds them.
      if (isNewer && outcome.refused !== "problem:connection") void keepDraft().catch(() => undefined);
      return;
    }
    setRefused(undefined);
    forgetDraft(caseId, key);
    // Typed on while it was being stored: those words go on from the entry just written.
    const now = appStore.getState().files.get(caseId);
    origin.from = now ? overAt(now, record as RecordId, field) : [];
    if (typing.current === started) {
      typing.current = undefined;
      setShown(undefined);
    }
  };

  const onDone = (text: string): void => {
    const started = typing.current;
    const from = started?.origin.from ?? standing.from;
    if (from === undefined || (text === saved && !kept && !typing.current)) return;
    if (isNothing(text, from)) {
      typing.current = undefined;
      setShown(undefined);
      clearTimeout(timer.current);
      timer.current = undefined;
      void forget().catch(() => undefined);
      return;
    }
    // One after the other: on a slow disk the next words are done before these are stored.
    const origin = started?.origin ?? { from };
    void storing.run(() => commit(text, started, origin));
  };

  useEffect(() => {
    const stop = onBeforeLock(keepDraft);
    return () => {
      stop();
      if (timer.current !== undefined) void keepDraft().catch(() => undefined);
    };
  }, [keepDraft]);

  return {
    value: standing.value,
    onValue,
    onDone,
    offered: standing.offered,
    takeOffered: () => kept && onValue(kept.text),
    // Where that fails the words are on disk still, and offered once more after the next start.
    dropOffered: () => void forget().catch(() => undefined),
    refused: refused ?? (isKept ? undefined : "draftNotKept"),
  };
}

/** Are there words that are typed but not yet an entry? */
export const hasDrafts = (caseId: CaseId): boolean => (appStore.getState().drafts.get(caseId)?.size ?? 0) > 0;
