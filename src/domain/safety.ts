import { type CaseFile, conflictsOf, kindOf, valueAt } from "./casefile.ts";
import { familyRecord, type RecordId } from "./ids.ts";
import { fields } from "./instrument.ts";
import { agreementFields } from "./plan.ts";
import { isAnswered, type Run, runsOf } from "./run.ts";

const alarmItems: readonly string[] = [
  "injury-not-accidental",
  "severe-violence-or-discipline",
  "serious-sexual-abuse-indications",
  "dangerous-surroundings",
  "serious-domestic-violence",
  "basic-needs-not-met",
  "no-protection-from-acute-danger",
  "refuses-access-or-flees",
  "no-involvement-child-as-object",
  "doubtful-explanation",
  "earlier-child-death",
  "threatens-violence",
  "parent-unavailable",
  "severe-intellectual-disability",
  "toxic-exposure-or-drug-baby",
  "shaken-baby",
  "suspicious-medical-signs",
  "sibling-with-alarm-signal",
  "genital-mutilation-risk-journey",
];

export type AlarmSignal = { readonly run: Run; readonly item: string };

function signalsWith(file: CaseFile, value: string): readonly AlarmSignal[] {
  const found: AlarmSignal[] = [];
  for (const run of runsOf(file, { instrument: "alarm-signals" })) {
    for (const item of alarmItems) {
      if (valueAt(file, run.id, fields.answer(item)) === value) found.push({ run, item });
    }
    if (value !== "yes") continue;
    for (const field of file.records.get(run.id)?.keys() ?? []) {
      if (field.includes("/other/") && isAnswered(valueAt(file, run.id, field)))
        found.push({ run, item: field });
    }
  }
  return found;
}

/** Alarm signals answered "ja", a free "anders" line among them. */
export const alarmsOf = (file: CaseFile): readonly AlarmSignal[] => signalsWith(file, "yes");

/** R-alarm-unknown-follow-up: signals answered "onbekend" stay in view until somebody has found out. */
export const unknownAlarmsOf = (file: CaseFile): readonly AlarmSignal[] => signalsWith(file, "unknown");

/** Fields of `immediate-action-decision`. A decision is a run of its own; `grounds` makes it reasoned. */
export const decisionFields = {
  responsibleAdult: "responsible-adult-now",
  safePlace: "child-in-safe-place-now",
  kindAndSeriousness: "kind-and-seriousness",
  /** "Kan ik hier blijven?" is ours: the worker's own safety at this table. */
  canStay: "can-i-stay",
  option: (id: string): string => `options/${id}`,
  grounds: "grounds",
  limits: "information-limits",
  furtherAssessment: "further-assessment",
  urgentGoals: "urgent-goals",
  decidedAt: "decided-at",
  decidedBy: "decided-by",
  linkedSignals: "linked-signals",
  whoInformed: "who-informed",
  reviewDate: "review-date",
  reportedTo: "reported-to",
} as const;

export const decisionOptions = [
  "intensive-help-now",
  "place-child-elsewhere",
  "child-safe-agreements-soon",
  "no-immediate-action",
] as const;

export type Decision = {
  readonly run: Run;
  readonly options: readonly string[];
  readonly decidedAt: string;
  readonly hasGrounds: boolean;
  readonly missing: readonly string[];
};

/** Decisions on immediate action, in the order of writing, each with what is still to be worked out. */
export function decisionsOf(file: CaseFile): readonly Decision[] {
  return runsOf(file, { instrument: "immediate-action-decision" }).map((run) => {
    const has = (field: string): boolean => isAnswered(valueAt(file, run.id, field));
    const decidedAt = valueAt(file, run.id, decisionFields.decidedAt);
    const needed = [
      decisionFields.grounds,
      decisionFields.limits,
      decisionFields.furtherAssessment,
      decisionFields.reviewDate,
    ];
    return {
      run,
      options: decisionOptions.filter((id) => valueAt(file, run.id, decisionFields.option(id)) === true),
      decidedAt: typeof decidedAt === "string" ? decidedAt : "",
      hasGrounds: has(decisionFields.grounds),
      missing: needed.filter((field) => !has(field)),
    };
  });
}

/** "Besluit uitwerken": an alarm without a reasoned decision, or a decision that is still provisional. */
export function hasOpenDecision(file: CaseFile): boolean {
  const decisions = decisionsOf(file);
  if (decisions.some((decision) => decision.missing.length > 0)) return true;
  return alarmsOf(file).length > 0 && decisions.length === 0;
}

/** Conflicts in a place that safety rests on: alarms, decisions, agreements made for safety. */
export function safetyConflictsOf(file: CaseFile): ReturnType<typeof conflictsOf> {
  const runs = new Set<RecordId>(
    ["alarm-signals", "immediate-action-decision"].flatMap((instrument) =>
      runsOf(file, { instrument }).map((run) => run.id),
    ),
  );
  return conflictsOf(file).filter(
    ({ record }) =>
      runs.has(record) ||
      (kindOf(file, record) === "agreement" &&
        (valueAt(file, record, agreementFields.safety) === true ||
          valueAt(file, record, agreementFields.tonight) === true)),
  );
}

/** The family's name as the worker wrote it. Never in a title bar, an address, a notification or a file name. */
export const familyNameField = "name";

export const familyOf = familyRecord;
