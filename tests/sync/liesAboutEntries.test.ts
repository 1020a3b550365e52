import { describe, expect, test } from "vitest";
import { RelayProblem } from "../../src/sync/relayCalls.ts";
import { createScene, missingOn } from "../converge/scene.ts";
import { entryLies } from "./entryLies.ts";
import { signedBadly, toBram } from "./lying.ts";

/**
 * A relay that lies to one device, each lie by its name. Whatever it says, the round ends, with the problem that is named;
 * nothing is lost or shown that nobody wrote; and once the relay is honest again, all is as if it had been so all along.
 */

describe.each(entryLies)("%s", (_name, kind, lie) => {
  test(
    kind ? `is told as ${kind}, and nothing is lost` : "does not show at once, and nothing is lost",
    async () => {
      const scene = await createScene();
      const { anna, bram, carla, caseId, settle, wrongs } = scene;
      for (const value of ["one", "two", "three"]) await scene.write(anna, value);
      await settle(anna);
      for (const value of ["Bram's first", "Bram's second"]) await scene.write(bram, value);
      lie(scene);
      for (let i = 0; i < 2; i += 1) {
        const ended = await bram.round().then(
          () => undefined,
          (error: unknown) => (error instanceof RelayProblem ? error.kind : error),
        );
        if (i === 0) expect(ended).toBe(kind);
      }
      expect(missingOn(scene, [bram], "Bram's first", "Bram's second")).toEqual([]);
      scene.lie();
      await settle();
      const all = ["the first", "one", "two", "three", "Bram's first", "Bram's second"];
      expect(missingOn(scene, [anna, bram, carla], ...all)).toEqual([]);
      expect(await wrongs()).toEqual([]);
      const shown = bram.ledger
        .rows(caseId)
        .filter(({ entry, stands, held }) => entry && stands && held !== "sealed-anew");
      expect(shown).toHaveLength(all.length);
    },
  );
});

test("two devices that are told different histories find together once it is honest", async () => {
  const scene = await createScene();
  const { anna, bram, carla, settle, tables, write, wrongs } = scene;
  const before = tables.backup();
  // To Anna and Carla one history, to Bram another.
  await write(anna, "Anna's");
  await write(bram, "Bram's");
  await settle(anna, carla);
  const theirs = tables.backup();
  tables.restore(before);
  await settle(bram);
  await write(bram, "Bram's next");
  await settle(bram);
  tables.restore(theirs);
  await write(carla, "Carla's");
  await settle();
  expect(missingOn(scene, [anna, bram, carla], "Anna's", "Bram's", "Bram's next", "Carla's")).toEqual([]);
  expect(await wrongs()).toEqual([]);
});

// An honest relay lets such a signature in too, where the next entry of the same device vouches for it, so that it can't be
// called dishonest: what is kept gives way to the same entry with a good signature, and that is asked for.
test("an entry whose signature was altered on the way, which no running hash shows, is read once the relay is honest", async () => {
  const scene = await createScene();
  const { anna, bram, settle, write } = scene;
  for (const value of ["one", "two"]) await write(anna, value);
  await settle(anna);
  toBram("entries", ({ rows, head }) => ({
    rows: rows.map((row) => ({ ...row, bytes: signedBadly(row.bytes) })),
    head,
  }))(scene);
  await bram.round();
  scene.lie();
  await settle();
  expect(missingOn(scene, [bram], "one", "two")).toEqual([]);
});

test("a relay that altered signatures, and was put back to yesterday since, gets back what it lost all the same", async () => {
  const scene = await createScene();
  const { anna, bram, carla, settle, tables, write } = scene;
  for (const value of ["one", "two"]) await write(anna, value);
  await settle(anna);
  const yesterday = tables.backup();
  await write(bram, "Bram's");
  toBram("entries", ({ rows, head }) => ({
    rows: rows.map((row) => ({ ...row, bytes: signedBadly(row.bytes) })),
    head,
  }))(scene);
  await bram.round();
  await bram.round();
  tables.restore(yesterday);
  scene.lie();
  await settle();
  expect(missingOn(scene, [anna, bram, carla], "one", "two", "Bram's")).toEqual([]);
});
