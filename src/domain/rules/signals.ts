import { type CaseFile, valueAt } from "../casefile.ts";
import type { RecordId } from "../ids.ts";
import { aspectsOf, fields, type Group, type Instrument } from "../instrument.ts";
import { instrumentById } from "../instruments/list.ts";
import { ageOn, isChild, peopleOf, personOf } from "../people.ts";
import { isAnswered, type Run, runsOf } from "../run.ts";
import {
  hasAnswer,
  instrumentOf,
  isNo,
  isYes,
  itemsWhere,
  openItems,
  otherLines,
  runsNear,
  yesItemsWith,
} from "./reading.ts";
import { aboutItems, always, type Finding, type Rule, type RuleContext, ruleOf } from "./rule.ts";

const caveats = ["rarely-specific", "cause-as-well-as-effect", "felt-unsafety-counts", "children-differ"];

const isInside = ({ instrument }: RuleContext, ...ids: readonly string[]): boolean =>
  instrument === undefined || ids.includes(instrument.id);

const dimensionsOf = (instrument: Instrument): readonly string[] => [
  ...new Set(instrument.groups.flatMap((group) => (group.dimension ? [group.dimension] : []))),
];

const hasYes = (file: CaseFile, run: Run, group: Group): boolean =>
  group.items.some((item) => isYes(file, run, item.id)) || otherLines(file, run, group.id).length > 0;

/** Was a list gone through: an answer everywhere, or said to hold nothing else? */
const isLookedAt = (file: CaseFile, run: Run, group: Group): boolean =>
  valueAt(file, run.id, fields.nothingElse(group.id)) === true ||
  group.items.every((item) => hasAnswer(file, run, item.id));

const otherSide = { concern: "positive", positive: "concern" } as const;

/** Dimensions in which only this side was seen, and the other not looked at yet. */
function oneSided(file: CaseFile, run: Run, side: keyof typeof otherSide): readonly string[] {
  const instrument = instrumentOf(run);
  if (!instrument) return [];
  return dimensionsOf(instrument).filter((dimension) => {
    const lists = (kind: string): readonly Group[] =>
      instrument.groups.filter((group) => group.dimension === dimension && group.kind === kind);
    return (
      lists(side).some((group) => hasYes(file, run, group)) &&
      lists(otherSide[side]).every((group) => !hasYes(file, run, group) && !isLookedAt(file, run, group))
    );
  });
}

/** What was found in runs, a finding for each instrument: it may be read in another. */
function perInstrument(
  shared: Pick<Finding, "rule" | "level" | "values">,
  runs: readonly Run[],
  itemsIn: (run: Run) => readonly string[],
): readonly Finding[] {
  return [...new Set(runs.map((run) => run.instrument))].flatMap((instrument) => {
    const own = runs.filter((run) => run.instrument === instrument);
    const items = [...new Set(own.flatMap(itemsIn))];
    return items.length > 0 ? [{ ...shared, instrument, items }] : [];
  });
}

const weighedRuns = (context: RuleContext): readonly Run[] => {
  const open = context.run?.instrument;
  if (open === "parenting-signals" || open === "child-signals") return context.run ? [context.run] : [];
  return [...runsNear(context, "parenting-signals"), ...runsNear(context, "child-signals")];
};

/** Has somebody concluded something from what the child shows, in the appraisal or by weighing a dimension? */
function isConcluded(context: RuleContext): boolean {
  const { file } = context;
  const appraised = runsNear(context, "safety-appraisal").some(
    (run) => hasAnswer(file, run, "signals") || hasAnswer(file, run, "consequences"),
  );
  const childSignals = instrumentById("child-signals");
  const weighed = runsNear(context, "child-signals").some((run) =>
    (childSignals ? dimensionsOf(childSignals) : []).some((dimension) =>
      isAnswered(valueAt(file, run.id, fields.weighing(dimension))),
    ),
  );
  return appraised || weighed;
}

/** Parenting signals answered, or the appraisal's own question on what parents do or leave undone. */
function isRelated(context: RuleContext): boolean {
  const { file } = context;
  return (
    runsNear(context, "safety-appraisal").some((run) => hasAnswer(file, run, "threatening-acts")) ||
    runsNear(context, "parenting-signals").some(
      (run) => itemsWhere(run, ({ item }) => hasAnswer(file, run, item.id)).length > 0,
    )
  );
}

function missingRelation(context: RuleContext): readonly string[] {
  if (!isConcluded(context)) return [];
  const runs = runsNear(context, "child-signal-caveats");
  const unweighed = caveats.filter((item) => !runs.some((run) => isYes(context.file, run, item)));
  const related = isRelated(context) ? [] : ["threatening-acts"];
  if (context.instrument?.id === "parenting-signals") return related;
  if (context.instrument?.id === "child-signal-caveats") return unweighed;
  return [...related, ...unweighed];
}

/** A further question that was not answered, of the items answered yes. */
const unaskedOf = (context: RuleContext, aspect: string, runs: readonly Run[]): readonly string[] =>
  runs.flatMap((run) =>
    yesItemsWith(context.file, run, aspect).filter(
      (item) => !isAnswered(valueAt(context.file, run.id, fields.aspect(item, aspect))),
    ),
  );

