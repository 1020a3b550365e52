import { type CaseFile, headAt, headsAt, kindOf, textAt, valueAt } from "../domain/casefile.ts";
import type { Place } from "../domain/entry.ts";
import type { RecordId } from "../domain/ids.ts";
import { fields, inputOf } from "../domain/instrument.ts";
import { instrumentById } from "../domain/instruments/list.ts";
import { sharingOfAll } from "../domain/leftBehind.ts";
import { nameOf, peopleOf } from "../domain/people.ts";
import {
  type Agreement,
  agreementFields,
  agreementsOf,
  cardsOf,
  goalFields,
  goalsOf,
  isRunning,
  notesOf,
  opensWith,
} from "../domain/plan.ts";
import { type Run, runsOf } from "../domain/run.ts";
import { visitOf } from "../domain/visit.ts";
import { holdsAddress } from "./address.ts";
import { firstName } from "./firstName.ts";

export type LineKind = "agreement" | "goal" | "card" | "words";

/** A piece of a line; `label` is a key of the sheet's own words, filled in with `n`. */
export type LinePart = {
  readonly label?: "tonight" | "when" | "situation" | "otherwise" | "seen" | "at" | "withChildren";
  readonly n?: number;
  readonly text: string;
};

/** Why a line stays here: somebody else's words, two versions, or an address in it. */
export type Kept = "notTheirs" | "versions" | "address";

export type SheetLine = {
  readonly id: string;
  readonly kind: LineKind;
  readonly places: readonly Place[];
  readonly parts: readonly LinePart[];
  /** `ask`: words of a worker, shared by being chosen. */
  readonly sharing: "given" | "ask";
};

export type Chosen = {
  readonly lines: readonly SheetLine[];
  readonly kept: { readonly [K in Kept]: number };
};

type Candidate = Omit<SheetLine, "sharing">;

const said = (parts: readonly LinePart[]): readonly LinePart[] =>
  parts.filter((part) => part.text.trim() !== "");

/** Said in this visit, or since it began: of an earlier night the family's sheet must not say that it is this one. */
const isThisNight = (file: CaseFile, visit: RecordId, { tonight, tonightHead }: Agreement): boolean =>
  tonight &&
  tonightHead !== undefined &&
  (tonightHead.visit === visit || tonightHead.wall >= (visitOf(file, visit).begunAt ?? 0));

/** For tonight first, then what was agreed in this visit, then what was running already. */
function agreementLines(file: CaseFile, visit: RecordId): readonly Candidate[] {
  const rank = (one: Agreement): number =>
    isThisNight(file, visit, one) ? 0 : one.head?.visit === visit ? 1 : 2;
  return agreementsOf(file)
    .filter((one) => isRunning(one) && one.what.trim() !== "")
    .toSorted((a, b) => rank(a) - rank(b))
    .map((one): Candidate => {
      const who = one.who.trim();
      const first: LinePart = {
        ...(isThisNight(file, visit, one) ? { label: "tonight" as const } : {}),
        text: who && !opensWith(one.what, who) ? `${who}: ${one.what}` : one.what,
      };
      const rest: readonly LinePart[] = [
        { label: "when", text: one.when },
        { label: "situation", text: one.situation },
        { label: "otherwise", text: one.otherwise },
      ];
      const used = [
        agreementFields.who,
        agreementFields.what,
        agreementFields.when,
        agreementFields.situation,
        agreementFields.otherwise,
      ];
      return {
        id: one.id,
        kind: "agreement",
        places: standingIn(file, one.id, used),
        parts: said([first, ...rest]),
      };
    });
}

const standingIn = (file: CaseFile, record: RecordId, used: readonly string[]): readonly Place[] =>
  used.filter((field) => textAt(file, record, field) !== "").map((field) => ({ record, field }));

/** Goals of these readers: theirs by name, or in their voice. */
function goalLines(file: CaseFile, readers: readonly RecordId[]): readonly Candidate[] {
  const isTheirs = (id: RecordId | undefined): boolean => id !== undefined && readers.includes(id);
  return goalsOf(file)
    .filter((goal) => goal.sentence.trim() !== "" && (isTheirs(goal.owner) || isTheirs(goal.head?.voice)))
    .map((goal) => ({
      id: goal.id,
      kind: "goal" as const,
      places: standingIn(file, goal.id, [goalFields.sentence, goalFields.seen]),
      parts: said([{ text: goal.sentence }, { label: "seen", text: textAt(file, goal.id, goalFields.seen) }]),
    }));
}

const levels: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

const latestOf = (file: CaseFile, run: Run): number =>
  Math.max(
    0,
    ...[...(file.records.get(run.id)?.keys() ?? [])].map((f) => headAt(file, run.id, f)?.lamport ?? 0),
  );

