import { useMemo } from "react";
import type { CaseId } from "../domain/ids.ts";
import type { DraftContent } from "../store/drafts.ts";
import { appStore } from "./state.ts";
import { useApp } from "./useApp.ts";

const recordsIn = (drafts: ReadonlyMap<string, DraftContent> | undefined): ReadonlySet<string> =>
  new Set([...(drafts?.values() ?? [])].map(({ record }) => record));

/** Records, or names of what is yet to be one, in which words stand half-typed. */
export function useHalfTyped(caseId: CaseId): ReadonlySet<string> {
  const drafts = useApp((state) => state.drafts.get(caseId));
  return useMemo(() => recordsIn(drafts), [drafts]);
}

/** Does a half-typed text stand in this record now, in this field where one is named? */
export const isHalfTyped = (caseId: CaseId, record: string, field?: string): boolean =>
  [...(appStore.getState().drafts.get(caseId)?.values() ?? [])].some(
    (draft) => draft.record === record && (field === undefined || draft.field === field),
  );
