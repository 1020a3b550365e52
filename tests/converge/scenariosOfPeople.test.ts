import { expect, test } from "vitest";
import { encodeCbor } from "../../src/protocol/cbor.ts";
import { RelayProblem } from "../../src/sync/relayCalls.ts";
import { createScene, letCarlaGo, memberOf, missingOn, nameOf } from "./scene.ts";

/** Who comes and goes, with which tablet, written out step by step: what a year of chance meets only now and then. */

test("who is let in has the keys after one round of the tablet that let them in", async () => {
  const scene = await createScene();
  const { anna, dirk, caseId, members } = scene;
  await anna.exchange().say(members, { kind: "added", member: memberOf(dirk), right: "write" });
  await anna.round();
  await dirk.round();
  expect(missingOn(scene, [dirk], "the first")).toEqual([]);
  expect(dirk.kids(caseId)).toEqual(anna.kids(caseId));
});

test("who is let in while a round is under way, and has heard who belongs there, has the keys after the next", async () => {
  const scene = await createScene();
  const { anna, dirk, caseId, members, write, lie } = scene;
  await write(anna, "the second");
  let isSaid = false;
  lie((honest, device) => ({
    async pull(log, after) {
      if (device === nameOf(anna) && log.kind === "entries" && log.case === caseId && !isSaid) {
        isSaid = true;
        await anna.exchange().say(members, { kind: "added", member: memberOf(dirk), right: "write" });
      }
      return honest.pull(log, after);
    },
  }));
  await anna.round();
  expect(isSaid).toBe(true);
  await anna.round();
  await dirk.round();
  expect(dirk.kids(caseId)).toEqual(anna.kids(caseId));
  expect(missingOn(scene, [dirk], "the first", "the second")).toEqual([]);
});

test("who has let somebody in may close the tablet: the keys have gone along", async () => {
  const scene = await createScene();
  const { anna, dirk, caseId } = scene;
  expect(
    await anna.exchange().sayOfCase(caseId, { kind: "added", member: memberOf(dirk), right: "write" }),
  ).toBe(true);
  scene.vanish(anna);
  await dirk.round();
  expect(missingOn(scene, [dirk], "the first")).toEqual([]);
});

test("what one tablet says twice at once is both said", async () => {
  const scene = await createScene();
  const { anna, bram, carla, dirk, caseId, members } = scene;
  const said = await Promise.all([
    anna.exchange().say(members, { kind: "added", member: memberOf(dirk), right: "read" }),
    anna.exchange().say(members, { kind: "offered", member: memberOf(bram) }),
    anna.exchange().remove(caseId, memberOf(carla)),
    anna.round(),
  ]);
  expect(said.slice(0, 3)).toEqual([true, true, true]);
  const { offers, members: here } = await anna.exchange().membership(caseId);
  expect([...offers.values()].map(({ member }) => member)).toEqual([memberOf(bram)]);
  expect([...here.keys()].sort()).toEqual([anna, bram, dirk].map(memberOf).sort());
});

test("a stranger's key never seals, though a relay hands it out as a colleague's", async () => {
  const scene = await createScene();
  const { bram, dirk, caseId, members, settle, write } = scene;
  const second = await scene.secondTablet(bram);
  const kids = ["66".repeat(8)];
  const file = encodeCbor({ recipient: second.identity().recipient, caseId, kids });
  await dirk.round();
  await scene.forceSaid(dirk, members, { kind: "granted", to: nameOf(second), kids, file });
  await second.round();
  expect(second.kids(caseId)).toEqual([]);
  await settle();
  expect(second.kids(caseId).at(-1)).toBe(bram.kids(caseId).at(-1));
  await write(second, "under the family's key");
  await settle();
  expect(missingOn(scene, [bram], "under the family's key")).toEqual([]);
});

test("what somebody wrote who is no member is kept on every device and shown on none, until it is taken in", async () => {
  const scene = await createScene();
  const { anna, bram, carla, caseId, settle, shows, write, wrongs } = scene;
  await letCarlaGo(scene);
  await write(carla, "too late");
  await scene.forceIn(carla);
  await settle(anna, bram);
  for (const device of [anna, bram]) {
    expect(device.ledger.rows(caseId).some((row) => row.device === nameOf(carla) && !row.stands)).toBe(true);
    expect(shows(device, "too late")).toBe(false);
    expect([...(await device.exchange().toReview(caseId)).keys()]).toEqual([nameOf(carla)]);
  }
  await scene.takeInAll(bram);
  expect(missingOn(scene, [anna, bram], "too late")).toEqual([]);
  expect(await wrongs()).toEqual([]);
});

