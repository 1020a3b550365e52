import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { planVisit } from "../../src/commands/visit.ts";
import type { Value } from "../../src/domain/entry.ts";
import type { RecordId } from "../../src/domain/ids.ts";
import { earlierAnswersOf, scoreFrom } from "../../src/domain/run.ts";
import { workerView } from "../../src/domain/sight.ts";
import { goalScale, safetyScale, trendOf } from "../../src/domain/trend.ts";
import { visitFields } from "../../src/domain/visit.ts";
import { newCase, youssef } from "./caseBuilder.ts";

/** Hundreds of runs take their time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const sos = "signs-of-safety";
const score = "safety-score-family";

test("every number stands as it was given, in the line of who gave it: no average, no sum, nothing filled in", async () => {
  const given = fc.oneof(
    fc.integer({ min: 0, max: 10 }),
    fc.constantFrom({ unsaid: "dontKnow" }, { unsaid: "ratherNot" }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), given), { maxLength: 10 }), async (answers) => {
      const family = await newCase();
      const people: RecordId[] = [];
      for (const name of ["Elif", "Bram", "oma"]) people.push(await family.person(name, ["relative"]));
      const expected = new Map<RecordId, Value[]>();
      for (const [who, value] of answers) {
        const voice = people[who];
        if (!voice) continue;
        await family.answer(sos, { voice, visit: await family.visit() }, { [score]: value });
        expected.set(voice, [...(expected.get(voice) ?? []), value]);
      }
      const lines = trendOf(family.file(), safetyScale, workerView);
      expect(new Map(lines.map((line) => [line.voice, line.points.map((point) => point.value)]))).toEqual(
        expected,
      );
    }),
    { numRuns: 60 },
  );
});

test("liever niet and weet ik niet stand in the line as that, and never as a number", () => {
  expect(scoreFrom({ unsaid: "ratherNot" })).toEqual({ unsaid: "ratherNot" });
  for (const value of ["4", 11, -1, 4.5, true, null, undefined]) expect(scoreFrom(value)).toBeUndefined();
  expect(scoreFrom(0)).toBe(0);
});

test("a point stands at its visit's time, else at the clock of the device and marked as doubtful", async () => {
  const family = await newCase();
  const elif = await family.person("Elif", ["parent-concern"]);
  const planned = await family.visit({}, { begun: false });
  await family.run(planVisit, { record: planned, values: { [visitFields.plannedAt]: "2026-11-20" } });
  await family.answer(sos, { voice: elif, visit: planned }, { [score]: 5 });
  await family.answer(sos, { voice: elif, occasion: "telefoon" }, { [score]: 6 });
  const points = trendOf(family.file(), safetyScale, workerView)[0]?.points ?? [];
  expect(points.map(({ value, doubtful }) => [value, doubtful])).toEqual([
    [5, false],
    [6, true],
  ]);
  expect(points[0]?.at).toBe("2026-11-20");
  expect(typeof points[1]?.at).toBe("number");
});

test("a goal's line is that goal's alone, and an answer taken back leaves it", async () => {
  const family = await newCase();
  const elif = await family.person("Elif", ["parent-concern"]);
  const visit = await family.visit();
  const [one, other] = ["goal-1", "goal-2"] as RecordId[];
  if (!one || !other) throw new Error("no goals");
  await family.answer("scaling-questions", { about: one, voice: elif, visit }, { "goal-score": 3 });
  await family.answer("scaling-questions", { about: other, voice: elif, visit }, { "goal-score": 8 });
  const values = (about: RecordId) =>
    trendOf(family.file(), { ...goalScale, about }, workerView).flatMap((line) =>
      line.points.map((point) => point.value),
    );
  expect([values(one), values(other)]).toEqual([[3], [8]]);
  await family.answer("scaling-questions", { about: one, voice: elif, visit }, { "goal-score": null });
  expect(values(one)).toEqual([]);
});

test("two versions of one number are two points, until they are settled", async () => {
  const family = await newCase();
  const elif = await family.person("Elif", ["parent-concern"]);
  const at = { voice: elif, visit: await family.visit() };
  const other = family.apart(youssef);
  await family.answer(sos, at, { [score]: 4 });
  await other.answer(sos, at, { [score]: 6 });
  family.merge(other);
  const values = trendOf(family.file(), safetyScale, workerView)[0]?.points.map((point) => point.value);
  expect([...(values ?? [])].sort()).toEqual([4, 6]);
});

test("what was answered before, by others and in other visits, stands beside the new answer, latest first", async () => {
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  const [first, second] = [await family.visit(), await family.visit()];
  await family.answer("alarm-signals", { about: noor, visit: first }, { "shaken-baby": "unknown" });
  await family
    .as(youssef)
    .answer("alarm-signals", { about: noor, visit: first, voice: youssef.id }, { "shaken-baby": "no" });
  const current = await family.answer(
    "alarm-signals",
    { about: noor, visit: second },
    { "shaken-baby": "no" },
  );
  const earlier = earlierAnswersOf(family.file(), current, "shaken-baby");
  expect(earlier.map(({ run, head }) => [run.voice, head.value])).toEqual([
    [youssef.id, "no"],
    [family.author, "unknown"],
  ]);
});
