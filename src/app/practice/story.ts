import type { CaseId } from "../../domain/ids.ts";
import type { World } from "../world.ts";
import { type Cast, openCase, type Words } from "./cast.ts";
import { createNarrator, type Worker } from "./narrator.ts";
import { bruisedArm, tomorrow } from "./visitFive.ts";
import { bramJoins, schoolReported } from "./visitsOneTwo.ts";
import { networkJoins, paperDiary } from "./visitsThreeFour.ts";

/**
 * The practice family: five visits in twelve weeks, told with the same commands as every screen. Dates are relative to
 * today, so that the next visit is always tomorrow.
 */
export async function tellPracticeStory(
  world: World,
  caseId: CaseId,
  marit: Worker,
  words: Words,
  today: Date,
): Promise<void> {
  await world.journal.open(caseId);
  const tell = createNarrator(world, caseId, marit, today);
  const cast: Cast = {
    marit,
    youssef: { id: tell.newId(), name: "Youssef" },
    elif: tell.newId(),
    bram: tell.newId(),
    noor: tell.newId(),
    sem: tell.newId(),
    sevim: tell.newId(),
    loes: tell.newId(),
    anouk: tell.newId(),
  };
  const story = { tell, cast, words, today };
  await openCase(story);
  await schoolReported(story);
  const goals = await bramJoins(story);
  await networkJoins(story, goals);
  await paperDiary(story, goals);
  await bruisedArm(story, goals);
  await tomorrow(story);
}
