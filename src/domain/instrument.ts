/**
 * An instrument is data: groups of items, each group of a kind. Its words are in `locales/`, under the same ids.
 * Kinds are those of the inventory; `-derived` marks what the method needs but the handbook does not name.
 */

/** Who a tool may be laid before. `worker` tools never appear on a family's screen. */
export type Voice = "worker" | "parent" | "child";

/** How a `field` or `question` is entered where it is not plain text. */
export type Input =
  | "text"
  | "longText"
  | "date"
  | "dateTime"
  | "score"
  | "yesNo"
  | "person"
  | "persons"
  | "choice"
  | "level";

export type Item = {
  readonly id: string;
  readonly input?: Input;
  /** Options of a `choice`, whose words stand under `<item>.<option>`. */
  readonly choices?: readonly string[];
  /** Voices that may answer it, where that differs from the group's. */
  readonly voices?: readonly Voice[];
};

export type GroupKind =
  | "yes-no-unknown"
  | "yes-no"
  | "concern"
  | "positive"
  | "question"
  | "text"
  | "field"
  | "field-derived"
  | "option"
  | "option-derived"
  | "scale"
  | "step"
  | "tip"
  | "fact"
  | "example"
  | "goal"
  | "card-derived";

export type Group = {
  readonly id: string;
  readonly kind: GroupKind;
  readonly items: readonly Item[];
  /** The handbook gives these as examples: a free "anders" belongs to the list. */
  readonly other?: true;
  /** Choose one, where a group of options would otherwise allow several. */
  readonly single?: true;
  /** A repeating group: every row is a record of its own with these items as fields. */
  readonly rows?: true;
  /** Shown on a family's screen, and to whom. Absent: workers only. */
  readonly voices?: readonly Voice[];
};

export type Instrument = {
  readonly id: string;
  readonly groups: readonly Group[];
  /** Whom a run is about. `goal` runs are opened once for each goal. */
  readonly about: "family" | "child" | "parent" | "person" | "goal";
  /** `visit`: a run of its own in every visit, beside what was answered before. `case`: one that spans visits. */
  readonly span: "visit" | "case";
  /** Who may answer. */
  readonly voices: readonly Voice[];
  readonly rules: readonly string[];
  readonly warnings: readonly string[];
  /** Origin of a named method, shown on the tool's info page. */
  readonly credit?: true;
};

/** Groups that are read and not answered. */
export const isReadOnly = (kind: GroupKind): boolean => kind === "fact" || kind === "example";

/** Finds an item of an instrument, with the group that it stands in. */
export function itemOf(instrument: Instrument, itemId: string): { group: Group; item: Item } | undefined {
  for (const group of instrument.groups) {
    const item = group.items.find((one) => one.id === itemId);
    if (item) return { group, item };
  }
  return undefined;
}

/**
 * The fields of a run, one place each. An answer stands under its item; what goes with it under a suffix.
 * Every option of a multiple choice is a place of its own, so that two people can tick two options.
 */
export const fields = {
  answer: (item: string): string => item,
  note: (item: string): string => `${item}/note`,
  evidence: (item: string): string => `${item}/evidence`,
  source: (item: string): string => `${item}/source`,
  date: (item: string): string => `${item}/date`,
  /** A further question of one item, such as "help needed?" of a child signal. */
  aspect: (item: string, aspect: string): string => `${item}/${aspect}`,
  /** The text of a free "anders" line; each line has an id of its own. */
  other: (group: string, line: string): string => `${group}/other/${line}`,
  /** "Verder niets gezien of gehoord": stored as that, never as "nee". */
  nothingElse: (group: string): string => `${group}/nothingElse`,
  weighing: (group: string): string => `${group}/weighing`,
  /** The worker says when a section, or the whole, is done. */
  done: (group?: string): string => (group ? `${group}/done` : "done"),
  mayKnow: (person: string): string => `mayKnow/${person}`,
} as const;
