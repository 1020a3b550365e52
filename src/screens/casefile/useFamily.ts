import { createContext, useContext, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useOutletContext } from "react-router";
import { useApp } from "../../app/useApp.ts";
import { type Run, useRun } from "../../app/useCase.ts";
import type { How } from "../../commands/door.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import type { CaseId, RecordId } from "../../domain/ids.ts";
import { openVisitOf } from "../../domain/visit.ts";
import type { Undo } from "./useUndo.ts";

export type FamilyContext = { readonly caseId: CaseId; readonly file: CaseFile };

/** The family whose page this is; its layout shows the page only once the case file is open. */
export const useFamily = (): FamilyContext => useOutletContext<FamilyContext>();

/** One was taken out of this family, or stopped with it: nothing new is offered. What can be read stays, half-typed words too. */
export const useHasLeft = (caseId: CaseId): boolean =>
  useApp((state) => state.sharing.get(caseId)?.members.every(({ isSelf }) => !isSelf) ?? false);

/** What was written last in a part of the page, so that one tap takes it back: see `UndoHere`. */
export const UndoContext = createContext<Undo | undefined>(undefined);

/** Writes in the visit that is going on at the table, where there is one. */
export function useWrite(): Run {
  const undo = useContext(UndoContext);
  const { caseId, file } = useFamily();
  const run = useRun(caseId);
  const visit = openVisitOf(file)?.id;
  const write: Run = useMemo(
    () => (command, args, how?: How) => run(command, args, { ...(visit ? { visit } : {}), ...how }),
    [run, visit],
  );
  return undo?.write ?? write;
}

/** Whose words a worker's own texts are. */
export const useWorkerId = (): RecordId => useApp((state) => state.worker?.id) ?? ("" as RecordId);

/** The words of this page, and the language they are in. */
export function useWords() {
  const { t, i18n } = useTranslation("casefile");
  return { t, language: i18n.language };
}
