import { type CaseFile, recordsOf, textAt, valueAt } from "../casefile.ts";
import { hasTalkedWithParents, plannedWith, preparedTalksWith } from "../childTalk.ts";
import type { RecordId } from "../ids.ts";
import { fields } from "../instrument.ts";
import { isChild, isParent, type Person, peopleOf, personFields } from "../people.ts";
import { noteFields, notesOf } from "../plan.ts";
import { isAnswered, type Run, runsOf } from "../run.ts";
import { openVisitOf, visitFields, visitOf } from "../visit.ts";
import {
  answerAt,
  hasAnswer,
  isYes,
  itemsWhere,
  openItems,
  runsNear,
  runsNearInVisit,
  wordsAt,
} from "./reading.ts";
import { aboutItems, aboutRecords, always, type Rule, type RuleContext, ruleOf } from "./rule.ts";

const preparations = (context: RuleContext): readonly Run[] =>
  runsNearInVisit(context, "conversation-preparation");

/** A finding about the items that hold true of at least one preparation. */
const inPreparation = (
  id: string,
  level: "hint" | "warn" | "require",
  items: (context: RuleContext, run: Run) => readonly string[],
): Rule =>
  ruleOf(id, level, (context) =>
    aboutItems([...new Set(preparations(context).flatMap((run) => items(context, run)))]),
  );

const visitIn = ({ file, run }: RuleContext): RecordId | undefined => run?.visit ?? openVisitOf(file)?.id;

const isChildPlanned = (file: CaseFile, run: Run): boolean => preparedTalksWith(file, run.visit).length > 0;

const related = [
  "kind(?:eren)?|zoon(?:tje)?|dochter(?:tje)?|broer(?:tje)?|zus(?:je)?|oma|opa|tante|oom|neef(?:je)?|nicht(?:je)?",
  "moeder|vader|mama|papa|schoon\\p{L}+|partner|echtgeno(?:ot|te)|familie(?:lid)?",
  "child|children|son|daughter|brother|sister|grandmother|grandfather|grandma|grandpa|aunt|uncle|cousin",
  "mother|father|mum|mom|dad|husband|wife|\\p{L}+-in-law|relative",
].join("|");

const relatedWord = new RegExp(`(?<!\\p{L})(?:${related})(?!\\p{L})`, "iu");

const mayNotInterpret = (person: Person): boolean =>
  isChild(person) || isParent(person) || person.roles.includes("relative");

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Is this a child, partner or relative of the family: by record, by name, or by what they are to the family? */
export function isFamilyInterpreter(file: CaseFile, interpreter: string): boolean {
  if (interpreter.trim() === "") return false;
  const close = peopleOf(file).filter(mayNotInterpret);
  const isNamed = ({ id, name }: Person): boolean =>
    id === interpreter ||
    (name.trim() !== "" &&
      new RegExp(`(?<!\\p{L})${escaped(name.trim())}(?!\\p{L})`, "iu").test(interpreter));
  return relatedWord.test(interpreter) || close.some(isNamed);
}

function familyInterpreters(context: RuleContext) {
  const { file } = context;
  const chosen = [
    ...preparations(context).map((run) => ({ record: run.id, words: wordsAt(file, run, "interpreter") })),
    ...peopleOf(file).map(({ id }) => ({ record: id, words: textAt(file, id, personFields.interpreter) })),
  ];
  return aboutRecords(
    chosen.filter(({ words }) => isFamilyInterpreter(file, words)).map(({ record }) => record),
  );
}

/** Aggression is thought possible, and neither a second worker nor the office has been chosen. */
function unsafeForWorker(file: CaseFile, run: Run): readonly string[] {
  const atOffice = answerAt(file, run, "location") === "office";
  const withTwo = isYes(file, run, "two-workers") || hasAnswer(file, run, "second-worker");
  const open =
    isYes(file, run, "aggression-possible") && !withTwo && !atOffice ? ["aggression-possible"] : [];
  return isYes(file, run, "large-risk-office") && !atOffice ? [...open, "large-risk-office"] : open;
}

/** Steps of a guide that was begun and has steps left. */
function stepsLeft({ file }: RuleContext, run: Run): readonly string[] {
  const steps = itemsWhere(run, ({ group }) => group.kind === "step").map(({ item }) => item.id);
  const open = steps.filter((item) => !hasAnswer(file, run, item) || valueAt(file, run.id, item) === false);
  return open.length < steps.length ? open : [];
}

const reported = ["said-by-parent", "said-by-child", "observed"];

/**
 * The form itself keeps fact and view apart by its fields, so what it still needs is when and where. Lists that ask
 * for evidence want all three of a yes; notes want their mark.
 */
