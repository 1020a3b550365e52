import { expect, test } from "vitest";
import { workerView } from "../../src/domain/sight.ts";
import { goalScale, safetyScale, trendOf } from "../../src/domain/trend.ts";
import { circleSize, placeOnRing, ringRadius } from "../../src/screens/family/circlePlaces.ts";
import { hasCourse, latestOf, seriesOf } from "../../src/screens/family/trends.ts";
import { newCase } from "../domain/caseBuilder.ts";

test("everybody keeps a line and a last answer of their own, also one that is no number", async () => {
  const family = await newCase();
  const elif = await family.person("Elif", ["parent-other"]);
  const bram = await family.person("Bram", ["parent-concern"]);
  const visit = await family.visit();
  await family.answer("signs-of-safety", { voice: elif, visit }, { "safety-score-family": 6 });
  await family.answer(
    "signs-of-safety",
    { voice: bram, visit },
    { "safety-score-family": { unsaid: "dontKnow" } },
  );
  const lines = trendOf(family.file(), safetyScale, workerView);
  expect(latestOf(family.file(), lines).map(({ name, point }) => [name, point.value])).toEqual([
    ["Elif", 6],
    ["Bram", { unsaid: "dontKnow" }],
  ]);
  expect(seriesOf(family.file(), lines)).toMatchObject([
    { name: "Elif", points: [{ date: "2026-11-26", value: 6 }] },
    { name: "Bram", points: [{ date: "2026-11-26", value: null, mark: "unknown" }] },
  ]);
  expect(hasCourse(lines)).toBe(false);
});

test("a number given outside a visit on another occasion stands beside the earlier one", async () => {
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  const goal = noor;
  const at = (occasion: string) => ({ about: goal, voice: noor, occasion });
  await family.answer("scaling-questions", at("2026-11-01"), { "goal-score": 3 });
  await family.answer("scaling-questions", at("2026-11-26"), { "goal-score": 7 });
  const lines = trendOf(family.file(), { ...goalScale, about: goal }, workerView);
  expect(lines[0]?.points.map((point) => point.value)).toEqual([3, 7]);
  expect(latestOf(family.file(), lines)[0]?.point.value).toBe(7);
});

test("nobody in the circle of people stands on somebody else, nor outside the picture", () => {
  for (let count = 1; count <= 8; count++) {
    for (const ring of [1, 2, 3]) {
      const places = Array.from({ length: count }, (_, index) => placeOnRing(ring, index, count));
      for (const { x, y } of places) {
        expect(x).toBeGreaterThan(0);
        expect(y).toBeLessThan(circleSize);
      }
      const [first, second] = places;
      if (!first || !second) continue;
      expect(Math.hypot(first.x - second.x, first.y - second.y)).toBeGreaterThan(60);
    }
  }
  expect(ringRadius(1)).toBeLessThan(ringRadius(2));
  expect(placeOnRing(0, 0, 1)).toEqual({ x: circleSize / 2, y: circleSize / 2 });
});
