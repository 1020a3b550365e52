import "fake-indexeddb/auto";
import { beforeAll, expect, test, vi } from "vitest";
import english from "../../locales/en/practice.json" with { type: "json" };
import dutch from "../../locales/nl/practice.json" with { type: "json" };
import { tellPracticeStory } from "../../src/app/practice/story.ts";
import { databaseName, openWorld, type World } from "../../src/app/world.ts";
import { type CaseFile, conflictsOf } from "../../src/domain/casefile.ts";
import type { CaseId, RecordId } from "../../src/domain/ids.ts";
import { peopleOf } from "../../src/domain/people.ts";
import { agreementsOf, cardsOf, goalsOf } from "../../src/domain/plan.ts";
import { alarmsOf, decisionsOf, hasOpenDecision } from "../../src/domain/safety.ts";
import { workerView } from "../../src/domain/sight.ts";
import { goalScale, safetyScale, trendOf } from "../../src/domain/trend.ts";
import { visitsOf } from "../../src/domain/visit.ts";
import { removeDatabase } from "../../src/store/database.ts";

/** The stretching of a passphrase is shown in the vault's own tests, at its full cost. */
vi.mock("../../src/vault/argon.ts", async (original) => ({
  ...(await original<typeof import("../../src/vault/argon.ts")>()),
  argonCost: { memoryKib: 64, passes: 1, lanes: 1 },
}));

type Tree = { readonly [key: string]: string | Tree };

const family = "ab".repeat(16) as CaseId;
const marit = { id: "cd".repeat(16) as RecordId, name: "Marit" };
let world: World | undefined;
let file: CaseFile;

const wordsFrom =
  (tree: Tree) =>
  (key: string): string => {
    const found = key
      .split(".")
      .reduce<string | Tree | undefined>((at, part) => (typeof at === "object" ? at[part] : undefined), tree);
    if (typeof found !== "string") throw new Error(`the story lacks the words ${key}`);
    return found;
  };

async function tell(tree: Tree): Promise<CaseFile> {
  world?.close();
  await removeDatabase(databaseName("practice"));
  world = openWorld("practice", {
    mode: () => ({ kind: "worker" }),
    onEvent: () => undefined,
    memberOf: () => undefined,
  });
  await world.vault.load();
  await world.vault.create({ words: ["oefenen"], pin: "123456", profile: {} });
  await world.vault.session()?.addCase(family);
  await tellPracticeStory(world, family, marit, wordsFrom(tree), new Date(2026, 10, 22, 9, 0));
  return world.journal.open(family);
}

beforeAll(async () => {
  file = await tell(dutch);
}, 60_000);

const nameOf = (id: RecordId): string => [...peopleOf(file)].find((one) => one.id === id)?.name ?? "";

test("the story has about four hundred entries, five visits behind it and one tomorrow", () => {
  expect(file.folded).toBeGreaterThan(350);
  expect(file.folded).toBeLessThan(480);
  const visits = visitsOf(file);
  expect(visits.filter((visit) => visit.phase === "finished")).toHaveLength(5);
  expect(visits.filter((visit) => visit.phase === "prepare").map((visit) => visit.plannedAt)).toEqual([
    "2026-11-23T15:30",
  ]);
});

test("everybody's marks for safety stand as they were given, and a mark that was not given stands as that", () => {
  const marks = new Map(
    trendOf(file, safetyScale, workerView).map((line) => [
      nameOf(line.voice) || (line.voice === marit.id ? "Marit" : "Youssef"),
      line.points.map((point) => point.value),
    ]),
  );
  expect(marks.get("Elif")).toEqual([6, 5, 7, 4]);
  expect(marks.get("Bram")).toEqual([8, 6, 7, { unsaid: "dontKnow" }]);
  expect(marks.get("Noor")).toEqual([4, { unsaid: "ratherNot" }, 6, 2]);
  expect(marks.get("oma Sevim")).toEqual([5, 7, 4]);
  expect(marks.get("Marit")).toEqual([4, 4, 4, 6, 3]);
  expect(marks.get("Youssef")).toEqual([4]);
});

test("each goal has its owner's marks over time", () => {
  const marks = goalsOf(file).map((goal) => [
    nameOf(goal.owner as RecordId),
    trendOf(file, { ...goalScale, about: goal.id }, workerView).flatMap((line) =>
      line.points.map((point) => point.value),
    ),
  ]);
  expect(marks).toEqual(
    expect.arrayContaining([
      ["Elif", [3, 5, 6, 5]],
      ["Bram", [2, 4, 6, 3]],
      ["Noor", [3, 7, 8]],
    ]),
  );
});

test("the alarm has a provisional decision that is still to be worked out", () => {
  expect(alarmsOf(file).map((signal) => signal.item)).toEqual(["injury-not-accidental"]);
  expect(decisionsOf(file)[0]?.option).toBe("place-child-elsewhere");
  expect(decisionsOf(file)[0]?.hasGrounds).toBe(false);
  expect(hasOpenDecision(file)).toBe(true);
});

test("who fetches Noor stands in two versions, one of each worker", () => {
  const [conflict, ...others] = conflictsOf(file);
  expect(others).toEqual([]);
  expect(conflict?.heads.map((head) => head.value).sort()).toEqual(["Loes", "oma Sevim"]);
  expect(new Set(conflict?.heads.map((head) => head.author)).size).toBe(2);
});

test("the map and the agreements are there, those for tonight among them", () => {
  expect(new Set(cardsOf(file).map((card) => card.column)).size).toBe(3);
  expect(agreementsOf(file).filter((agreement) => agreement.tonight)).toHaveLength(2);
});

test("the story is complete in English too", async () => {
  expect((await tell(english)).folded).toBe(file.folded);
}, 60_000);

test("within a visit the story's clock never runs back", () => {
  for (const { id } of visitsOf(file)) {
    const heads = [...file.records.values()]
      .flatMap((places) => [...places.values()].flatMap((place) => place.heads))
      .filter((head) => head.visit === id)
      .sort((a, b) => a.lamport - b.lamport);
    const walls = heads.map((head) => head.wall);
    expect(walls).toEqual(walls.toSorted((a, b) => a - b));
  }
});
