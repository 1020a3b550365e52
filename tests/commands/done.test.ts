import { expect, test } from "vitest";
import { dayAt, markDone } from "../../src/commands/done.ts";
import type { RecordId } from "../../src/domain/ids.ts";
import { fields, type Instrument } from "../../src/domain/instrument.ts";
import { instrumentById } from "../../src/domain/instruments/list.ts";
import { standingOf } from "../../src/domain/run.ts";
import { decisionFields } from "../../src/domain/safety.ts";
import { newCase, theCase } from "../domain/caseBuilder.ts";

const needed = (id: string): Instrument => {
  const instrument = instrumentById(id);
  if (!instrument) throw new Error(id);
  return instrument;
};

async function withAlarm() {
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  const visit = await family.visit();
  const at = { about: noor, visit };
  const run = await family.answer("alarm-signals", at, {
    "injury-not-accidental": "yes",
    "shaken-baby": "no",
  });
  const { id, ...key } = run;
  const mark = (done: boolean, group?: string) =>
    family.door.run(theCase, markDone, {
      key,
      done,
      instrument: needed("alarm-signals"),
      ...(group ? { group } : {}),
    });
  return { family, at, id, mark };
}

test("klaar waits for what a rule requires, and everything else goes on being saved meanwhile", async () => {
  const { family, at, id, mark } = await withAlarm();
  expect(await mark(true)).toEqual({ ok: false, refused: "notComplete" });
  expect(standingOf(family.file(), id)).toBe("busy");
  await family.answer("alarm-signals", at, { "parent-unavailable": "unknown" });
  await family.answer("immediate-action-decision", at, {
    [decisionFields.option]: "no-immediate-action",
    grounds: "Oma blijft vannacht.",
  });
  expect(await mark(true)).toMatchObject({ ok: true, entry: { intent: "markedDone" } });
  expect(standingOf(family.file(), id)).toBe("done");
});

test("taking klaar back is always possible", async () => {
  const { family, id, mark } = await withAlarm();
  expect((await mark(false)).ok).toBe(true);
  expect(standingOf(family.file(), id)).toBe("busy");
});

test("one group is done when nothing about its own items stands in the way", async () => {
  const { family, id, mark } = await withAlarm();
  expect(await mark(true, "presumed-maltreatment")).toEqual({ ok: false, refused: "notComplete" });
  expect((await mark(true, "child")).ok).toBe(true);
  expect(family.file().records.get(id)?.get(fields.done("child"))?.heads[0]?.value).toBe(true);
  expect(standingOf(family.file(), id)).toBe("busy");
});

test("the worker says of a parent's tool that it is done, in the worker's own voice, once the parent has begun", async () => {
  const family = await newCase();
  const bram = await family.person("Bram", ["parent-concern"]);
  const key = { instrument: "stress-sources", about: bram, voice: bram };
  const args = { key, done: true, instrument: needed("stress-sources") };
  expect(await family.door.run(theCase, markDone, args)).toEqual({ ok: false, refused: "otherVoice" });
  await family.answer("stress-sources", key, { "parent-health": "yes" });
  const outcome = await family.door.run(theCase, markDone, args);
  expect(outcome).toMatchObject({ ok: true, entry: { voice: family.author } });
});

test("a family's screen can't mark anything done", async () => {
  const { family, id, mark } = await withAlarm();
  family.setMode({ kind: "together", voice: "person" as RecordId });
  expect(await mark(false)).toEqual({ ok: false, refused: "notHere" });
  expect(standingOf(family.file(), id)).toBe("busy");
});

test("the day is the day at the table, not the one in Greenwich", () => {
  const night = Date.UTC(2026, 11, 31, 23, 30);
  expect(dayAt({ wall: night, zone: 60 })).toEqual({ year: 2027, month: 1, day: 1 });
  expect(dayAt({ wall: night, zone: 0 })).toEqual({ year: 2026, month: 12, day: 31 });
});
