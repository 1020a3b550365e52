import { describe, expect, test } from "vitest";
import { allowSight } from "../../src/commands/sight.ts";
import { headAt } from "../../src/domain/casefile.ts";
import type { RecordId } from "../../src/domain/ids.ts";
import { isWorkerVoice, mayAllSee, maySee, type Viewer, workerView } from "../../src/domain/sight.ts";
import { safetyScale, trendOf } from "../../src/domain/trend.ts";
import { newCase } from "./caseBuilder.ts";

const item = "safety-score-family";

/** Mother, father and child have each given their own number, in one visit. */
async function threeVoices() {
  const family = await newCase();
  const elif = await family.person("Elif", ["parent-concern"]);
  const bram = await family.person("Bram", ["parent-other"]);
  const noor = await family.person("Noor", ["child"]);
  const visit = await family.visit();
  const answers = { [elif]: 6, [bram]: 8, [noor]: 4 };
  const runs = new Map<RecordId, RecordId>();
  for (const voice of [elif, bram, noor]) {
    const run = await family.answer("signs-of-safety", { voice, visit }, { [item]: answers[voice] ?? 0 });
    runs.set(voice, run.id);
  }
  const worker = await family.answer("signs-of-safety", { visit }, { "safety-score-professional": 4 });
  const headOf = (run: RecordId, field = item) => {
    const head = headAt(family.file(), run, field);
    if (!head) throw new Error("no answer");
    return head;
  };
  const runOf = (voice: RecordId): RecordId => runs.get(voice) ?? ("" as RecordId);
  const sees = (viewer: RecordId, voice: RecordId): boolean =>
    maySee(family.file(), runOf(voice), headOf(runOf(voice)), { kind: "person", id: viewer });
  const allow = (voice: RecordId, who: RecordId, may: boolean) =>
    family.run(allowSight, { records: [runOf(voice)], persons: { [who]: may } }, { voice });
  return { family, elif, bram, noor, worker, visit, runOf, headOf, sees, allow };
}

describe("who may see an answer, with two parents and a child", () => {
  test("by default each sees their own words, nobody another's, and the workers all", async () => {
    const { family, elif, bram, noor, sees, runOf, headOf } = await threeVoices();
    for (const viewer of [elif, bram, noor]) {
      for (const voice of [elif, bram, noor]) expect(sees(viewer, voice)).toBe(viewer === voice);
      expect(maySee(family.file(), runOf(viewer), headOf(runOf(viewer)), workerView)).toBe(true);
    }
  });

  test("the child lets its mother know, and not its father; that opens nothing of hers to the child", async () => {
    const { elif, bram, noor, sees, allow } = await threeVoices();
    await allow(noor, elif, true);
    expect([sees(elif, noor), sees(bram, noor), sees(noor, elif), sees(noor, bram)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test("permission that is taken back is taken back", async () => {
    const { elif, noor, sees, allow } = await threeVoices();
    await allow(noor, elif, true);
    await allow(noor, elif, false);
    expect(sees(elif, noor)).toBe(false);
  });

  test("a recorded no stands above the audience that an answer was given with", async () => {
    const { family, elif, noor, visit } = await threeVoices();
    const run = await family.answer("stoplight", { about: noor, voice: noor, visit }, {});
    await family.door.run(
      family.file().case,
      {
        intent: "answered",
        inTogether: true,
        plan: () => [{ record: run.id, field: "situation", value: "x" }],
      },
      undefined,
      { voice: noor, audience: [elif] },
    );
    const head = headAt(family.file(), run.id, "situation");
    if (!head) throw new Error("no answer");
    const mother: Viewer = { kind: "person", id: elif };
    expect(maySee(family.file(), run.id, head, mother)).toBe(true);
    await family.run(allowSight, { records: [run.id], persons: { [elif]: false } }, { voice: noor });
    expect(maySee(family.file(), run.id, head, mother)).toBe(false);
  });

  test("what lies open before several people needs the permission for each of them", async () => {
    const { family, elif, bram, noor, runOf, headOf, allow } = await threeVoices();
    const all = (persons: RecordId[]) => mayAllSee(family.file(), runOf(noor), headOf(runOf(noor)), persons);
    await allow(noor, elif, true);
    expect([all([elif]), all([elif, noor]), all([elif, bram])]).toEqual([true, true, false]);
    await allow(noor, bram, true);
    expect(all([elif, bram, noor])).toBe(true);
  });

  test("a worker's own number is shown to a family by the same permission", async () => {
    const { family, elif, worker, headOf } = await threeVoices();
    const head = headOf(worker.id, "safety-score-professional");
    expect(isWorkerVoice(family.file(), head.voice)).toBe(true);
    expect(isWorkerVoice(family.file(), elif)).toBe(false);
    expect(maySee(family.file(), worker.id, head, { kind: "person", id: elif })).toBe(false);
    await family.run(allowSight, { records: [worker.id], persons: { [elif]: true } });
    expect(maySee(family.file(), worker.id, head, { kind: "person", id: elif })).toBe(true);
  });

  test("a trend holds only the lines of those whom the viewer may see", async () => {
    const { family, elif, bram, noor, allow } = await threeVoices();
    const voices = (viewer: Viewer) => trendOf(family.file(), safetyScale, viewer).map((line) => line.voice);
    expect(voices(workerView)).toEqual([elif, bram, noor, family.author]);
    expect(voices({ kind: "person", id: elif })).toEqual([elif]);
    await allow(noor, elif, true);
    expect(voices({ kind: "person", id: elif })).toEqual([elif, noor]);
    expect(voices({ kind: "person", id: bram })).toEqual([bram]);
  });
});
