import { expect, test } from "vitest";
import { encodeStatement, judgeStatement } from "../../src/protocol/statement.ts";
import { createScene, letCarlaGo, memberOf, missingOn, nameOf, type Scene } from "../converge/scene.ts";
import { changed, idOf, numbered, onBram, saidElsewhere, toBram } from "./lying.ts";

/** A relay that lies of people and keys, each lie by its name: see `liesAboutEntries.test.ts`. */

/** What he hears of people and keys. */
const statementLies: readonly (readonly [string, (scene: Scene) => void])[] = [
  [
    "a statement with another's signature",
    toBram("members", ({ rows, head }) => ({
      rows: rows.map((row) => ({ ...row, bytes: changed(row.bytes, 60) })),
      head,
    })),
  ],
  [
    "a statement that was made of another, with a running hash of its own",
    toBram("members", ({ rows, head }, after, { dirk }) =>
      numbered(
        {
          rows: rows.map((row) => {
            const signed = judgeStatement(row.bytes);
            if (typeof signed === "string") throw new Error(signed);
            const says = { kind: "added", member: memberOf(dirk), right: "write" };
            return {
              ...row,
              bytes: encodeStatement({ ...signed, statement: { ...signed.statement, says } }),
            };
          }),
          head,
        },
        after,
      ),
    ),
  ],
  [
    "what was said in another family",
    toBram("members", ({ rows, head }, after) =>
      numbered(
        {
          rows: rows.map((row) => ({ ...row, bytes: saidElsewhere(row.bytes, { case: "0e".repeat(16) }) })),
          head,
        },
        after,
      ),
    ),
  ],
  [
    "what was said in another agency",
    toBram("members", ({ rows, head }, after) =>
      numbered(
        {
          rows: rows.map((row) => ({ ...row, bytes: saidElsewhere(row.bytes, { agency: "0e".repeat(16) }) })),
          head,
        },
        after,
      ),
    ),
  ],
  [
    "the roster in the place of the members",
    onBram((honest, { rosterLog, members }) => ({
      pull: (log, after) =>
        honest.pull(
          log.kind === "members" && log.case === members.case ? rosterLog : log,
          after.seq > 6 ? { seq: 0, chain: "" } : after,
        ),
    })),
  ],
];

test.each(statementLies)("%s is told as dishonest, and changes nobody's right", async (_name, lie) => {
  const scene = await createScene();
  const { anna, bram, carla, dirk, caseId, settle, wrongs } = scene;
  await scene.write(bram, "Bram's");
  await letCarlaGo(scene);
  lie(scene);
  await expect(bram.round()).rejects.toMatchObject({ kind: "dishonest" });
  const believed = await bram.exchange().membership(caseId);
  expect([believed.members.has(memberOf(carla)), believed.members.has(memberOf(dirk))]).toEqual([
    true,
    false,
  ]);
  scene.lie();
  await settle();
  expect((await bram.exchange().membership(caseId)).members.has(memberOf(carla))).toBe(false);
  expect(missingOn(scene, [anna, bram], "Bram's")).toEqual([]);
  expect(await wrongs()).toEqual([]);
});

test("a statement that the relay says it has taken, and has not, is not taken", async () => {
  const scene = await createScene();
  const { anna, carla, caseId, members, settle } = scene;
  scene.lie((honest) => ({
    async push(log, rows, isNew) {
      if (log.kind !== "members") return honest.push(log, rows, isNew);
      return {
        answers: rows.map((bytes) => ({ id: idOf(bytes), seq: 99, receivedAt: 1 })),
        head: { seq: 99, chain: "ab".repeat(16) },
      };
    },
  }));
  expect(await letCarlaGo(scene)).toBe(false);
  scene.lie();
  await settle();
  expect((await anna.exchange().membership(caseId)).members.has(memberOf(carla))).toBe(true);
  expect(await letCarlaGo(scene)).toBe(true);
  expect(members.case).toBe(caseId);
});

test.each(["members", "entries"] as const)(
  "what is really written in the %s of another family does not pass for this one's",
  async (kind) => {
    const scene = await createScene();
    const { anna, bram, agency, caseId, relay, settle } = scene;
    const another = "0e".repeat(16);
    await scene.openCase(anna, another, [memberOf(bram)], "the other family's");
    const log = { agency, kind, case: another };
    const theirs = await relay.pull({ agency, device: nameOf(anna) }, log, { seq: 0, chain: "" });
    if (!("rows" in theirs)) throw new Error("no rows");
    await scene.write(anna, "Anna's");
    await letCarlaGo(scene);
    await settle(anna);
    scene.lie((honest, device) => ({
      async pull(asked, after) {
        const isMeant = device === nameOf(bram) && asked.kind === kind && asked.case === caseId;
        return isMeant ? numbered(theirs, after) : honest.pull(asked, after);
      },
    }));
    await expect(bram.round()).rejects.toMatchObject({ kind: "dishonest" });
    scene.lie();
    await settle();
    expect(missingOn(scene, [anna, bram], "Anna's")).toEqual([]);
  },
);
