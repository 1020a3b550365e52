import { useCallback, useEffect, useState } from "react";
import type { Command } from "../commands/command.ts";
import type { How, Outcome } from "../commands/door.ts";
import type { CaseFile } from "../domain/casefile.ts";
import type { CaseId } from "../domain/ids.ts";
import { problemFrom } from "../store/problem.ts";
import { currentWorld } from "./current.ts";
import { openCase } from "./families.ts";
import { useApp } from "./useApp.ts";

/** The case file for a screen, opened when it is first asked for. `undefined` while it opens. */
export function useCaseFile(caseId: CaseId): CaseFile | undefined {
  const file = useApp((state) => state.files.get(caseId));
  const isOpen = useApp((state) => state.phase === "open" || state.phase === "together");
  const [problem, setProblem] = useState<Error>();
  useEffect(() => {
    if (!file && isOpen) openCase(caseId).catch(setProblem);
  }, [caseId, file, isOpen]);
  const isShared = useApp((state) => state.sharing.has(caseId));
  const isRead = file !== undefined && isShared;
  useEffect(() => {
    if (isRead) void import("./agency/accesses.ts").then(({ noteAccess }) => noteAccess(caseId, "read"));
  }, [caseId, isRead]);
  // The screen's error boundary says what can't be read, and offers a way out.
  if (problem) throw problem;
  return file;
}

export type Run = <Args>(command: Command<Args>, args: Args, how?: How) => Promise<Outcome>;

/** Writes one command through the door. What could not be stored comes back as `problem:<kind>`, never as an exception. */
export async function runCommand<Args>(
  caseId: CaseId,
  command: Command<Args>,
  args: Args,
  how?: How,
): Promise<Outcome> {
  try {
    return await currentWorld().door.run(caseId, command, args, how);
  } catch (error) {
    return { ok: false, refused: `problem:${problemFrom(error).kind}` };
  }
}

/** The door of one case, for a screen. */
export function useRun(caseId: CaseId): Run {
  return useCallback((command, args, how) => runCommand(caseId, command, args, how), [caseId]);
}
