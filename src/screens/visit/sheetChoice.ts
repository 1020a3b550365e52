import { useNavigate } from "react-router";
import { paths } from "../../app/paths.ts";
import { useText } from "../../app/useText.ts";
import { leaveBehind } from "../../commands/leaveBehind.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Danger, LeftWay } from "../../domain/leftBehind.ts";
import { personOf } from "../../domain/people.ts";
import { linesFor, type SheetLine } from "../../reports/leaveBehindLines.ts";
import { languageFor } from "./familySay.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

/** What has been answered and chosen for one sheet. It is recorded only when the sheet is made. */
export type SheetChoice = {
  readonly readers: readonly RecordId[];
  readonly finders: readonly RecordId[];
  readonly danger: Danger | null;
  readonly lines: readonly string[];
};

export const nothingYet: SheetChoice = { readers: [], finders: [], danger: null, lines: [] };

export const languageOfReaders = ({ file }: OpenVisit, readers: readonly RecordId[]): string =>
  languageFor(readers.map((id) => personOf(file, id).language));

export type Chosen = { readonly lines: readonly SheetLine[]; readonly language: string };

/** What is chosen, as far as these readers may see it: a reader that is added takes lines away. */
export function chosenIn(open: OpenVisit, { readers, lines }: SheetChoice): Chosen {
  const may = linesFor(open.file, readers, open.visit.id).lines;
  return {
    lines: may.filter((line) => lines.includes(line.id)),
    language: languageOfReaders(open, readers),
  };
}

/** One sheet while it is chosen, and how it is made. */
export type OpenSheet = {
  readonly choice: SheetChoice;
  onChoice(choice: SheetChoice): void;
  /** Records what stays behind, and goes back to closing the visit. */
  keep(way: LeftWay): void;
  readonly refused: string | undefined;
};

/** A half-made choice as it stands in its draft. What can't be read as one is none. */
export function choiceFrom(text: string): SheetChoice & { readonly way?: LeftWay } {
  try {
    return text === "" ? nothingYet : { ...nothingYet, ...(JSON.parse(text) as Partial<SheetChoice>) };
  } catch {
    return nothingYet;
  }
}

/**
 * The sheet that is being chosen. Whom it is for and who can find it is nobody's business before it is made, so it is no
 * entry until then; but it is kept as a sealed draft, like any half-written words, and comes back after a lock.
 */
export function useSheet(open: OpenVisit): OpenSheet {
  const navigate = useNavigate();
  const { caseId, visit, worker, write } = open;
  const text = useText({
    caseId,
    record: `new-sheet:${visit.id}`,
    field: "choice",
    voice: worker.id,
    save: async (chosen, { clearsDraft }) => {
      const { way = "later", ...choice } = choiceFrom(chosen);
      const { readers, finders, danger } = choice;
      const lines = chosenIn(open, choice).lines.map((line) => line.places);
      const args = { visit: visit.id, readers, finders, ...(danger ? { danger } : {}), lines, way };
      const outcome = await write(leaveBehind, args, { clearsDraft });
      if (outcome.ok) await navigate(paths.finish(caseId, visit.id));
      return outcome;
    },
  });
  const choice = choiceFrom(text.value);
  return {
    choice,
    onChoice: (next) => text.onValue(next === nothingYet ? "" : JSON.stringify(next)),
    keep: (way) => text.onDone(JSON.stringify({ ...choice, way })),
    refused: text.refused,
  };
}
