import { expect, test } from "vitest";
import { RelayProblem } from "../../src/sync/relayCalls.ts";
import { createScene, letCarlaGo, memberOf, missingOn, nameOf, type Scene } from "./scene.ts";

/** What a relay does to its logs, written out step by step: what a year of chance meets only now and then. */

/** Between Anna's pull and her push Bram is quicker: her receipt is for a place that she has not heard up to. */
async function sendUnheard(scene: Scene): Promise<void> {
  const { anna, bram, caseId, write } = scene;
  await write(anna, "Anna's");
  await write(bram, "Bram's");
  let isBetween = true;
  scene.lie((honest, device) => ({
    async push(log, rows, isNew) {
      if (isBetween && device === nameOf(anna) && log.kind === "entries") {
        isBetween = false;
        await bram.round();
      }
      return honest.push(log, rows, isNew);
    },
  }));
  await anna.round();
  scene.lie();
  expect(isBetween).toBe(false);
  expect(anna.ledger.rows(caseId).filter(({ unheard }) => unheard)).toHaveLength(1);
}

test("sent means heard: what a relay has acknowledged and lost before it was heard is sent again", async () => {
  const scene = await createScene();
  const { anna, bram, carla, settle, tables, wrongs } = scene;
  const yesterday = tables.backup();
  await sendUnheard(scene);
  tables.restore(yesterday);
  await settle();
  expect(missingOn(scene, [anna, bram, carla], "Anna's", "Bram's")).toEqual([]);
  expect(await wrongs()).toEqual([]);
});

test("also where the relay then stands just where it was last heard, and nobody else writes", async () => {
  const scene = await createScene();
  const { anna, bram, carla, settle, tables, wrongs } = scene;
  const yesterday = tables.backup();
  await sendUnheard(scene);
  tables.restore(yesterday);
  scene.vanish(bram);
  await settle();
  expect(missingOn(scene, [anna, carla], "Anna's")).toEqual([]);
  expect(await wrongs()).toEqual([]);
});

test("what stands on a relay behind something unheard counts as sent only once that place is reached", async () => {
  const scene = await createScene();
  const { anna, bram, carla, settle, tables, write, wrongs } = scene;
  const yesterday = tables.backup();
  await write(anna, "Anna's");
  await settle(anna, carla);
  tables.restore(yesterday);
  await write(bram, "Bram's");
  await bram.round();
  const before = tables.backup();
  await carla.round();
  // Anna finds Bram's entry before her own, which Carla has given back; and the network breaks off there.
  let pulls = 0;
  scene.lie((honest, device) => ({
    async pull(log, after) {
      if (device === nameOf(anna) && log.kind === "entries") pulls += 1;
      if (pulls === 2) throw new RelayProblem("offline");
      return honest.pull(log, after);
    },
  }));
  await expect(anna.round()).rejects.toThrow(RelayProblem);
  scene.lie();
  tables.restore(before);
  scene.vanish(carla);
  await settle();
  expect(missingOn(scene, [anna, bram], "Anna's", "Bram's")).toEqual([]);
  expect(await wrongs()).toEqual([]);
});

test("a statement that a relay has lost, was offered again and has lost again before it was heard comes back", async () => {
  const scene = await createScene();
  const { anna, bram, carla, dirk, caseId, members, settle, tables } = scene;
  const yesterday = tables.backup();
  await anna.exchange().say(members, { kind: "added", member: memberOf(dirk), right: "write" });
  tables.restore(yesterday);
  // The relay takes what Anna offers once more, and is restored in that moment: she never hears it.
  let restored = 0;
  scene.lie((honest, device) => ({
    async push(log, rows, isNew) {
      const answer = await honest.push(log, rows, isNew);
      if (restored === 0 && device === nameOf(anna) && log.kind === "members") {
        restored += 1;
        tables.restore(yesterday);
        throw new RelayProblem("offline");
      }
      return answer;
    },
  }));
  await expect(anna.round()).rejects.toThrow(RelayProblem);
  expect(restored).toBe(1);
  await settle();
  for (const device of [anna, bram, carla, dirk]) {
    expect((await device.exchange().membership(caseId)).members.has(memberOf(dirk))).toBe(true);
  }
});

test("and so does what an administrator has said of people", async () => {
  const scene = await createScene();
  const { anna, bram, carla, rosterLog, settle, tables } = scene;
  const yesterday = tables.backup();
  await anna.exchange().say(rosterLog, { kind: "appointed", member: memberOf(carla), role: "supervisor" });
  tables.restore(yesterday);
  let offers = 0;
  scene.lie((honest, device) => ({
    async push(log, rows, isNew) {
      if (device === nameOf(anna) && log.kind === "roster") offers += 1;
      if (offers === 1) throw new RelayProblem("offline");
      return honest.push(log, rows, isNew);
    },
  }));
  await expect(anna.round()).rejects.toThrow(RelayProblem);
  await settle();
  expect(offers).toBe(2);
  expect((await bram.exchange().roster()).roles.get(memberOf(carla))).toBe("supervisor");
});

test("a relay from yesterday gets back whatever anybody holds, also of a tablet that is gone", async () => {
  const scene = await createScene();
  const { anna, bram, carla, dirk, caseId, members, settle, tables, write, wrongs } = scene;
  const yesterday = tables.backup();
  await write(bram, "Bram's last");
  await bram.exchange().say(members, { kind: "added", member: memberOf(dirk), right: "write" });
  await settle(bram, carla);
  scene.vanish(bram);
  await write(anna, "Anna's, unsent");
  tables.restore(yesterday);
  await settle();
  expect(missingOn(scene, [anna, carla, dirk], "Bram's last", "Anna's, unsent", "the first")).toEqual([]);
  expect((await anna.exchange().membership(caseId)).members.get(memberOf(dirk))?.by).toBe(nameOf(bram));
  expect(await wrongs()).toEqual([]);
});

test("what a relay from yesterday has lost of what was left as late is left once more", async () => {
  const scene = await createScene();
  const { anna, bram, carla, settle, tables, write, wrongs } = scene;
  await write(carla, "late");
  await letCarlaGo(scene);
  const yesterday = tables.backup();
  await settle();
  tables.restore(yesterday);
  await settle();
  await scene.takeInAll(anna);
  expect(missingOn(scene, [anna, bram], "late")).toEqual([]);
  expect(await wrongs()).toEqual([]);
});

test("what follows an entry that the relay does not take is not offered again and again", async () => {
  const scene = await createScene();
  const { anna, bram, caseId, settle, shows, write } = scene;
  await write(bram, "one");
  await write(bram, "two");
  const [first] = await bram.ledger.unsent(caseId, 1, 1);
  let pushes = 0;
  // One byte of the first is changed on the way, each time.
  scene.lie((honest) => ({
    push(log, rows, isNew) {
      if (log.kind === "entries") pushes += 1;
      const sent = rows.map((bytes) => {
        if (bytes !== first?.bytes) return bytes;
        const changed = bytes.slice();
        changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
        return changed;
      });
      return honest.push(log, sent, isNew);
    },
  }));
  await bram.round();
  const held = bram.ledger.rows(caseId).flatMap((row) => (row.held ? [row.held] : []));
  expect(held).toEqual(["bad-signature", "bad-signature"]);
  pushes = 0;
  for (let i = 0; i < 3; i += 1) await bram.round();
  expect(pushes).toBe(0);
  expect([shows(bram, "one"), shows(bram, "two")], "it stays on the tablet").toEqual([true, true]);
  await write(anna, "Anna's");
  await settle();
  expect(shows(bram, "Anna's"), "and stands in nobody's way").toBe(true);
});