test("two tablets that are one by mistake become two, and both keep all that they wrote", async () => {
  const scene = await createScene();
  const { anna, bram, carla, caseId, settle, write, wrongs } = scene;
  const twin = scene.clone(bram);
  const name = nameOf(bram);
  for (const i of [1, 2, 3]) {
    await write(bram, `Bram's ${i}`);
    await write(twin, `the twin's ${i}`);
  }
  await bram.round();
  await settle();
  expect([nameOf(bram) === name, nameOf(twin) === name]).toEqual([true, false]);
  expect((await anna.exchange().roster()).devices.get(nameOf(twin))?.member).toBe(memberOf(bram));
  const all = [1, 2, 3].flatMap((i) => [`Bram's ${i}`, `the twin's ${i}`]);
  expect(missingOn(scene, [anna, bram, carla, twin], "the first", ...all)).toEqual([]);
  expect(twin.ledger.rows(caseId).filter(({ held }) => held === "sealed-anew")).toHaveLength(3);
  expect(twin.relabelled).toBe(3);
  expect(await wrongs()).toEqual([]);
});

test("a key that was renewed while one was away is there when he comes back, and not for who was removed", async () => {
  const scene = await createScene();
  const { anna, bram, carla, caseId, entries, relay, agency, settle, shows, write } = scene;
  const before = [...anna.kids(caseId)];
  expect(before).toHaveLength(1);
  await write(bram, "with the old key");
  await letCarlaGo(scene);
  await settle(anna);
  await write(anna, "with the new key");
  await settle(anna);
  expect(anna.kids(caseId)).toHaveLength(2);
  await settle(bram);
  await write(bram, "with it too");
  await settle(anna, bram);
  expect(missingOn(scene, [anna, bram], "with the old key", "with the new key", "with it too")).toEqual([]);
  expect(bram.kids(caseId).at(-1)).toBe(anna.kids(caseId).at(-1));
  await settle(carla);
  expect(carla.kids(caseId)).toEqual(before);
  expect(await relay.pull({ agency, device: nameOf(carla) }, entries, { seq: 0, chain: "" })).toEqual({
    denied: "not-a-member",
  });
  // Even from a relay that gives her everything she reads no more than she could.
  const everything = await relay.pull({ agency, device: nameOf(anna) }, entries, { seq: 0, chain: "" });
  if (!("rows" in everything)) throw new Error("no rows");
  await carla.ledger.keepEntries(entries, everything.rows, everything.head, () => true);
  expect([
    shows(carla, "with the old key"),
    shows(carla, "with the new key"),
    shows(carla, "with it too"),
  ]).toEqual([...[true, false, false]]);
});

test("what who was removed had not sent is left as late, and is shown once it is taken in", async () => {
  const scene = await createScene();
  const { anna, bram, carla, caseId, settle, shows, write, wrongs } = scene;
  await write(carla, "one");
  await write(carla, "two");
  await letCarlaGo(scene);
  expect((await carla.round()).left).toEqual(new Set([caseId]));
  await settle();
  expect(shows(anna, "one")).toBe(false);
  const [end = 0] = (await bram.exchange().toReview(caseId)).values();
  expect(await bram.exchange().toReview(caseId)).toEqual(new Map([[nameOf(carla), end]]));
  // Only the first of them, and then the other too.
  await bram.exchange().takeIn(caseId, nameOf(carla), end - 1);
  await settle();
  expect([shows(anna, "one"), shows(anna, "two")]).toEqual([true, false]);
  await scene.takeInAll(anna);
  expect(missingOn(scene, [anna, bram], "one", "two")).toEqual([]);
  expect(await wrongs()).toEqual([]);
});

test("who comes back to a family sends what had been left as late", async () => {
  const scene = await createScene();
  const { anna, bram, carla, caseId, members, settle, write, wrongs } = scene;
  await write(carla, "late");
  await letCarlaGo(scene);
  await settle();
  expect(carla.ledger.rows(caseId).filter(({ held }) => held === "late")).toHaveLength(1);
  await anna.exchange().say(members, { kind: "added", member: memberOf(carla), right: "write" });
  await settle();
  expect(carla.ledger.rows(caseId).filter(({ held }) => held === "late")).toHaveLength(0);
  expect(missingOn(scene, [anna, bram, carla], "late")).toEqual([]);
  expect(await wrongs()).toEqual([]);
});

test("what two tablets that are one by mistake left as late under the same numbers is all taken in", async () => {
  const scene = await createScene();
  const { anna, bram, carla, write, wrongs } = scene;
  const twin = scene.clone(carla);
  await write(carla, "Carla's");
  await write(twin, "the twin's");
  await letCarlaGo(scene);
  await carla.round();
  await twin.round();
  await scene.takeInAll(anna);
  await scene.takeInAll(anna);
  expect(missingOn(scene, [anna, bram], "Carla's", "the twin's")).toEqual([]);
  expect(await wrongs()).toEqual([]);
});

