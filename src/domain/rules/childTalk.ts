import { valueAt } from "../casefile.ts";
import { hasBegunItself, mayStartChildTalk, plannedWith, preparedTalksWith } from "../childTalk.ts";
import { familyRecord, type RecordId } from "../ids.ts";
import { ageOn, isParent, personOf } from "../people.ts";
import { type Run, runsOf, standingOf } from "../run.ts";
import { visitFields } from "../visit.ts";
import { answerAt, hasAnswer, isNo, runsNearInVisit, wordsAt } from "./reading.ts";
import { aboutRecords, always, type Rule, type RuleContext, ruleOf } from "./rule.ts";

type Planned = { readonly child: RecordId; readonly visit: RecordId | undefined };

const steps = "child-conversation-steps";
const isTalk = (value: unknown): boolean => value === "talk" || value === "with-trusted-adult";

/** Talks with a child that were decided on, planned for the visit, or begun with the guide. */
function plannedTalks(context: RuleContext): readonly Planned[] {
  const { file, run: open } = context;
  const found: Planned[] = [];
  const add = (child: RecordId, visit: RecordId | undefined): void => {
    const isOpen = !open || open.about === familyRecord || open.about === child;
    const isKnown = found.some((one) => one.child === child && one.visit === visit);
    if (isOpen && !isKnown) found.push({ child, visit });
  };
  for (const run of runsNearInVisit(context, "child-conversation-decision")) {
    if (isTalk(answerAt(file, run, "talk"))) add(run.about, run.visit);
  }
  for (const run of runsNearInVisit(context, steps)) {
    if (run.id === open?.id || standingOf(file, run.id) !== "empty") add(run.about, run.visit);
  }
  const visits = open
    ? [open.visit]
    : runsOf(file, { instrument: "conversation-preparation" }).map((run) => run.visit);
  for (const visit of visits) {
    for (const child of preparedTalksWith(file, visit)) add(child.id, visit);
  }
  return found;
}

const childrenOf = (talks: readonly Planned[]) => aboutRecords([...new Set(talks.map((talk) => talk.child))]);

/** Toddlers and children up to the age at which the handbook starts talking alone (five to six). */
const isYoung = ({ file, today }: RuleContext, child: RecordId): boolean => {
  const age = ageOn(personOf(file, child).birth, today);
  return age !== undefined && age.years < 6;
};

function hasTrustedAdult({ file }: RuleContext, { child, visit }: Planned): boolean {
  return runsOf(file, { instrument: "child-conversation-decision", about: child })
    .filter((run) => run.visit === visit)
    .some((run) => hasAnswer(file, run, "trusted-adult"));
}

/** Is it agreed what of this talk is told, and by whom: in the guide, in the record, or in the child's own answer? */
function isPassingOnAgreed(context: RuleContext, visit: RecordId | undefined): boolean {
  const { file } = context;
  const guide = runsNearInVisit(context, steps).filter((run) => run.visit === visit);
  const record = runsNearInVisit(context, "conversation-record").filter((run) => run.visit === visit);
  return (
    guide.some((run) => hasAnswer(file, run, "closing-and-what-is-told")) ||
    record.some((run) => hasAnswer(file, run, "share-limits")) ||
    (visit !== undefined && Boolean(valueAt(file, visit, visitFields.childWantsTold)))
  );
}

/** Runs that hold words of a child: the guide once begun, the record once it says what the child said. */
function talkedIn(context: RuleContext): readonly Run[] {
  const { file } = context;
  const begun = runsNearInVisit(context, steps).filter(
    (run) => run.id === context.run?.id || standingOf(file, run.id) !== "empty",
  );
  const told = runsNearInVisit(context, "conversation-record").filter(
    (run) => wordsAt(file, run, "said-by-child") !== "",
  );
  return [...begun, ...told];
}

export const childTalkRules: readonly Rule[] = [
  always("R-no-secrecy", "copy"),
  always("R-child-steers", "copy"),
  always("R-child-may-stop", "design"),

  ruleOf("R-aftercare-before-child-talk", "block", (context) =>
    childrenOf(
      plannedTalks(context).filter(({ child, visit }) => !mayStartChildTalk(context.file, child, visit)),
    ),
  ),

  ruleOf("R-talk-unless", "require", (context) => {
    const { file } = context;
    const without = runsNearInVisit(context, "child-conversation-decision").filter(
      (run) =>
        (answerAt(file, run, "talk") === "not-now" || isNo(file, run, "needed-and-desirable")) &&
        wordsAt(file, run, "why-not") === "",
    );
    const found = aboutRecords(without.map((run) => run.about));
    return found && { ...found, items: ["why-not"] };
  }),

  ruleOf("R-parents-not-present", "hint", (context) => {
    const beside = plannedTalks(context).flatMap(({ visit }) =>
      plannedWith(context.file, visit)
        .filter(isParent)
        .map((person) => person.id),
    );
    return aboutRecords([...new Set(beside)]);
  }),

  ruleOf("R-toddler-trusted-adult", "hint", (context) =>
    childrenOf(
      plannedTalks(context).filter((talk) => isYoung(context, talk.child) && !hasTrustedAdult(context, talk)),
    ),
  ),

  ruleOf("R-trained-for-child-talk", "warn", (context) =>
    childrenOf(
      plannedTalks(context).filter(({ child, visit }) => !hasBegunItself(context.file, child, visit)),
    ),
  ),

  ruleOf("R-child-decides-passed-on", "require", (context) => {
    const open = talkedIn(context).filter((run) => !isPassingOnAgreed(context, run.visit));
    if (open.length === 0) return undefined;
    const item =
      context.instrument?.id === "conversation-record" ? "share-limits" : "closing-and-what-is-told";
    return { items: [item], records: open.map((run) => run.id) };
  }),
];
