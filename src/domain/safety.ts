import { type CaseFile, conflictsOf, type Head, headAt, headsAt, kindOf, valueAt } from "./casefile.ts";
import { familyRecord, type RecordId } from "./ids.ts";
import { fields } from "./instrument.ts";
import { alarmSignals } from "./instruments/alarmSignals.ts";
import { agreementFields } from "./plan.ts";
import { isAnswered, type Run, runsOf } from "./run.ts";

/** All items of the instrument's own lists: a signal that is added there counts here at once. */
const alarmItems: readonly string[] = alarmSignals.groups.flatMap((group) =>
  group.items.map((item) => item.id),
);

/** A free "anders" line stands under its group, and counts as a signal that was answered yes. */
const isOtherLine = (field: string): boolean =>
  alarmSignals.groups.some((group) => field.startsWith(fields.other(group.id, "")));

export type AlarmSignal = { readonly run: Run; readonly item: string; readonly head: Head };

function signalsIn(file: CaseFile, run: Run, value: string): readonly AlarmSignal[] {
  const found: AlarmSignal[] = [];
  for (const item of alarmItems) {
    // Of two versions the more worrying one counts until people have settled it.
    const head = headsAt(file, run.id, fields.answer(item)).find((one) => one.value === value);
    if (head) found.push({ run, item, head });
  }
  if (value !== "yes") return found;
  for (const field of file.records.get(run.id)?.keys() ?? []) {
    const head = isOtherLine(field) ? headAt(file, run.id, field) : undefined;
    if (head && isAnswered(head.value)) found.push({ run, item: field, head });
  }
  return found;
}

const signalsWith = (file: CaseFile, value: string): readonly AlarmSignal[] =>
  runsOf(file, { instrument: alarmSignals.id }).flatMap((run) => signalsIn(file, run, value));

/** Alarm signals answered "ja", a free "anders" line among them. */
export const alarmsOf = (file: CaseFile): readonly AlarmSignal[] => signalsWith(file, "yes");

/** Was the same signal of the same child answered yes or no after this? */
const isFoundOut = (file: CaseFile, { run, item, head }: AlarmSignal): boolean =>
  runsOf(file, { instrument: alarmSignals.id, about: run.about }).some((other) =>
    headsAt(file, other.id, fields.answer(item)).some(
      (later) => (later.value === "yes" || later.value === "no") && later.lamport > head.lamport,
    ),
  );

/** R-alarm-unknown-follow-up: signals answered "onbekend" stay in view until somebody has found out. */
export const unknownAlarmsOf = (file: CaseFile): readonly AlarmSignal[] =>
  signalsWith(file, "unknown").filter((signal) => !isFoundOut(file, signal));

/** Fields of `immediate-action-decision`. A decision is a run of its own; `grounds` makes it reasoned. */
export const decisionFields = {
  responsibleAdult: "responsible-adult-now",
  safePlace: "child-in-safe-place-now",
  kindAndSeriousness: "kind-and-seriousness",
  /** "Kan ik hier blijven?" is ours: the worker's own safety at this table. */
  canStay: "can-i-stay",
  /** Which decision was taken: one of `decisionOptions`. */
  option: fields.choice("options"),
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
  readonly option: (typeof decisionOptions)[number] | undefined;
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
      option: decisionOptions.find((id) => valueAt(file, run.id, decisionFields.option) === id),
      decidedAt: typeof decidedAt === "string" ? decidedAt : "",
      hasGrounds: has(decisionFields.grounds),
      missing: needed.filter((field) => !has(field)),
    };
  });
}

/**
 * Does this decision answer that signal? It is about the same child, or the family as a whole, and was taken in the
 * same visit or after the signal was written down: an older decision says nothing about a new signal.
 */
export function coversAlarm(file: CaseFile, { run }: Decision, alarm: AlarmSignal): boolean {
  if (run.about !== alarm.run.about && run.about !== familyRecord) return false;
  if (run.visit !== undefined && run.visit === alarm.run.visit) return true;
  const taken = Math.max(
    ...[...(file.records.get(run.id)?.keys() ?? [])].map(
      (field) => headAt(file, run.id, field)?.lamport ?? 0,
    ),
  );
  return taken > alarm.head.lamport;
}

/** Alarm signals that no reasoned decision answers yet. */
export function undecidedAlarmsOf(file: CaseFile): readonly AlarmSignal[] {
  const reasoned = decisionsOf(file).filter((decision) => decision.hasGrounds);
  return alarmsOf(file).filter((alarm) => !reasoned.some((decision) => coversAlarm(file, decision, alarm)));
}

/** "Besluit uitwerken": an alarm without a reasoned decision, or a decision that is still provisional. */
export const hasOpenDecision = (file: CaseFile): boolean =>
  decisionsOf(file).some((decision) => decision.missing.length > 0) || undecidedAlarmsOf(file).length > 0;

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
