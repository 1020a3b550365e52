import { refusalKey } from "../casefile/refusal.ts";

const own: ReadonlySet<string> = new Set(["readersNeeded", "linesNeeded", "notTheirs", "movedOn"]);

/** The word of why a sheet was not kept. */
export const sheetRefusalKey = (refused: string): string =>
  own.has(refused) ? `sheets:refusals.${refused}` : refusalKey(refused);