test("what a tablet could not give another name before it was revoked is left as late, and taken in", async () => {
  const scene = await createScene();
  const { anna, bram, carla, agency, caseId, rosterLog, settle, write, wrongs } = scene;
  const second = await scene.secondTablet(bram);
  await settle();
  const twin = scene.clone(second);
  await write(second, "the tablet's");
  await write(twin, "the twin's");
  await second.round();
  // The twin hears that its number is another's, and the network fails when it asks for a name of its own.
  scene.lie((honest, device) => ({
    async push(log, rows, isNew) {
      if (device === nameOf(twin) && log.kind === "roster") throw new RelayProblem("offline");
      return honest.push(log, rows, isNew);
    },
  }));
  await expect(twin.round()).rejects.toThrow(RelayProblem);
  expect([...(await twin.ledger.forked()).keys()]).toEqual([caseId]);
  scene.lie();
  const says = { kind: "revoked", device: nameOf(second), statements: 9 } as const;
  expect(await anna.exchange().say(rosterLog, says)).toBe(true);
  expect(rosterLog.agency).toBe(agency);
  await settle();
  await scene.takeInAll(anna);
  await scene.takeInAll(anna);
  expect(missingOn(scene, [anna, bram, carla], "the tablet's", "the twin's")).toEqual([]);
  expect(await wrongs()).toEqual([]);
});

test("a new key is with everybody before it is announced: nothing hangs on the tablet that made it", async () => {
  const scene = await createScene();
  const { anna, bram, carla, caseId, settle, write } = scene;
  let said = 0;
  scene.lie((honest, device) => ({
    async push(log, rows, isNew) {
      if (device === nameOf(anna) && log.kind === "members") said += 1;
      if (said > 2) throw new RelayProblem("offline");
      return honest.push(log, rows, isNew);
    },
  }));
  expect(await letCarlaGo(scene)).toBe(true);
  await expect(anna.round()).rejects.toThrow(RelayProblem);
  scene.lie();
  scene.vanish(anna);
  await settle(bram, carla);
  await write(bram, "after all that");
  await settle(bram, carla);
  expect(carla.kids(caseId)).not.toContain(bram.kids(caseId).at(-1));
});

test("what who was removed had sent, and the relay has lost, is left as late", async () => {
  const scene = await createScene();
  const { anna, bram, carla, tables, write, wrongs } = scene;
  const yesterday = tables.backup();
  await write(carla, "sent");
  await carla.round();
  tables.restore(yesterday);
  await letCarlaGo(scene);
  await carla.round();
  await scene.takeInAll(anna);
  expect(missingOn(scene, [anna, bram], "sent")).toEqual([]);
  expect(await wrongs()).toEqual([]);
});

test("what was sealed with a key that a restored relay has lost opens, though who holds it works there no more", async () => {
  const scene = await createScene();
  const { anna, bram, carla, caseId, tables, write, wrongs } = scene;
  const yesterday = tables.backup();
  expect(await bram.exchange().remove(caseId, memberOf(carla))).toBe(true);
  await write(bram, "with the new key");
  await bram.round();
  const lost = bram.kids(caseId).at(-1) ?? "";
  tables.restore(yesterday);
  expect(await anna.exchange().remove(caseId, memberOf(bram))).toBe(true);
  expect(anna.kids(caseId)).not.toContain(lost);
  await bram.round();
  await scene.takeInAll(anna);
  expect(missingOn(scene, [anna, carla], "with the new key")).toEqual([]);
  expect(anna.kids(caseId).at(-1), "it opens, and seals nothing").not.toBe(lost);
  expect(await wrongs()).toEqual([]);
});

test("who hears a family wraps its key back to who gave it once nothing moves any more, and not before", async () => {
  const scene = await createScene();
  const { anna, bram } = scene;
  const caseId = "0b".repeat(16);
  await scene.openCase(anna, caseId, [memberOf(bram)], "another family");
  const isWrappedBack = async () =>
    (await bram.exchange().membership(caseId)).grants
      .get(nameOf(anna))
      ?.some(({ by }) => by === nameOf(bram)) ?? false;
  await bram.round();
  expect(bram.kids(caseId)).toEqual(anna.kids(caseId));
  expect(await isWrappedBack()).toBe(false);
  await bram.round();
  expect(await isWrappedBack()).toBe(true);
});

test("a tablet that is put back to yesterday gets the key back that it has made since", async () => {
  const scene = await createScene();
  const { anna, bram, caseId, settle, write, wrongs } = scene;
  const yesterday = scene.clone(anna);
  await letCarlaGo(scene);
  await settle(anna, bram);
  await write(bram, "with the new key");
  await settle(anna, bram);
  scene.vanish(anna);
  await settle();
  expect(yesterday.kids(caseId).at(-1)).toBe(bram.kids(caseId).at(-1));
  expect(missingOn(scene, [bram, yesterday], "with the new key")).toEqual([]);
  expect(await wrongs()).toEqual([]);
});
