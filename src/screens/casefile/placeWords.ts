import { type CaseFile, existsField, headsAt, kindOf, textAt, valueAt } from "../../domain/casefile.ts";
import { childTalkFields, childTalkKind } from "../../domain/childTalk.ts";
import { familyRecord, type RecordId } from "../../domain/ids.ts";
import { aspectInputs, fields, type Instrument, itemOf } from "../../domain/instrument.ts";
import { instrumentById } from "../../domain/instruments/list.ts";
import { leftSheetFields, leftSheetKind } from "../../domain/leftBehind.ts";
import { nameOf, personFields, roles } from "../../domain/people.ts";
import { agreementFields, cardFields, goalFields, noteFields } from "../../domain/plan.ts";
import { rowFields } from "../../domain/rows.ts";
import { type Run, runAt, runKeyField } from "../../domain/run.ts";
import { decisionFields } from "../../domain/safety.ts";
import { visitFields } from "../../domain/visit.ts";
import { shownLevelsField } from "../../instrument/thermometerLevels.ts";

/** A translator that is asked with whole keys, namespace and all. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The instruments whose items are the fields of rows that have a kind of their own. */
const kindInstruments: { readonly [kind: string]: string } = {
  goal: "goals-specific",
  moment: "irritation-diary",
};

/** What a place is called: whose or what it is part of, and what stands there. */
export type PlaceWords = { readonly of: string; readonly what: string };

export function placeWords(file: CaseFile, record: RecordId, field: string, say: Say): PlaceWords {
  const run = runAt(file, record) ?? rowRun(file, record);
  if (run) return { of: runWords(file, run, say), what: runFieldWords(file, run, field, say) };
  return { of: recordWords(file, record, say), what: fieldWords(file, record, field, say) };
}

/** The run that a row of a repeating group stands in. */
function rowRun(file: CaseFile, record: RecordId): Run | undefined {
  const of = kindOf(file, record) === "row" ? valueAt(file, record, rowFields.of) : undefined;
  return typeof of === "string" ? runAt(file, of as RecordId) : undefined;
}

/** The instrument whose items are the fields of this record: of a run, or of a row of one. */
export const instrumentAt = (file: CaseFile, record: RecordId): string | undefined =>
  kindInstruments[kindOf(file, record) ?? ""] ?? (runAt(file, record) ?? rowRun(file, record))?.instrument;

/** "Alarmsignalen · Noor". */
export function runWords(file: CaseFile, run: Run, say: Say): string {
  const known = instrumentById(run.instrument);
  const title = known ? say(`instruments:${run.instrument}.title`) : say("casefile:place.newer");
  const about = aboutWords(file, run.about);
  return about ? `${title} · ${about}` : title;
}

/** Whom or what a run is about: a name, a goal's sentence; "" for the family as a whole. */
export function aboutWords(file: CaseFile, about: RecordId): string {
  if (about === familyRecord) return "";
  return kindOf(file, about) === "goal" ? textAt(file, about, goalFields.sentence) : nameOf(file, about);
}

const titled: { readonly [kind: string]: string } = {
  goal: goalFields.sentence,
  agreement: agreementFields.what,
  person: personFields.name,
};

function recordWords(file: CaseFile, record: RecordId, say: Say): string {
  const kind = kindOf(file, record) ?? "";
  const word = kindWord(kind, say);
  // Of a title that has two versions neither is repeated: they stand beneath, and nobody has chosen yet.
  const isSettled = titled[kind] !== undefined && headsAt(file, record, titled[kind]).length < 2;
  const title = titled[kind] && isSettled ? textAt(file, record, titled[kind]) : "";
  return title ? `${word} · ${title}` : word;
}

const recordKinds: ReadonlySet<string> = new Set([
  "family",
  "person",
  "visit",
  "goal",
  "agreement",
  "card",
  "note",
  "moment",
  "run",
  "row",
  "worker",
  childTalkKind,
  leftSheetKind,
]);

/** "Aantekening": what a record of this kind is called. */
export const kindWord = (kind: string, say: Say): string =>
  say(`casefile:place.kinds.${recordKinds.has(kind) ? kind : "other"}`);

const instrumentWord = (id: string, say: Say): string =>
  instrumentById(id) ? say(`instruments:${id}.title`) : say("casefile:place.newer");

