import { layCard, writeGoal } from "../../commands/plan.ts";
import { allowSight } from "../../commands/sight.ts";
import { planVisit } from "../../commands/visit.ts";
import { familyRecord, type RecordId } from "../../domain/ids.ts";
import { fields, type Group } from "../../domain/instrument.ts";
import { instrumentById } from "../../domain/instruments/list.ts";
import { cardFields, goalFields } from "../../domain/plan.ts";
import { visitFields } from "../../domain/visit.ts";
import { interpreted, type Story, tapped, told } from "./cast.ts";
import type { Speaker } from "./narrator.ts";
import {
  agreeOn,
  arrive,
  goThroughAlarms,
  lay,
  leave,
  markGoals,
  markSafety,
  note,
  say,
  walkSteps,
} from "./scenes.ts";

const parentSteps = [
  "discuss-aim",
  "name-concerns",
  "let-parents-react",
  "causes-according-to-parents",
  "express-concern-with-knowledge",
  "expectations-and-responsibility",
  "close-with-agreements",
];

/** 84 days ago, after a report from school. Elif is suspicious; nobody else is there. */
export async function schoolReported(story: Story): Promise<void> {
  const { tell, cast, words } = story;
  const visit = await arrive(story, {
    daysAgo: 84,
    time: "10:00",
    tools: ["signs-of-safety", "parent-conversation-steps"],
    with: [cast.elif],
  });
  await note(story, "v1.whoSays", "said", cast.elif);
  await walkSteps(story, "parent-conversation-steps", familyRecord, parentSteps.slice(0, 4));
  for (const key of ["v1.good1", "v1.good2", "v1.good3"]) {
    await lay(story, "goes-well", key, told(cast.elif));
  }
  await lay(story, "goes-well", "v1.good4");
  await lay(story, "worries", "v1.worry1");
  const corrected = await lay(story, "worries", "v1.worry2", told(cast.elif));
  await lay(story, "must-happen", "v1.need1", told(cast.elif));
  await note(story, "v1.network", "said", cast.elif);
  await note(story, "v1.calmWithNoor", "seen");
  await goThroughAlarms(story, { unknown: ["serious-domestic-violence"] });
  await markSafety(story, [[{ voice: cast.marit.id }, 4]]);
  // At the end her own words are read back: she corrects one sentence.
  await tell.write(
    layCard,
    { record: corrected, values: { [cardFields.text]: words("v1.worry2corrected") } },
    told(cast.elif),
  );
  await tell.write(planVisit, { record: visit, values: { [visitFields.ownWords(cast.elif)]: "different" } });
  await agreeOn(story, "v1.agreement", "Marit", { status: "kept" });
  await leave(story, visit);
  tell.on(84, "13:10");
  await weighSignals(story);
}

/** What is worrying in one respect is not called good there in the same breath. */
const goodPoint = (groups: readonly Group[], { dimension }: Group, worries: readonly string[]) =>
  groups.some((one) => one.dimension === dimension && one.items.some(({ id }) => worries.includes(id)))
    ? "unknown"
    : "yes";

/** After the visit, at the office: what was seen, worry and good point beside each other. */
async function weighSignals({ tell, cast, words }: Story): Promise<void> {
  const parenting = ["safety-shouts-scolds", "rules-intolerant-of-frustration", "stability-cannot-cope"];
  // Beside its lists the tool asks about which parents it is: that is no signal.
  const groups = instrumentById("parenting-signals")?.groups.filter((one) => one.dimension) ?? [];
  for (const group of groups) {
    for (const { id } of group.items) {
      const value = parenting.includes(id)
        ? "yes"
        : group.kind === "positive"
          ? goodPoint(groups, group, parenting)
          : "no";
      await tell.answer("parenting-signals", cast.noor, id, value);
    }
  }
  await tell.note("parenting-signals", cast.noor, fields.note("safety-shouts-scolds"), words("v1.shouts"));
  const child = ["emotion-anxious-startled", "emotion-tired", "emotion-watchful"];
  const seen = instrumentById("child-signals")?.groups.slice(0, 8) ?? [];
  for (const group of seen) {
    for (const { id } of group.items) {
      const value = child.includes(id)
        ? "yes"
        : group.kind === "positive"
          ? goodPoint(seen, group, child)
          : "no";
      await tell.answer("child-signals", cast.noor, id, value);
    }
  }
}

