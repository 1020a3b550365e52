import { describe, expect, test } from "vitest";
import { writeGoal } from "../../src/commands/plan.ts";
import {
  type Earshot,
  isFirstVisit,
  isGuarded,
  keyOf,
  offersFor,
  suggestedFor,
} from "../../src/domain/handing.ts";
import type { RecordId } from "../../src/domain/ids.ts";
import { groupsFor } from "../../src/domain/instrument.ts";
import { instrumentById } from "../../src/domain/instruments/list.ts";
import { peopleOf, personOf } from "../../src/domain/people.ts";
import { goalFields } from "../../src/domain/plan.ts";
import { newCase } from "./caseBuilder.ts";

async function table() {
  const family = await newCase();
  const elif = await family.person("Elif", ["parent-concern"]);
  const bram = await family.person("Bram", ["parent-other"]);
  const noor = await family.person("Noor", ["child"]);
  const oma = await family.person("oma Sevim", ["relative"]);
  const offered = (person: RecordId, guarded = false) =>
    offersFor(family.file(), personOf(family.file(), person), guarded);
  const guarded = (person: RecordId, earshot: Earshot | undefined) =>
    isGuarded(personOf(family.file(), person), peopleOf(family.file()), earshot);
  return { family, elif, bram, noor, oma, offered, guarded };
}

const needed = (id: string) => {
  const instrument = instrumentById(id);
  if (!instrument) throw new Error(`no instrument ${id}`);
  return instrument;
};

