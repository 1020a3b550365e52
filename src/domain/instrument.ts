/**
 * An instrument is data: groups of items, each group of a kind. Its words are in `locales/`, under the same ids.
 * Kinds are those of the inventory; `-derived` marks what the method needs but the handbook does not name.
 */

/**
 * Who may answer. `parent` stands for every adult of the family or its network, grandmother included. What only a
 * worker answers never appears on a family's screen.
 */
export type Voice = "worker" | "parent" | "child";

/**
 * How a `field`, `question` or `text` is entered; `inputOf` says what an item without one takes. A `score` is a mark
 * that somebody gives, a `level` a height on the thermometer: both whole numbers from 0 to 10. `agreements` shows the
 * agreements made in the visit, `signals` offers the alarm signals that were answered yes or unknown.
 */
export type Input =
  | "text"
  | "longText"
  | "date"
  | "dateTime"
  | "score"
  | "yesNo"
  | "tick"
  | "person"
  | "persons"
  | "choice"
  | "level"
  | "agreements"
  | "signals";

/**
 * A further question of one item, asked once the item is answered yes (or ticked); it stands under
 * `fields.aspect(item, aspect)`. `expert` and `expert-date`: a problem or disorder may only be called that with the
 * name of the expert who said so (R-no-diagnosis).
 */
export type Aspect =
  | "help-needed"
  | "treatable"
  | "specialist-needed"
  | "expert"
  | "expert-date"
  | "effect-on-parenting"
  | "weight";

export const aspectInputs: { readonly [A in Aspect]: Input } = {
  "help-needed": "yesNo",
  treatable: "yesNo",
  "specialist-needed": "yesNo",
  expert: "text",
  "expert-date": "date",
  "effect-on-parenting": "longText",
  weight: "score",
};

