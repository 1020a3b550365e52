import { type CaseFile, headAt, recordsOf, valueAt } from "../casefile.ts";
import type { RecordId } from "../ids.ts";
import { aspectsOf, fields } from "../instrument.ts";
import { peopleOf, personFields } from "../people.ts";
import { noteFields } from "../plan.ts";
import { isAnswered, type Run, runsOf } from "../run.ts";
import { isWorkerVoice } from "../sight.ts";
import { isYes, itemsWhere } from "./reading.ts";
import type { Finding, Rule, RuleContext } from "./rule.ts";

/**
 * Words that name a diagnosis, Dutch and English. Held small on purpose: what is seen ("somber", "drinkt veel",
 * "schrikt snel") is what the method asks for, and must never be met with a warning.
 */
const anyCase = [
  "\\p{L}*stoornis(?:sen)?",
  "adhd",
  "autis(?:me|tisch|tische|m|tic)",
  "asperger",
  "pdd-nos",
  "schizofre(?:nie|en|ne)",
  "schizophreni(?:a|c)",
  "psychose|psychosis|psychotisch|psychotic",
  "bipola(?:ir|ire|r)",
  "manisch-depressief",
  "depressie|depression",
  "borderline",
  "narcis(?:me|t|tisch|tische)|narcissis(?:m|t|tic)",
  "psychopaat|psychopath|sociopaat|sociopath",
  "verslaafd|verslaafde|verslaving|addict|addicted|addiction",
  "alcoholist(?:e)?|alcoholisme|alcoholic|alcoholism",
  "zwakbegaafd|zwakbegaafde|zwakzinnig",
  "verstandelijk(?:e)? (?:beperkt(?:e)?|beperking|gehandicapt(?:e)?)|verstandelijke handicap",
  "intellectual(?:ly)? disab(?:ility|led)|learning disability",
  "(?:personality|attachment|anxiety|eating|mood|conduct|mental|language|bipolar) disorder",
  "anorexia|boulimia|bulimia",
  "dementie|dementia",
  "dyslexie|dyslexia",
];

/** Abbreviations that are ordinary words when written small. */
const exactCase = ["ADD", "ODD", "OCD", "LVB", "PTSS", "PTSD", "ASS", "FAS"];

const bounded = (words: readonly string[], flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})(?![\\p{L}\\p{N}])`, flags);

const patterns = [bounded(anyCase, "iu"), bounded(exactCase, "u")];

/** The first word in a text that names a diagnosis. */
export function diagnosisIn(text: string): string | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match[0];
  }
  return undefined;
}

/** The worker's own words in a place. What a family says of itself in its own voice is its own to say. */
function workerWords(file: CaseFile, record: RecordId, field: string): string {
  const head = headAt(file, record, field);
  if (!head || typeof head.value !== "string") return "";
  return head.voice === head.author || isWorkerVoice(file, head.voice) ? head.value : "";
}

const hasExpert = (file: CaseFile, run: Run, item: string): boolean =>
  isAnswered(valueAt(file, run.id, fields.aspect(item, "expert"))) &&
  isAnswered(valueAt(file, run.id, fields.aspect(item, "expert-date")));

const finding = (found: Omit<Finding, "rule" | "level">): Finding => ({
  rule: "R-no-diagnosis",
  level: "warn",
  ...found,
});

function inRun(file: CaseFile, run: Run): readonly Finding[] {
  const found: Finding[] = [];
  for (const field of file.records.get(run.id)?.keys() ?? []) {
    const [item = "", kind = ""] = field.split("/");
    if (kind === "expert" || kind === "source" || hasExpert(file, run, item)) continue;
    const word = diagnosisIn(workerWords(file, run.id, field));
    if (word) found.push(finding({ items: [item], records: [run.id], values: { word } }));
  }
  // Answered yes without an expert: the item itself is then called "signals of", and asks for what was seen.
  const unnamed = itemsWhere(
    run,
    ({ group, item }) =>
      aspectsOf(group, item).includes("expert") &&
      isYes(file, run, item.id) &&
      !hasExpert(file, run, item.id),
  ).map(({ item }) => item.id);
  return unnamed.length > 0 ? [...found, finding({ items: unnamed, records: [run.id] })] : found;
}

/** Notes of the worker and of the register of people. A note of what somebody said is that person's word. */
function inNotes(file: CaseFile): readonly Finding[] {
  const places = [
    ...recordsOf(file, "note")
      .filter(
        (note) =>
          valueAt(file, note, noteFields.mark) !== "said" &&
          !isAnswered(valueAt(file, note, noteFields.saidBy)),
      )
      .map((record) => ({ record, field: noteFields.text as string })),
    ...peopleOf(file).map(({ id }) => ({ record: id, field: personFields.note as string })),
  ];
  return places.flatMap(({ record, field }) => {
    const word = diagnosisIn(workerWords(file, record, field));
    return word ? [finding({ records: [record], values: { word } })] : [];
  });
}

export const diagnosisRules: readonly Rule[] = [
  {
    id: "R-no-diagnosis",
    level: "warn",
    find: ({ file, run }: RuleContext) =>
      run ? inRun(file, run) : [...runsOf(file, {}).flatMap((one) => inRun(file, one)), ...inNotes(file)],
  },
];
