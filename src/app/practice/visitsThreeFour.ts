import { annotate } from "../../commands/answer.ts";
import { writeRow } from "../../commands/rows.ts";
import { familyRecord } from "../../domain/ids.ts";
import { fields } from "../../domain/instrument.ts";
import { bringInNetwork, interpreted, onPaper, type Story, tapped, told } from "./cast.ts";
import { agreeOn, arrive, goThroughAlarms, lay, leave, markGoals, markSafety, note, say } from "./scenes.ts";
import type { Goals } from "./visitsOneTwo.ts";

/** 42 days ago: oma and Loes join. Bram fills the thermometer. */
export async function networkJoins(story: Story, goals: Goals): Promise<void> {
  const { tell, cast } = story;
  const visit = await arrive(story, {
    daysAgo: 42,
    time: "16:00",
    tools: ["thermometer", "stoplight", "signs-of-safety"],
    with: [cast.elif, cast.bram, cast.noor, cast.sevim, cast.loes],
  });
  await bringInNetwork(story);
  await bramsThermometer(story);
  await buildUp(story);
  await tell.answer("stoplight", cast.elif, fields.choice("colours"), "orange", interpreted(cast.elif));
  await tell.answer("stoplight", cast.noor, fields.choice("colours"), "green", tapped(cast.noor));
  await markSafety(story, [
    [interpreted(cast.elif), 5],
    [tapped(cast.bram), 6],
    [tapped(cast.noor), "ratherNot"],
    [interpreted(cast.sevim), 5],
    [{ voice: cast.marit.id }, 4],
  ]);
  await markGoals(story, [
    [goals.elif, interpreted(cast.elif), 5],
    [goals.bram, tapped(cast.bram), 4],
  ]);
  await goThroughAlarms(story, { unknown: ["parent-unavailable"] });
  await lay(story, "goes-well", "v3.good1", interpreted(cast.sevim));
  await lay(story, "goes-well", "v3.good2", told(cast.loes));
  await agreeOn(story, "v3.agreement", "Loes");
  await note(story, "v3.loes", "said", cast.loes);
  await leave(story, visit);
}

/** 9 last week; no way back from 7; the action lies at 5, and only while somebody is with the children. */
async function bramsThermometer({ tell, cast, words }: Story): Promise<void> {
  const speaker = tapped(cast.bram);
  const write = (field: string, value: string | number | readonly string[]) =>
    tell.note("thermometer", cast.bram, field, value, speaker);
  await tell.answer("thermometer", cast.bram, "situation", words("v3.situation"), speaker);
  await tell.answer("thermometer", cast.bram, "temperature", 9, speaker);
  await tell.answer("thermometer", cast.bram, "point-of-no-return", 7, speaker);
  for (const level of [1, 3, 5, 7, 9]) {
    await write(fields.atLevel("signs-per-level", level), words(`v3.sign${level}`));
  }
  await write(fields.atLevel("first-aid-actions", 3), words("v3.action3"));
  await write(fields.atLevel("first-aid-actions", 5), words("v3.action5"));
  await write(fields.atLevel("with-children", 5), [cast.elif, cast.sevim]);
}

async function buildUp(story: Story): Promise<void> {
  const { tell, cast } = story;
  for (const item of [
    "concrete-situation",
    "first-signals",
    "emotions",
    "reaction-when-stressed",
    "action-before",
  ]) {
    await say(story, "stress-build-up", cast.bram, item, cast.bram, `v3.build.${item}`);
  }
  await tell.answer("stress-build-up", cast.bram, "point-of-no-return", 7, told(cast.bram));
}

type Moment = readonly [daysAgo: number, time: string, colour: "green" | "orange" | "red", strength: number];

const week: readonly Moment[] = [
  [29, "07:40", "orange", 5],
  [29, "18:10", "orange", 6],
  [28, "07:35", "red", 8],
  [27, "12:30", "green", 2],
  [27, "17:50", "orange", 6],
  [26, "07:45", "orange", 4],
  [25, "21:15", "red", 8],
  [24, "07:30", "orange", 4],
  [24, "16:00", "green", 1],
  [23, "17:40", "orange", 5],
  [22, "07:40", "orange", 3],
];

/** 21 days ago: the paper diary is typed over, eleven moments. Mornings are calmer. */
export async function paperDiary(story: Story, goals: Goals): Promise<void> {
  const { tell, cast, words } = story;
  const visit = await arrive(story, {
    daysAgo: 21,
    time: "10:00",
    tools: ["irritation-diary", "signs-of-safety"],
    with: [cast.elif, cast.bram],
  });
  const paper = onPaper(cast.elif);
  const run = tell.run("irritation-diary", cast.elif, paper);
  await tell.write(
    annotate,
    {
      key: { instrument: "irritation-diary", about: cast.elif, voice: cast.marit.id },
      field: "emotion-cards",
      value: true,
    },
    { voice: cast.marit.id },
  );
  for (const [i, [daysAgo, time, colour, strength]] of week.entries()) {
    await tell.write(
      writeRow,
      {
        instrument: "irritation-diary",
        group: "columns",
        run,
        values: {
          moment: tell.dateAt(daysAgo, time),
          "irritation-or-emotion": words(`v4.feeling.${i + 1}`),
          trigger: words(`v4.trigger.${i + 1}`),
          strength,
          "stoplight-colour": colour,
          "what-i-did": words(`v4.did.${i + 1}`),
        },
      },
      paper,
    );
  }
  await markSafety(story, [
    [interpreted(cast.elif), 7],
    [tapped(cast.bram), 7],
    [tapped(cast.noor), 6],
    [interpreted(cast.sevim), 7],
    [{ voice: cast.marit.id }, 6],
  ]);
  await markGoals(story, [
    [goals.elif, interpreted(cast.elif), 6],
    [goals.bram, tapped(cast.bram), 6],
    [goals.noor, tapped(cast.noor), 7],
  ]);
  await goThroughAlarms(story, {});
  await lay(story, "goes-well", "v4.good", interpreted(cast.elif));
  await tell.answer("exception-questions", cast.elif, "when-less", words("v4.less"), interpreted(cast.elif));
  await tell.answer(
    "exception-questions",
    cast.elif,
    "what-do-you-do-differently",
    words("v4.differently"),
    interpreted(cast.elif),
  );
  await tell.answer("goals-general", familyRecord, "goal-risks-reduced", 5);
  await agreeOn(story, "v4.agreement", "Bram");
  await leave(story, visit);
}