export type Item = {
  readonly id: string;
  readonly input?: Input;
  /** A person or persons who look after a child: adults, and never the one whom the tool is about. */
  readonly adults?: true;
  /** A person or persons who raise the child: parents and their partners. */
  readonly parents?: true;
  /** Options of a `choice`; their words stand under `choices.<item>.<option>`. */
  readonly choices?: readonly string[];
  /** Options of a `choice` that are the items of a group elsewhere, and keep their words there. */
  readonly choicesFrom?: { readonly instrument: string; readonly group: string };
  /** A follow-up: asked when that item of the same instrument has an answer, which its words name as {{n}}. */
  readonly after?: string;
  /** In a group of rows: answered once, beside the rows. */
  readonly once?: true;
  /** One answer for each level from 0 to 10, under `fields.atLevel`. */
  readonly perLevel?: true;
  /** Answered in a run of that instrument about this row; shown here. */
  readonly shows?: { readonly instrument: string; readonly item: string };
  /** Further questions, where they differ from the group's. */
  readonly aspects?: readonly Aspect[];
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
  | "card-derived"
  | "drawing-derived";

export type Group = {
  readonly id: string;
  readonly kind: GroupKind;
  readonly items: readonly Item[];
  /** The handbook gives these as examples: a free "anders" belongs to the list. */
  readonly other?: true;
  /**
   * Choose one, where a group of options would otherwise allow several. The choice is one place, `fields.choice`, that
   * holds the item's id: two people who choose apart then see two versions, and never two choices.
   */
  readonly single?: true;
  /** A repeating group: every row is a record of its own with these items as fields. */
  readonly rows?: true;
  /** Its items are further fields of the rows of that group, which stands in the same instrument. */
  readonly rowOf?: string;
  /** Two lists of one dimension, worries and good points, are weighed together: `fields.weighing(dimension)`. */
  readonly dimension?: string;
  /** What was seen or heard, and from whom, is asked beside a yes: `fields.evidence`, `source` and `date`. */
  readonly evidence?: true;
  readonly aspects?: readonly Aspect[];
  /** Goes on from visit to visit, though the rest of the instrument starts afresh in each. */
  readonly span?: "case";
  /** Who may answer. Absent: workers only. */
  readonly voices?: readonly Voice[];
};

export type Instrument = {
  readonly id: string;
  readonly groups: readonly Group[];
  /** Whom a run is about. `goal` runs are opened once for each goal. */
  readonly about: "family" | "child" | "parent" | "person" | "goal";
  /** `visit`: a run of its own in every visit, beside what was answered before. `case`: one that spans visits. */
  readonly span: "visit" | "case";
  /** Opened as often as needed in one span: every opening is an occasion of its own. */
  readonly repeats?: true;
  /** May be laid before a child while a parent looks on or listens: it asks nothing about safety at home. */
  readonly inEarshot?: true;
  /** Everybody whose answers it holds. A worker may tick an aid that was used beside a tool that is somebody's own. */
  readonly voices: readonly Voice[];
  readonly rules: readonly string[];
  readonly warnings: readonly string[];
  /** Origin of a named method, shown on the tool's info page. */
  readonly credit?: true;
};

/** Groups that are read and not answered. */
export const isReadOnly = (kind: GroupKind): boolean => kind === "fact" || kind === "example";

/** What an item takes that names no input: a question wants room, a field a line. Other kinds answer by their kind. */
export function inputOf(group: Group, item: Item): Input | undefined {
  if (item.input) return item.input;
  if (group.kind === "question" || group.kind === "text") return "longText";
  if (group.kind === "field" || group.kind === "field-derived") return "text";
  return undefined;
}

export const voicesOf = (group: Group, item: Item): readonly Voice[] =>
  item.voices ?? group.voices ?? (["worker"] as const);

export const aspectsOf = (group: Group, item: Item): readonly Aspect[] => item.aspects ?? group.aspects ?? [];

/** The groups of an instrument with the items that this voice may answer or read; groups without any are left out. */
export function groupsFor(instrument: Instrument, voice: Voice): readonly Group[] {
  return instrument.groups
    .map((group) => ({
      ...group,
      items: group.items.filter((item) => voicesOf(group, item).includes(voice)),
    }))
    .filter((group) => group.items.length > 0);
}

/** Does a run of this group belong to one visit, or does it go on from visit to visit? */
export const spanOf = (instrument: Instrument, group: Group): "visit" | "case" =>
  group.span ?? instrument.span;

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
  /** The chosen item of a `single` group. */
  choice: (group: string): string => `${group}/choice`,
  note: (item: string): string => `${item}/note`,
  evidence: (item: string): string => `${item}/evidence`,
  source: (item: string): string => `${item}/source`,
  date: (item: string): string => `${item}/date`,
  /** A further question of one item, such as "help needed?" of a child signal; see `Aspect`. */
  aspect: (item: string, aspect: string): string => `${item}/${aspect}`,
  /** The answer for one level of the thermometer, where the item has one for each. */
  atLevel: (item: string, level: number): string => `${item}/${level}`,
  /** The text of a free "anders" line; each line has an id of its own. */
  other: (group: string, line: string): string => `${group}/other/${line}`,
  /** "Verder niets gezien of gehoord": stored as that, never as "nee". */
  nothingElse: (group: string): string => `${group}/nothingElse`,
  weighing: (dimension: string): string => `${dimension}/weighing`,
  /** The worker says when a section, or the whole, is done. */
  done: (group?: string): string => (group ? `${group}/done` : "done"),
  mayKnow: (person: string): string => `mayKnow/${person}`,
  /** Somebody who may know it and is no person of the case: a name, for the workers to read. */
  mayKnowByName: "mayKnow/by-name",
} as const;

/** Is this place the answer to an item, or to a choice of one? Everything else goes beside an answer. */
export const isAnswerField = (instrument: Instrument, field: string): boolean =>
  itemOf(instrument, field) !== undefined ||
  instrument.groups.some((group) => group.single && fields.choice(group.id) === field);