/** Fields whose second half names a role, tool or person. */
function compoundWords(file: CaseFile, record: RecordId, field: string, say: Say): string | undefined {
  const [head, tail] = field.split("/");
  if (head === undefined || tail === undefined) return undefined;
  if (head === "roles" && roles.some((role) => role === tail))
    return say(`instruments:case-persons.items.${tail}`);
  if (head === "tools" || head === "lit")
    return say(`casefile:place.${head}`, { tool: instrumentWord(tail, say) });
  if (field === fields.mayKnowByName) return say("casefile:place.mayKnowByName");
  if (field.startsWith("child-wants-told/to/")) {
    const person = field.slice("child-wants-told/to/".length) as RecordId;
    return say("casefile:place.told", { name: nameOf(file, person) });
  }
  const listed = listedWords(instrumentAt(file, record), head, tail, say);
  if (listed) return listed;
  if (["with", "listening", "own-words", "mayKnow", "for", "finder"].includes(head)) {
    return say(`casefile:place.${head}`, { name: nameOf(file, tail as RecordId) });
  }
  return undefined;
}

const itemOfInstrument = (instrument: string, item: string) => {
  const known = instrumentById(instrument);
  return known && itemOf(known, item);
};

/** Fields of records that are no run, under `casefile:place.fields`. */
const ownFields: ReadonlySet<string> = new Set<string>([
  ...Object.values(agreementFields),
  ...Object.values(noteFields),
  ...Object.values(cardFields),
  ...Object.values(childTalkFields),
  ...Object.values(personFields).filter((field) => typeof field === "string"),
  ...Object.values(visitFields).filter((field) => typeof field === "string"),
  ...Object.values(leftSheetFields).filter((field) => typeof field === "string"),
  goalFields.group,
  "roles-other",
]);

function fieldWords(file: CaseFile, record: RecordId, field: string, say: Say): string {
  if (field === existsField) return say("casefile:place.exists");
  const compound = compoundWords(file, record, field, say);
  if (compound) return compound;
  const instrument = instrumentAt(file, record);
  if (instrument && itemOfInstrument(instrument, field))
    return say(`instruments:${instrument}.items.${field}`);
  return say(`casefile:place.fields.${ownFields.has(field) ? field : "other"}`);
}

const suffixes: ReadonlySet<string> = new Set([
  "note",
  "evidence",
  "source",
  "date",
  "other",
  "nothingElse",
  "done",
  "weighing",
]);

function runFieldWords(file: CaseFile, run: Run, field: string, say: Say): string {
  if (field === existsField || field === runKeyField) return say("casefile:place.exists");
  if (field === "done") return say("casefile:place.done");
  const instrument = instrumentById(run.instrument);
  const [head = "", tail] = field.split("/");
  if (head === "mayKnow") return compoundWords(file, run.id, field, say) ?? "";
  // Ours: no item of the method's own list.
  if (field === decisionFields.canStay) return say("safety:canIStay");
  if (!instrument) return say("casefile:place.fields.other");
  const item = itemOf(instrument, head) ? say(`instruments:${run.instrument}.items.${head}`, { n: "…" }) : "";
  if (tail === undefined) return item || say("casefile:place.fields.other");
  const stem = item || groupWords(instrument, head, say);
  if (tail === "choice") return stem;
  return listedWords(run.instrument, head, tail, say) ?? `${stem} · ${suffixWords(tail, item, say)}`;
}

/** What is ticked, chosen or added in a list of a row: "Gevoelens · boos". */
function listedWords(id: string | undefined, list: string, tail: string, say: Say): string | undefined {
  const group = id === undefined ? undefined : instrumentById(id)?.groups.find((one) => one.id === list);
  if (!group) return undefined;
  const title = say(`instruments:${id}.groups.${list}`);
  if (tail === "choice") return title;
  if (tail === "other") return `${title} · ${say("casefile:place.suffix.other")}`;
  const isItem = group.items.some((item) => item.id === tail);
  return isItem ? `${title} · ${say(`instruments:${id}.items.${tail}`)}` : undefined;
}

function groupWords(instrument: Instrument, id: string, say: Say): string {
  if (instrument.groups.some((group) => group.id === id))
    return say(`instruments:${instrument.id}.groups.${id}`);
  const isDimension = instrument.groups.some((group) => group.dimension === id);
  return isDimension
    ? say(`instruments:${instrument.id}.dimensions.${id}`)
    : say("casefile:place.fields.other");
}

function suffixWords(tail: string, item: string, say: Say): string {
  if (suffixes.has(tail)) return say(`casefile:place.suffix.${tail}`);
  if (/^\d+$/.test(tail)) return say("casefile:place.suffix.level", { n: tail });
  if (item && tail in aspectInputs) return say(`aspects:${tail}`);
  return say("casefile:place.fields.other");
}

/** Is the place worth a line in a list of what was recorded? What only the program needs is not. */
export const isForReading = (field: string): boolean =>
  field !== runKeyField &&
  field !== rowFields.of &&
  field !== rowFields.group &&
  field !== cardFields.order &&
  field !== leftSheetFields.lines &&
  field !== shownLevelsField &&
  field !== "key";