/** Runs, of whatever instrument, that ask how a parent's own problem works on the child, about this child. */
function runsOnParents(context: RuleContext): readonly Run[] {
  const asks = (run: Run): boolean =>
    itemsWhere(run, ({ group, item }) => aspectsOf(group, item).includes("effect-on-parenting")).length > 0;
  const ids = new Set(
    runsOf(context.file, {})
      .filter(asks)
      .map((run) => run.instrument),
  );
  return [...ids].flatMap((id) => runsNear(context, id));
}

/** Factual and felt safety, asked where the appraisal has come to a conclusion. */
function missingFeltSafety(context: RuleContext): readonly string[] {
  const { file } = context;
  const concluded = runsNear(context, "safety-appraisal").filter((run) =>
    ["danger", "need-to-intervene", "urgency"].some((item) => hasAnswer(file, run, item)),
  );
  return [...new Set(concluded.flatMap((run) => openItems(file, run, ["objectively-safe", "feels-safe"])))];
}

/** The children that what lies open is about: the run's own, else all. */
const childrenOf = ({ file, run }: RuleContext): readonly RecordId[] => {
  const children = peopleOf(file).filter(isChild);
  const about = children.filter((child) => child.id === run?.about);
  return (about.length > 0 ? about : children).map((child) => child.id);
};

function ages(context: RuleContext): readonly Finding[] {
  return childrenOf(context).map((child): Finding => {
    const age = ageOn(personOf(context.file, child).birth, context.today);
    const shared = { rule: "R-age-and-development", level: "hint", records: [child] } as const;
    return age ? { ...shared, values: { years: age.years, context: "years" } } : shared;
  });
}

export const signalRules: readonly Rule[] = [
  always("R-weigh-parent-against-child", "design"),
  always("R-this-parent-this-child", "copy"),
  { id: "R-age-and-development", level: "hint", find: ages },

  {
    id: "R-balanced-picture",
    level: "warn",
    find: (context) =>
      (["concern", "positive"] as const).flatMap((side) =>
        perInstrument(
          { rule: "R-balanced-picture", level: "warn", values: { context: side } },
          weighedRuns(context),
          (run) => oneSided(context.file, run, side),
        ),
      ),
  },

  ruleOf("R-signals-in-relation", "require", (context) => aboutItems(missingRelation(context))),

  {
    id: "R-experienced-safety",
    level: "require",
    // Answered in the appraisal, so it stands in the way there alone; beside the lists it is a reminder.
    find: (context) => {
      const found = aboutItems(missingFeltSafety(context));
      const level = isInside(context, "safety-appraisal") ? "require" : "hint";
      const instrument = "safety-appraisal";
      return found ? [{ rule: "R-experienced-safety", level, instrument, ...found }] : [];
    },
  },

  ruleOf("R-child-problem-help", "require", (context) =>
    aboutItems(unaskedOf(context, "help-needed", runsNear(context, "child-signals"))),
  ),

  ruleOf("R-treatability", "hint", (context) =>
    aboutItems(unaskedOf(context, "treatable", runsNear(context, "child-signals"))),
  ),

  ruleOf("R-specialist-referral", "hint", (context) =>
    aboutItems(
      runsNear(context, "child-signals").flatMap((run) =>
        yesItemsWith(context.file, run, "specialist-needed").filter((item) =>
          isYes(context.file, run, fields.aspect(item, "specialist-needed")),
        ),
      ),
    ),
  ),

  {
    id: "R-personal-problem-to-parenting",
    level: "require",
    find: (context) =>
      perInstrument(
        { rule: "R-personal-problem-to-parenting", level: "require" },
        runsOnParents(context),
        (run) => unaskedOf(context, "effect-on-parenting", [run]),
      ),
  },

  // Resilience wears off: said where good points of the child are counted on.
  ruleOf("R-resilience-wears-off", "copy", (context) => {
    const good = runsNear(context, "child-signals").flatMap((run) =>
      itemsWhere(run, ({ group, item }) => group.kind === "positive" && isYes(context.file, run, item.id)),
    );
    return good.length > 0 ? {} : undefined;
  }),

  {
    id: "R-six-questions",
    level: "block",
    find: (context) => sixQuestions(context),
  },
];

const generalQuestions = [
  "immediate-danger",
  "threatening-acts-or-omissions",
  "child-signals",
  "consequences-for-child",
  "why-not-safe",
  "future-risks",
] as const;

/**
 * The assessment is concluded when all six general questions have a yes or no with its reasons ("not yet clear"
 * keeps it open). Their own tool (`research-questions-general`) opens the assessment; before it has been opened for
 * a child there is nothing to conclude, and the rule is silent.
 */
function sixQuestions(context: RuleContext): readonly Finding[] {
  return runsNear(context, "research-questions-general").flatMap((run): readonly Finding[] => {
    const open = generalQuestions.filter((item) => {
      const decided = isYes(context.file, run, item) || isNo(context.file, run, item);
      return !decided || !isAnswered(valueAt(context.file, run.id, fields.note(item)));
    });
    return open.length > 0
      ? [{ rule: "R-six-questions", level: "block", items: open, records: [run.id] }]
      : [];
  });
}
