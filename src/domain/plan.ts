import { type CaseFile, type Head, headAt, headsAt, recordsOf, textAt, valueAt } from "./casefile.ts";
import type { RecordId } from "./ids.ts";

/** Fields of an agreement: who · what · when · in which situation · and if it doesn't work. */
export const agreementFields = {
  who: "who",
  what: "what",
  when: "when",
  situation: "situation",
  otherwise: "otherwise",
  /** "Voor vannacht". */
  tonight: "tonight",
  /** Made for the child's safety: a conflict in it stands on the family's card until it is settled. */
  safety: "safety",
  /** "running" | "kept" | "not-kept" | "ended". */
  status: "status",
} as const;

export type Agreement = {
  readonly id: RecordId;
  readonly who: string;
  readonly what: string;
  readonly when: string;
  readonly situation: string;
  readonly otherwise: string;
  readonly tonight: boolean;
  /** When "voor vannacht" was said: of which night it speaks. */
  readonly tonightHead: Head | undefined;
  readonly safety: boolean;
  readonly status: string;
  readonly head: Head | undefined;
  readonly versions: number;
};

export function agreementOf(file: CaseFile, id: RecordId): Agreement {
  return {
    id,
    who: textAt(file, id, agreementFields.who),
    what: textAt(file, id, agreementFields.what),
    when: textAt(file, id, agreementFields.when),
    situation: textAt(file, id, agreementFields.situation),
    otherwise: textAt(file, id, agreementFields.otherwise),
    tonight: valueAt(file, id, agreementFields.tonight) === true,
    tonightHead: headAt(file, id, agreementFields.tonight),
    safety: valueAt(file, id, agreementFields.safety) === true,
    status: textAt(file, id, agreementFields.status) || "running",
    head: headAt(file, id, agreementFields.what),
    versions: Math.max(...Object.values(agreementFields).map((field) => headsAt(file, id, field).length)),
  };
}

export function agreementsOf(file: CaseFile): readonly Agreement[] {
  return recordsOf(file, "agreement").map((id) => agreementOf(file, id));
}

/** "Bram belt de gemeente" says already who does it. */
export const opensWith = (sentence: string, name: string): boolean =>
  sentence.trimStart().startsWith(`${name} `);

export const isRunning = (agreement: Agreement): boolean => agreement.status === "running";

const urgency = ({ tonight, safety }: Agreement): number => (tonight ? 0 : safety ? 1 : 2);

/** For sorting: "voor vannacht" first, then what is for safety; else as it was written. */
export const mostUrgentFirst = (a: Agreement, b: Agreement): number => urgency(a) - urgency(b);

/** Fields of a goal sheet: ids of `goals-specific`, and the sentence in the family's own words. */
export const goalFields = {
  sentence: "i-would-like",
  owner: "owner",
  group: "group",
  /** "Hoe zien we dat het lukt?" */
  seen: "seen-when",
  generalGoal: "linked-general-goal",
  priority: "priority-class",
  targetDate: "target-date",
  quality: (criterion: string): string => `quality/${criterion}`,
} as const;

export type Goal = {
  readonly id: RecordId;
  readonly sentence: string;
  readonly owner: RecordId | undefined;
  readonly group: string;
  readonly priority: string;
  readonly targetDate: string;
  readonly head: Head | undefined;
};

export function goalOf(file: CaseFile, id: RecordId): Goal {
  const owner = valueAt(file, id, goalFields.owner);
  return {
    id,
    sentence: textAt(file, id, goalFields.sentence),
    owner: typeof owner === "string" ? (owner as RecordId) : undefined,
    group: textAt(file, id, goalFields.group),
    priority: textAt(file, id, goalFields.priority),
    targetDate: textAt(file, id, goalFields.targetDate),
    head: headAt(file, id, goalFields.sentence),
  };
}

export function goalsOf(file: CaseFile): readonly Goal[] {
  return recordsOf(file, "goal").map((id) => goalOf(file, id));
}

/** Columns of the map, in the order in which they are always shown: what goes well comes first. */
export const mapColumns = ["goes-well", "worries", "must-happen"] as const;
export type MapColumn = (typeof mapColumns)[number];

export const cardFields = { text: "text", column: "column", order: "order", about: "about" } as const;

export type MapCard = {
  readonly id: RecordId;
  readonly text: string;
  readonly column: MapColumn;
  readonly order: number;
  readonly head: Head | undefined;
};

/** Cards of the map, by column and then in the order in which they were laid. */
export function cardsOf(file: CaseFile): readonly MapCard[] {
  const cards = recordsOf(file, "card").map((id): MapCard => {
    const column = mapColumns.find((one) => one === valueAt(file, id, cardFields.column)) ?? "goes-well";
    const order = valueAt(file, id, cardFields.order);
    return {
      id,
      text: textAt(file, id, cardFields.text),
      column,
      order: typeof order === "number" ? order : 0,
      head: headAt(file, id, cardFields.text),
    };
  });
  return cards.sort(
    (a, b) =>
      mapColumns.indexOf(a.column) - mapColumns.indexOf(b.column) ||
      a.order - b.order ||
      (a.id < b.id ? -1 : 1),
  );
}

/** A note of the worker, with its one-tap mark: seen · said by someone · my idea. */
export const noteFields = { text: "text", mark: "mark", saidBy: "said-by", about: "about" } as const;

export type Note = {
  readonly id: RecordId;
  readonly text: string;
  readonly mark: string;
  readonly saidBy: RecordId | undefined;
  readonly head: Head | undefined;
};

export function notesOf(file: CaseFile, visit?: RecordId): readonly Note[] {
  return recordsOf(file, "note")
    .map((id): Note => {
      const saidBy = valueAt(file, id, noteFields.saidBy);
      return {
        id,
        text: textAt(file, id, noteFields.text),
        mark: textAt(file, id, noteFields.mark),
        saidBy: typeof saidBy === "string" ? (saidBy as RecordId) : undefined,
        head: headAt(file, id, noteFields.text),
      };
    })
    .filter((note) => visit === undefined || note.head?.visit === visit);
}