describe("what may be laid before whom", () => {
  test("each is offered only what has a question or a line for that voice", async () => {
    const { elif, noor, offered } = await table();
    for (const [person, voice] of [
      [elif, "parent"],
      [noor, "child"],
    ] as const) {
      expect(offered(person).length).toBeGreaterThan(3);
      for (const { instrument } of offered(person)) {
        expect(needed(instrument).voices).toContain(voice);
        expect(groupsFor(needed(instrument), voice)).not.toEqual([]);
      }
    }
  });

  test("a parent is offered no talk with the child, and a child no diary of the parents", async () => {
    const { elif, noor, offered } = await table();
    const ids = (person: RecordId) => offered(person).map(({ instrument }) => instrument);
    expect(ids(elif)).toContain("irritation-diary");
    expect(ids(elif)).not.toContain("child-conversation-steps");
    expect(ids(noor)).toContain("child-conversation-steps");
    expect(ids(noor)).not.toContain("irritation-diary");
  });

  test("nobody of the family is offered what only workers judge", async () => {
    const { elif, noor, offered } = await table();
    for (const person of [elif, noor])
      for (const { instrument } of offered(person))
        expect(["alarm-signals", "safety-appraisal", "immediate-action-decision"]).not.toContain(instrument);
  });

  test("the map, the number for safety and the one for progress are laid down apart", async () => {
    const { noor, offered } = await table();
    const parts = offered(noor).filter(({ instrument }) => instrument === "signs-of-safety");
    expect(parts.map(({ id }) => id)).toEqual(["map", "safety", "progress"]);
    expect(parts[1]?.items).toEqual(["safety-score-family"]);
  });

  test("a tool about goals is offered once for each goal of one's own or of the family, and not for another's", async () => {
    const { family, elif, bram, offered } = await table();
    const goal = await family.create(
      "goal",
      writeGoal,
      { [goalFields.sentence]: "rustig praten" },
      { voice: elif },
    );
    const about = (person: RecordId) =>
      offered(person)
        .filter(({ instrument }) => instrument === "scaling-questions")
        .map((one) => one.about);
    expect(about(elif)).toEqual([goal]);
    expect(about(bram)).toEqual([]);
    const ours = await family.create("goal", writeGoal, { [goalFields.sentence]: "rust in huis" });
    expect([about(elif), about(bram)]).toEqual([[goal, ours], [ours]]);
  });

  test("no two offers share an id, or a tick would lay down both", async () => {
    const { family, elif, offered } = await table();
    await family.create("goal", writeGoal, { [goalFields.sentence]: "rustig praten" }, { voice: elif });
    await family.create("goal", writeGoal, { [goalFields.sentence]: "samen eten" }, { voice: elif });
    const ids = offered(elif).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("who can look or listen along", () => {
  test("a child with a parent near gets only what is safe with a parent near", async () => {
    const { elif, noor, offered, guarded } = await table();
    expect(guarded(noor, [elif])).toBe(true);
    const ids = offered(noor, true).map(({ instrument }) => instrument);
    expect(ids).toContain("stoplight");
    expect(ids).toContain("drawing");
    for (const id of ids) expect(needed(id).inEarshot).toBe(true);
    expect(offered(noor, true).map(({ id }) => id)).not.toContain("safety");
  });

  test("not to know who listens is as careful as a parent who does, and so is somebody without a name", async () => {
    const { noor, guarded } = await table();
    expect([guarded(noor, "unknown"), guarded(noor, undefined), guarded(noor, [])]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test("nobody near, or nobody but a grandmother: a child may be asked everything", async () => {
    const { noor, oma, bram, guarded } = await table();
    expect(guarded(noor, "nobody")).toBe(false);
    expect(guarded(noor, [oma, bram])).toBe(true);
  });

  test("a parent is asked the same whoever listens", async () => {
    const { elif, bram, guarded } = await table();
    for (const earshot of ["unknown", undefined, "nobody", [bram]] as const)
      expect(guarded(elif, earshot)).toBe(false);
  });
});

describe("what lies ready", () => {
  test("a first visit suggests no number for safety; a later one does", async () => {
    const { family, elif, offered } = await table();
    const first = await family.visit({ location: "home" }, { finished: true });
    expect(isFirstVisit(family.file(), first)).toBe(true);
    const second = await family.visit();
    expect(isFirstVisit(family.file(), second)).toBe(false);
    const laid = ["signs-of-safety", "stoplight"];
    expect(suggestedFor(offered(elif), laid, true)).toEqual(["map", "stoplight"]);
    expect(suggestedFor(offered(elif), laid, false)).toEqual(["map", "safety", "stoplight"]);
  });

  test("what was not laid out is not suggested", async () => {
    const { elif, offered } = await table();
    expect(suggestedFor(offered(elif), [], false)).toEqual([]);
  });
});

describe("the run that a tool is opened in", () => {
  test("a repeated one goes on where it was last in this visit, and begins at one", async () => {
    const { family, elif } = await table();
    const visit = await family.visit();
    const stoplight = needed("stoplight");
    const key = () => keyOf(family.file(), stoplight, elif, elif, visit);
    expect(key().occasion).toBe("1");
    await family.answer("stoplight", { about: elif, voice: elif, visit, occasion: "1" }, { situation: "a" });
    await family.answer("stoplight", { about: elif, voice: elif, visit, occasion: "2" }, { situation: "b" });
    expect(key().occasion).toBe("2");
    const next = await family.visit();
    expect(keyOf(family.file(), stoplight, elif, elif, next).occasion).toBe("1");
  });

  test("another voice has a run of its own", async () => {
    const { family, elif, bram } = await table();
    const visit = await family.visit();
    await family.answer("stoplight", { about: elif, voice: elif, visit, occasion: "2" }, { situation: "b" });
    expect(keyOf(family.file(), needed("stoplight"), bram, bram, visit).occasion).toBe("1");
  });

  test("what starts afresh in each visit carries the visit, what goes on does not", async () => {
    const { family, elif } = await table();
    const visit = await family.visit();
    const keys = ["signs-of-safety", "goals-specific"].map((id) =>
      keyOf(family.file(), needed(id), elif, elif, visit),
    );
    for (const key of keys) expect("visit" in key).toBe(needed(key.instrument).span === "visit");
  });
});