function namesAt(file: CaseFile, place: Place): string {
  const value = valueAt(file, place.record, place.field);
  const ids = Array.isArray(value) ? value : [value];
  return ids
    .filter((id) => typeof id === "string" && id !== "")
    .map((id) => {
      const name = nameOf(file, id as RecordId);
      // Somebody else, in words of one's own: these stay whole.
      return name === "" ? (id as string) : firstName(name);
    })
    .join(", ");
}

/** Somebody's own first-aid card: the newest one, what helps at each level. No marks and no signs of trouble. */
function cardLines(file: CaseFile, readers: readonly RecordId[]): readonly Candidate[] {
  return readers.flatMap((voice) => {
    const filled = runsOf(file, { instrument: "thermometer", voice })
      .filter((run) =>
        levels.some((n) => textAt(file, run.id, fields.atLevel("first-aid-actions", n)) !== ""),
      )
      .sort((a, b) => latestOf(file, b) - latestOf(file, a));
    const run = filled[0];
    if (!run) return [];
    return levels.flatMap((n): readonly Candidate[] => {
      const action: Place = { record: run.id, field: fields.atLevel("first-aid-actions", n) };
      const children: Place = { record: run.id, field: fields.atLevel("with-children", n) };
      const text = textAt(file, action.record, action.field);
      if (text.trim() === "") return [];
      const names = namesAt(file, children);
      return [
        {
          id: `${run.id}/${n}`,
          kind: "card",
          places: names === "" ? [action] : [action, children],
          parts: said([
            { label: "at", n, text },
            { label: "withChildren", text: names },
          ]),
        },
      ];
    });
  });
}

/** What these readers said in this visit, in so many words: cards of the map, and what they had written down. */
function wordLines(file: CaseFile, readers: readonly RecordId[], visit: RecordId): readonly Candidate[] {
  const isTheirs = (place: Place): boolean => {
    const head = headAt(file, place.record, place.field);
    return head !== undefined && head.visit === visit && readers.includes(head.voice);
  };
  const places: readonly Place[] = [
    ...cardsOf(file).map((card): Place => ({ record: card.id, field: "text" })),
    ...notesOf(file, visit).map((note): Place => ({ record: note.id, field: "text" })),
    ...readers.flatMap((voice) => runsOf(file, { voice }).flatMap(answersInWords)),
  ];
  return places
    .filter((place) => isTheirs(place) && textAt(file, place.record, place.field).trim() !== "")
    .map((place) => ({
      id: `${place.record}/${place.field}`,
      kind: "words" as const,
      places: [place],
      parts: [{ text: textAt(file, place.record, place.field) }],
    }));
}

/** Places of a run where something is said in words; what stands per level is the card's. */
function answersInWords(run: Run): readonly Place[] {
  const groups = instrumentById(run.instrument)?.groups ?? [];
  return groups.flatMap((group) =>
    group.items
      .filter((item) => !item.perLevel && ["text", "longText"].includes(inputOf(group, item) ?? ""))
      .map((item): Place => ({ record: run.id, field: fields.answer(item.id) })),
  );
}

const wordsOf = (line: Candidate): string => line.parts.map((part) => part.text).join("\n");

/**
 * The lines that may stand on a sheet for these readers: agreements, their own goals, their own first-aid card, their
 * own words. Only what every one of them may see; nothing with an address in it, nothing with two versions. What is
 * kept back is counted, not said.
 */
export function linesFor(file: CaseFile, readers: readonly RecordId[], visit: RecordId): Chosen {
  const known = readers.filter((id) => kindOf(file, id) === "person");
  const candidates =
    known.length === 0
      ? []
      : [
          ...agreementLines(file, visit),
          ...goalLines(file, known),
          ...cardLines(file, known),
          ...wordLines(file, known, visit),
        ];
  const lines: SheetLine[] = [];
  const kept = { notTheirs: 0, versions: 0, address: 0 };
  for (const line of candidates) {
    const sharing = sharingOfAll(file, line.places, known);
    if (sharing === "kept") kept.notTheirs += 1;
    else if (line.places.some(({ record, field }) => headsAt(file, record, field).length > 1))
      kept.versions += 1;
    else if (holdsAddress(file, wordsOf(line))) kept.address += 1;
    else lines.push({ ...line, sharing });
  }
  return { lines, kept };
}

/** Persons who may find the sheet and may not know a line of it. */
export const mayNotFind = (
  file: CaseFile,
  line: SheetLine,
  finders: readonly RecordId[],
): readonly RecordId[] => finders.filter((id) => sharingOfAll(file, line.places, [id]) === "kept");

/** Everybody of the case, for the two questions that come first. */
export const possibleReaders = (
  file: CaseFile,
): readonly { id: RecordId; name: string; language: string }[] =>
  peopleOf(file)
    .filter((person) => person.name.trim() !== "")
    .map(({ id, name, language }) => ({ id, name: firstName(name), language }));
