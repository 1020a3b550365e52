import { type CaseFile, headAt, recordsOf, valueAt } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Instrument } from "../../domain/instrument.ts";
import { instrumentById, instruments } from "../../domain/instruments/list.ts";
import { rowKind } from "../../domain/rows.ts";
import { runsOf, type Standing, standingOf } from "../../domain/run.ts";
import { toolsOf, visitFields } from "../../domain/visit.ts";

/** Tools with a screen of their own elsewhere: no card for them on the table. */
const elsewhere: ReadonlySet<string> = new Set([
  "case-persons",
  "scope-statement",
  "glossary",
  "contact-numbers",
  "conversation-preparation",
  "immediate-action-decision",
]);

/** What lies on the table where nothing was laid out beforehand. */
export const usualTools: readonly string[] = [
  "signs-of-safety",
  "stoplight",
  "thermometer",
  "goals-specific",
];

export const layableTools: readonly Instrument[] = instruments.filter((one) => !elsewhere.has(one.id));

/** May its card lie open? What only a worker fills in stays in the worker's own list. */
export const isForTable = (instrument: Instrument): boolean =>
  instrument.voices.some((voice) => voice !== "worker");

export type OnTable = { readonly table: readonly Instrument[]; readonly own: readonly Instrument[] };

/** The tools of this visit in the order in which they were laid out; looked at since then come last. */
export function toolsOnTable(file: CaseFile, visit: RecordId): OnTable {
  const laid = toolsOf(file, visit);
  const base = laid.length > 0 ? laid : usualTools;
  const lit = [...(file.records.get(visit)?.keys() ?? [])]
    .filter((field) => field.startsWith(visitFields.lit("")) && valueAt(file, visit, field) === true)
    .map((field) => field.slice(visitFields.lit("").length));
  const known = [...new Set([...base, ...lit])]
    .filter((id) => !elsewhere.has(id))
    .map(instrumentById)
    .filter((one) => one !== undefined);
  return { table: known.filter(isForTable), own: known.filter((one) => !isForTable(one)) };
}

export const isLit = (file: CaseFile, visit: RecordId, tool: string): boolean =>
  valueAt(file, visit, visitFields.lit(tool)) === true;

/** Was a row of this tool written in the visit: a card on the map, a goal, a moment of the week? */
const hasRows = (file: CaseFile, visit: RecordId, { id, groups }: Instrument): boolean =>
  groups
    .filter((group) => group.rows || group.kind === "card-derived")
    .map((group) => rowKind(id, group.id))
    .filter((kind) => kind !== "row")
    .some((kind) => recordsOf(file, kind).some((record) => isWrittenIn(file, record, visit)));

const isWrittenIn = (file: CaseFile, record: RecordId, visit: RecordId): boolean =>
  [...(file.records.get(record)?.keys() ?? [])].some((field) => headAt(file, record, field)?.visit === visit);

/** How far a tool has come in this visit, over all voices: done only where nobody's run is left half-way. */
export function toolStanding(file: CaseFile, visit: RecordId, instrument: Instrument): Standing {
  const standings = runsOf(file, { instrument: instrument.id })
    .filter((run) => run.visit === visit || isWrittenIn(file, run.id, visit))
    .map((run) => standingOf(file, run.id))
    .filter((standing) => standing !== "empty");
  if (standings.length === 0) return hasRows(file, visit, instrument) ? "busy" : "empty";
  return standings.every((standing) => standing === "done") ? "done" : "busy";
}

export type MovedTool = { readonly tool: string; readonly order: number };

/** The orders to write so that a tool moves one place up or down; both neighbours change places. */
export function movedTools(tools: readonly string[], tool: string, by: -1 | 1): readonly MovedTool[] {
  const from = tools.indexOf(tool);
  const to = from + by;
  if (from < 0 || to < 0 || to >= tools.length) return [];
  const next = tools.filter((one) => one !== tool);
  next.splice(to, 0, tool);
  return next.map((one, order) => ({ tool: one, order }));
}

/** The orders to write so that a tool lies before another, or at the end. */
export function laidBefore(
  tools: readonly string[],
  tool: string,
  before: string | null,
): readonly MovedTool[] {
  if (tool === before || !tools.includes(tool)) return [];
  const next = tools.filter((one) => one !== tool);
  const at = before === null ? next.length : next.indexOf(before);
  next.splice(at < 0 ? next.length : at, 0, tool);
  if (next.every((one, order) => one === tools[order])) return [];
  return next.map((one, order) => ({ tool: one, order }));
}

/** Tools whose name or purpose holds all of these words. */
export function findTools(
  tools: readonly Instrument[],
  typed: string,
  wordsOf: (tool: Instrument) => string,
): readonly Instrument[] {
  const sought = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return tools.filter((tool) => {
    const words = wordsOf(tool).toLocaleLowerCase();
    return sought.every((one) => words.includes(one));
  });
}
