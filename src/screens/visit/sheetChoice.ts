import { useState } from "react";
import { useNavigate } from "react-router";
import { paths } from "../../app/paths.ts";
import { leaveBehind } from "../../commands/leaveBehind.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Danger, LeftWay } from "../../domain/leftBehind.ts";
import { personOf } from "../../domain/people.ts";
import { linesFor, type SheetLine } from "../../reports/leaveBehindLines.ts";
import { languageFor } from "./familySay.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

/** What has been answered and chosen for one sheet. It is kept only when the sheet is made. */
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

type KeepSheet = {
  keep(way: LeftWay): Promise<void>;
  readonly refused: string | undefined;
};

/** Records what stays behind, and goes back to closing the visit. */
export function useKeepSheet(open: OpenVisit, choice: SheetChoice): KeepSheet {
  const navigate = useNavigate();
  const [refused, setRefused] = useState<string>();
  const { caseId, visit, write } = open;
  const { readers, finders, danger } = choice;
  const keep = async (way: LeftWay): Promise<void> => {
    const outcome = await write(leaveBehind, {
      visit: visit.id,
      readers,
      finders,
      ...(danger ? { danger } : {}),
      lines: chosenIn(open, choice).lines.map((line) => line.places),
      way,
    });
    if (outcome.ok) await navigate(paths.finish(caseId, visit.id));
    else setRefused(outcome.refused);
  };
  return { keep, refused };
}
