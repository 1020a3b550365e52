import { agree } from "../../commands/plan.ts";
import type { RecordId } from "../../domain/ids.ts";
import { fields } from "../../domain/instrument.ts";
import { agreementFields } from "../../domain/plan.ts";
import { decisionFields } from "../../domain/safety.ts";
import { interpreted, type Story, tapped } from "./cast.ts";
import type { Worker } from "./narrator.ts";
import { agreeOn, arrive, goThroughAlarms, leave, markGoals, markSafety, note, prepare } from "./scenes.ts";
import type { Goals } from "./visitsOneTwo.ts";

/** Yesterday: Noor's arm is bruised. A provisional decision; what is not known is still open. */
export async function bruisedArm(story: Story, goals: Goals): Promise<void> {
  const { tell, cast, words } = story;
  const visit = await arrive(story, {
    daysAgo: 1,
    time: "16:00",
    tools: ["signs-of-safety", "stoplight"],
    with: [cast.elif, cast.bram, cast.noor, cast.sevim],
  });
  await note(story, "v5.arm", "seen");
  await note(story, "v5.noor", "said", cast.noor);
  await note(story, "v5.bram", "said", cast.bram);
  tell.on(1, "16:04");
  await goThroughAlarms(story, { yes: ["injury-not-accidental"], unknown: ["doubtful-explanation"] });
  await tell.note("alarm-signals", cast.noor, fields.evidence("injury-not-accidental"), "fact");
  tell.on(1, "16:52");
  await decideForNow(story);
  const fetching = await agreeOn(story, "v5.fetch", "", { safety: true });
  await whoFetches(story, fetching, { by: cast.marit, time: "17:05", who: words("sevim") });
  await agreeOn(story, "v5.tonight", words("sevim"), { tonight: true, safety: true });
  await agreeOn(story, "v5.bramAgrees", "Bram", { tonight: true, safety: true });
  await agreeOn(story, "v5.doctor", "Elif", { safety: true });
  await howIsItNow(story, goals);
  tell.by(cast.youssef);
  await markSafety(story, [[{ voice: cast.youssef.id }, 4]]);
  await whoFetches(story, fetching, { by: cast.youssef, time: "17:40", who: "Loes" });
  tell.by(cast.marit);
  await leave(story, visit);
}

async function decideForNow({ tell, cast, words }: Story): Promise<void> {
  const decision = "immediate-action-decision";
  await tell.answer(decision, cast.noor, decisionFields.safePlace, "no");
  await tell.answer(decision, cast.noor, decisionFields.responsibleAdult, "yes");
  await tell.answer(decision, cast.noor, decisionFields.option, "place-child-elsewhere");
  await tell.answer(decision, cast.noor, decisionFields.decidedAt, tell.dateAt(1, "16:52"));
  await tell.answer(decision, cast.noor, decisionFields.linkedSignals, ["injury-not-accidental"]);
  await tell.answer(decision, cast.noor, decisionFields.decidedBy, words("v5.decidedBy"));
  await tell.answer(decision, cast.noor, decisionFields.whoInformed, words("v5.informed"));
}

async function howIsItNow(story: Story, goals: Goals): Promise<void> {
  const { tell, cast } = story;
  await tell.answer("stoplight", cast.noor, fields.choice("colours"), "red", tapped(cast.noor));
  await markSafety(story, [
    [interpreted(cast.elif), 4],
    [tapped(cast.bram), "dontKnow"],
    [tapped(cast.noor), 2],
    [interpreted(cast.sevim), 4],
    [{ voice: cast.marit.id }, 3],
  ]);
  await markGoals(story, [
    [goals.elif, interpreted(cast.elif), 5],
    [goals.bram, tapped(cast.bram), 3],
    [goals.noor, tapped(cast.noor), 8],
  ]);
}

type Fetching = { readonly by: Worker; readonly time: string; readonly who: string };

/** Both workers are offline and write without having seen each other: two versions, both kept. */
async function whoFetches({ tell }: Story, record: RecordId, { by, time, who }: Fetching): Promise<void> {
  tell.by(by);
  tell.on(1, time);
  const unseen = { [agreementFields.who]: [] };
  await tell.write(agree, { record, values: { [agreementFields.who]: who }, over: unseen });
}

/** The next visit is tomorrow, and lies ready. */
export async function tomorrow(story: Story): Promise<void> {
  const { tell, cast } = story;
  tell.by(cast.marit);
  await prepare(story, {
    daysAgo: -1,
    time: "15:30",
    tools: ["signs-of-safety", "thermometer", "goals-specific"],
    with: [cast.elif, cast.bram, cast.noor],
  });
}
