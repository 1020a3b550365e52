import { agree, layCard, noteDown } from "../../commands/plan.ts";
import { beginVisit, finishVisit, planVisit } from "../../commands/visit.ts";
import { familyRecord, type RecordId } from "../../domain/ids.ts";
import { fields } from "../../domain/instrument.ts";
import { instrumentById } from "../../domain/instruments/list.ts";
import { agreementFields, cardFields, cardsOf, type MapColumn, noteFields } from "../../domain/plan.ts";
import { visitFields } from "../../domain/visit.ts";
import type { Story } from "./cast.ts";
import { told } from "./cast.ts";
import type { Speaker } from "./narrator.ts";

/** Scenes that come back in every visit. */

export type Planned = {
  readonly daysAgo: number;
  readonly time: string;
  readonly tools: readonly string[];
  readonly with: readonly RecordId[];
};

/** A visit is planned a few days before, prepared in a few lines, and begins. */
export async function arrive(story: Story, planned: Planned): Promise<RecordId> {
  const visit = await prepare(story, planned);
  const { tell } = story;
  tell.on(planned.daysAgo, planned.time);
  await tell.write(beginVisit, { visit });
  return visit;
}

export async function prepare({ tell, words }: Story, planned: Planned): Promise<RecordId> {
  const visit = tell.newId();
  tell.during(undefined);
  tell.on(planned.daysAgo + 3, "11:20");
  await tell.write(planVisit, {
    record: visit,
    values: {
      [visitFields.plannedAt]: tell.dateAt(planned.daysAgo, planned.time),
      [visitFields.location]: words("atHome"),
      ...Object.fromEntries(planned.with.map((person) => [visitFields.with(person), true])),
    },
  });
  tell.during(visit);
  for (const [order, tool] of planned.tools.entries()) {
    await tell.write(planVisit, { record: visit, values: { [visitFields.tool(tool)]: order } });
  }
  const preparation = "conversation-preparation";
  await tell.answer(preparation, familyRecord, "where", words("atHome"));
  await tell.answer(preparation, familyRecord, "interpreter-needed", "yes");
  await tell.answer(preparation, familyRecord, "can-everyone-read", "no");
  await tell.answer(preparation, familyRecord, "safety-after-talk", words("afterTalk"));
  return visit;
}

export async function leave({ tell }: Story, visit: RecordId): Promise<void> {
  await tell.write(finishVisit, { visit });
}

/** The whole list of alarm signals is gone through before anything else: what was seen, what is not known, and no more. */
export async function goThroughAlarms(
  { tell, cast, words }: Story,
  seen: { readonly yes?: readonly string[]; readonly unknown?: readonly string[] },
): Promise<void> {
  const instrument = instrumentById("alarm-signals");
  for (const group of instrument?.groups ?? []) {
    for (const { id } of group.items) {
      const value = seen.yes?.includes(id) ? "yes" : seen.unknown?.includes(id) ? "unknown" : "no";
      await tell.answer("alarm-signals", cast.noor, id, value);
    }
    await tell.note("alarm-signals", cast.noor, fields.nothingElse(group.id), true);
  }
  for (const id of seen.unknown ?? []) {
    await tell.note("alarm-signals", cast.noor, fields.note(id), words("askFurther"));
  }
}

export type Score = number | "dontKnow" | "ratherNot";

const valueOfScore = (score: Score) => (typeof score === "number" ? score : { unsaid: score });

/** Everybody gives a mark for safety, each for themselves. */
export async function markSafety(
  { tell, cast }: Story,
  marks: readonly (readonly [Speaker, Score])[],
): Promise<void> {
  const workers: readonly RecordId[] = [cast.marit.id, cast.youssef.id];
  for (const [speaker, score] of marks) {
    const item = workers.includes(speaker.voice) ? "safety-score-professional" : "safety-score-family";
    await tell.answer("signs-of-safety", familyRecord, item, valueOfScore(score), speaker);
  }
}

export async function markGoals(
  { tell }: Story,
  marks: readonly (readonly [goal: RecordId, Speaker, Score])[],
): Promise<void> {
  for (const [goal, speaker, score] of marks) {
    await tell.answer("scaling-questions", goal, "goal-score", valueOfScore(score), speaker);
  }
}

export async function lay(
  { tell, words }: Story,
  column: MapColumn,
  key: string,
  speaker?: Speaker,
): Promise<RecordId> {
  const card = tell.newId();
  const values = {
    [cardFields.text]: words(key),
    [cardFields.column]: column,
    [cardFields.order]: cardsOf(tell.file()).length,
  };
  await tell.write(layCard, { record: card, values }, speaker);
  return card;
}

export type Mark = "seen" | "said" | "idea";

export async function note(
  { tell, words }: Story,
  key: string,
  mark: Mark,
  saidBy?: RecordId,
): Promise<void> {
  await tell.write(noteDown, {
    values: {
      [noteFields.text]: words(key),
      [noteFields.mark]: mark,
      ...(saidBy ? { [noteFields.saidBy]: saidBy } : {}),
    },
  });
}

/** An agreement as it was said, all parts that were named. */
export async function agreeOn(
  { tell, words }: Story,
  key: string,
  who: string,
  marks: { readonly tonight?: true; readonly safety?: true; readonly status?: string } = {},
): Promise<RecordId> {
  const agreement = tell.newId();
  await tell.write(agree, {
    record: agreement,
    values: {
      [agreementFields.what]: words(`${key}.what`),
      [agreementFields.when]: words(`${key}.when`),
      [agreementFields.situation]: words(`${key}.situation`),
      [agreementFields.otherwise]: words(`${key}.otherwise`),
      ...(who ? { [agreementFields.who]: who } : {}),
      [agreementFields.tonight]: marks.tonight,
      [agreementFields.safety]: marks.safety,
      [agreementFields.status]: marks.status,
    },
  });
  return agreement;
}

/** The steps of a talk, ticked as they were done. */
export async function walkSteps(
  { tell }: Story,
  instrument: string,
  about: RecordId,
  done: readonly string[],
): Promise<void> {
  for (const step of done) await tell.answer(instrument, about, step, true);
}

/** What a person told the worker to write in a run, and read back. */
export async function say(
  { tell, words }: Story,
  instrument: string,
  about: RecordId,
  item: string,
  voice: RecordId,
  key: string,
): Promise<void> {
  await tell.answer(instrument, about, item, words(key), told(voice));
}
