import { handOver } from "../../app/handing.ts";
import type { Handed, HandedTool } from "../../app/state.ts";
import { type Run, useRun } from "../../app/useCase.ts";
import { planVisit } from "../../commands/visit.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import type { CaseId, RecordId } from "../../domain/ids.ts";
import { visitFields } from "../../domain/visit.ts";
import { type Chosen, toolsFor } from "./chosen.ts";

/** Who could listen stands beside what is answered: for each person and each tool of this visit. */
async function writeEarshot(
  run: Run,
  visit: RecordId,
  chosen: Chosen,
  tools: readonly HandedTool[],
): Promise<void> {
  const earshot = chosen.earshot ?? "unknown";
  const value = typeof earshot === "string" ? earshot : earshot.length === 0 ? "unknown" : [...earshot];
  const values = Object.fromEntries(
    tools.map((tool) => [visitFields.listening(chosen.person, tool.instrument), value]),
  );
  await run(planVisit, { record: visit, values }, { visit });
}

/** Writes who could listen, and gives the tablet to the persons one after the other. */
export function useHandOver(caseId: CaseId, visit: RecordId, file: CaseFile | undefined) {
  const run = useRun(caseId);
  return async (persons: readonly Chosen[]): Promise<void> => {
    if (!file) return;
    for (const chosen of persons) await writeEarshot(run, visit, chosen, toolsFor(file, chosen));
    const handed = persons.reduceRight<Handed | undefined>((next, chosen) => {
      const own = { case: caseId, visit, person: chosen.person, language: chosen.language };
      return { ...own, tools: toolsFor(file, chosen), ...(next ? { next } : {}) };
    }, undefined);
    if (handed) await handOver(handed);
  };
}