export type Goals = { readonly elif: RecordId; readonly bram: RecordId; readonly noor: RecordId };

async function goal({ tell, words }: Story, owner: RecordId, group: string, key: string): Promise<RecordId> {
  const record = tell.newId();
  const values = {
    [goalFields.sentence]: words(key),
    [goalFields.owner]: owner,
    [goalFields.group]: group,
    [goalFields.seen]: words(`${key}Seen`),
  };
  await tell.write(writeGoal, { record, values }, told(owner));
  await tell.write(writeGoal, { record, values: { [goalFields.priority]: "first" } });
  return record;
}

/** 70 days ago: Bram joins; Elif by telephone interpreter. Noor talks at school, juf Anouk is there afterwards. */
export async function bramJoins(story: Story): Promise<Goals> {
  const { tell, cast, words } = story;
  const visit = await arrive(story, {
    daysAgo: 70,
    time: "19:00",
    tools: ["stress-sources", "signs-of-safety", "goals-specific"],
    with: [cast.elif, cast.bram, cast.noor],
  });
  await tell.answer("conversation-preparation", familyRecord, "interpreter", words("v2.interpreter"));
  await tell.answer("conversation-preparation", familyRecord, "parents-permission", "given");
  await tell.answer("conversation-preparation", familyRecord, "aftercare-person", cast.anouk);
  const stress: readonly (readonly [RecordId, readonly string[]])[] = [
    [cast.bram, ["parent-self-control", "parent-health", "family-relation-problems", "environment-noise"]],
    [cast.elif, ["parent-mental-state", "family-relation-problems", "environment-lack-of-support"]],
  ];
  for (const [voice, sources] of stress) {
    for (const source of sources) {
      const speaker: Speaker = voice === cast.elif ? interpreted(voice) : tapped(voice);
      await tell.answer("stress-sources", voice, source, "yes", speaker);
    }
  }
  await tell.note(
    "stress-sources",
    cast.bram,
    fields.other("environment", "1"),
    words("v2.debts"),
    tapped(cast.bram),
  );
  const goals: Goals = {
    elif: await goal(story, cast.elif, "group-family", "v2.goalElif"),
    bram: await goal(story, cast.bram, "group-parent-personal", "v2.goalBram"),
    noor: await goal(story, cast.noor, "group-child", "v2.goalNoor"),
  };
  await talkWithNoor(story);
  await markSafety(story, [
    [interpreted(cast.elif), 6],
    [tapped(cast.bram), 8],
    [tapped(cast.noor), 4],
    [{ voice: cast.marit.id }, 4],
  ]);
  const noors = tell.run("signs-of-safety", familyRecord, tapped(cast.noor));
  await tell.write(
    allowSight,
    { records: [noors], persons: { [cast.elif]: true, [cast.bram]: false } },
    tapped(cast.noor),
  );
  await markGoals(story, [
    [goals.elif, interpreted(cast.elif), 3],
    [goals.bram, tapped(cast.bram), 2],
    [goals.noor, tapped(cast.noor), 3],
  ]);
  await goThroughAlarms(story, {});
  await lay(story, "worries", "v2.worry", interpreted(cast.elif));
  await lay(story, "must-happen", "v2.need", tapped(cast.bram));
  await note(story, "v2.tired", "seen");
  await agreeOn(story, "v2.agreement", "Elif", { status: "kept" });
  await leave(story, visit);
  return goals;
}

async function talkWithNoor(story: Story): Promise<void> {
  const { tell, cast, words } = story;
  const steps = ["explain-purpose-and-use", "parents-responsible-not-child"];
  await tell.answer("child-conversation-decision", cast.noor, "talk", "talk");
  for (const card of ["child-chooses-subject", "want-to-help", "explain-confidentiality"]) {
    await tell.answer("child-conversation-frame", cast.noor, card, true);
  }
  await walkSteps(story, "child-conversation-steps", cast.noor, steps);
  await say(story, "child-conversation-steps", cast.noor, "home-situation", cast.noor, "v2.noorHome");
  await say(story, "child-conversation-steps", cast.noor, "possible-solutions", cast.noor, "v2.noorWants");
  await tell.answer("child-conversation-steps", cast.noor, "closing-and-what-is-told", words("v2.noorTold"));
  await tell.answer("child-conversation-steps", cast.noor, "aftercare", words("anouk"));
}