function unmarked(context: RuleContext): { items: readonly string[]; records: readonly RecordId[] } {
  const { file } = context;
  const runs = runsNear(context, "conversation-record");
  const undated = runs.filter(
    (run) =>
      openItems(file, run, reported).length < reported.length && !hasAnswer(file, run, "date-place-present"),
  );
  const lists = context.run && context.instrument?.rules.includes("R-fact-or-view") ? [context.run] : [];
  const bare = lists.flatMap((run) =>
    itemsWhere(
      run,
      ({ group, item }) =>
        group.evidence === true &&
        isYes(file, run, item.id) &&
        [fields.evidence(item.id), fields.source(item.id), fields.date(item.id)].some(
          (field) => !isAnswered(valueAt(file, run.id, field)),
        ),
    ).map(({ item }) => item.id),
  );
  const visits = new Set(runs.map((run) => run.visit));
  const notes = notesOf(file).filter(
    (note) =>
      note.text !== "" &&
      !isAnswered(valueAt(file, note.id, noteFields.mark)) &&
      (context.run === undefined || visits.has(note.head?.visit)),
  );
  return {
    items: [...(undated.length > 0 ? ["date-place-present"] : []), ...bare],
    records: notes.map((note) => note.id),
  };
}

const nothingLeft: ReadonlySet<unknown> = new Set([undefined, null, "", "nothing", false]);

export const conversationRules: readonly Rule[] = [
  always("R-avoid-term-with-parents", "copy"),
  always("R-child-never-responsible", "copy"),

  ruleOf("R-prepare-conversation", "hint", (context) => {
    const visit = visitIn(context);
    if (!visit || visitOf(context.file, visit).phase === "prepare") return undefined;
    const isPrepared = runsOf(context.file, { instrument: "conversation-preparation", visit }).length > 0;
    return isPrepared ? undefined : { records: [visit] };
  }),

  inPreparation("R-worker-safety", "warn", ({ file }, run) => unsafeForWorker(file, run)),

  inPreparation("R-after-conversation-safe", "require", ({ file }, run) =>
    openItems(file, run, ["family-left-behind", "safety-after-talk"]),
  ),

  inPreparation("R-interpreter-and-literacy", "hint", ({ file }, run) =>
    openItems(file, run, ["interpreter-needed", "can-everyone-read"]),
  ),

  // Not an id of the inventory: the child, partner or relative who is asked to interpret is ours to warn about.
  ruleOf("R-interpreter-not-family", "warn", familyInterpreters, ["conversation-preparation"]),

  inPreparation("R-role-differentiation", "hint", ({ file }, run) => {
    const withDecider = plannedWith(file, run.visit).some((person) => person.roles.includes("guardian"));
    const roles = ["helper-beside-family", "decider-says-decision"];
    return withDecider ? roles.filter((item) => !isYes(file, run, item)) : [];
  }),

  inPreparation("R-parents-first", "hint", ({ file }, run) => {
    const isUsual =
      wordsAt(file, run, fields.choice("order")) === "parents-first" || hasTalkedWithParents(file, run.visit);
    const hasReason = wordsAt(file, run, fields.answer("order")) !== "";
    return isChildPlanned(file, run) && !isUsual && !hasReason ? ["parents-first"] : [];
  }),

  inPreparation("R-permission-for-child", "hint", ({ file }, run) =>
    isChildPlanned(file, run) ? openItems(file, run, ["parents-permission"]) : [],
  ),

  inPreparation("R-culture-advice", "hint", ({ file }, run) => {
    const speaksOther = peopleOf(file).some((person) => person.language !== "nl");
    const asked = speaksOther || isYes(file, run, "interpreter-needed");
    return asked ? openItems(file, run, ["culture-advice"]) : [];
  }),

  ruleOf("R-conversation-steps-complete", "hint", (context) =>
    aboutItems(runsNear(context, "parent-conversation-steps").flatMap((run) => stepsLeft(context, run))),
  ),

  ruleOf("R-fact-or-view", "require", (context) => {
    const { items, records } = unmarked(context);
    if (items.length === 0 && records.length === 0) return undefined;
    return { ...aboutItems(items), ...aboutRecords(records) };
  }),

  ruleOf("R-no-endangering-information", "warn", (context) => {
    const { file, run } = context;
    const visits = run?.visit ? [run.visit] : recordsOf(file, "visit");
    return aboutRecords(
      visits.filter((visit) => !nothingLeft.has(valueAt(file, visit, visitFields.leavesBehind))),
    );
  }),
];
