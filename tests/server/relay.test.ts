import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyHead, type LogName } from "../../src/protocol/logs.ts";
import type { Cut } from "../../src/protocol/statement.ts";
import { entriesLog, membersLog, rosterLog } from "../../src/server/members.ts";
import { type Caller, createRelay, type Relay } from "../../src/server/relay.ts";
import type { Tables } from "../../src/server/tables.ts";
import { verifySignature } from "../../src/server/verify.ts";
import { type Engine, engines } from "./engines.ts";
import {
  createPeople,
  createSigner,
  hex,
  type People,
  type Said,
  type Signer,
  type Written,
} from "./people.ts";

type Offered = readonly (Said | Written)[];

/** An agency with a family: Anna works in it, Bram and Carla do not yet. */
async function createAgency(tables: Tables) {
  const people: People = await createPeople();
  const { root, agency, say, admission } = people;
  const moved: LogName[] = [];
  let now = 5_000;
  const relayOver = (): Relay =>
    createRelay({ tables, verify: verifySignature, clock: () => now, onMoved: (log) => moved.push(log) });
  const relay = relayOver();
  const members = { anna: hex(16), bram: hex(16), carla: hex(16) };
  const devices = { anna: await createSigner(), bram: await createSigner(), carla: await createSigner() };
  const admitted: Said[] = [await say(root, "", { kind: "founded", recovery: `age1${"r".repeat(58)}` })];
  for (const name of ["anna", "bram", "carla"] as const) {
    const role = name === "anna" ? "administrator" : "worker";
    admitted.push(await say(root, "", admission(members[name], devices[name], role)));
  }
  const caseId = hex(16);
  const caller = ({ id }: Signer): Caller => ({ agency, device: id });
  const push = (by: Signer, log: LogName, rows: Offered, isNew = true) =>
    relay.push(
      caller(by),
      log,
      rows.map(({ bytes }) => bytes),
      isNew,
    );
  await relay.found(
    agency,
    admitted.map(({ bytes }) => bytes),
  );
  const opened = await say(devices.anna, caseId, { kind: "opened", cuts: [] });
  await push(devices.anna, membersLog(agency, caseId), [opened]);
  return {
    ...people,
    relay,
    relayOver,
    members,
    devices,
    admitted,
    opened,
    caseId,
    moved,
    caller,
    push,
    roster: rosterLog(agency),
    membership: membersLog(agency, caseId),
    entries: entriesLog(agency, caseId),
    at: (millis: number) => {
      now = millis;
    },
  };
}

const taken = { seq: expect.any(Number), receivedAt: expect.any(Number) };

describe.each(engines)("the relay over %s", (_name, open) => {
  let engine: Engine;
  let restored: Engine;
  beforeAll(async () => {
    [engine, restored] = await Promise.all([open(), open()]);
  });
  afterAll(() => Promise.all([engine?.close(), restored?.close()]));

  test("an agency is founded once, by its own root, and again without harm", async () => {
    const { relay, agency, admitted, caller, root, roster, say, admission } = await createAgency(
      engine.tables,
    );
    const again = await relay.found(
      agency,
      admitted.map(({ bytes }) => bytes),
    );
    expect(again.answers).toMatchObject(admitted.map(({ id }, index) => ({ id, seq: index + 1 })));
    expect(await relay.pull(caller(root), roster, emptyHead)).toMatchObject({
      rows: admitted.map(({ bytes }) => ({ bytes })),
    });
    const others = await createPeople();
    const foreign = await others.say(others.root, "", { kind: "founded", recovery: "age1q" });
    const refused = await relay.found(agency, [foreign.bytes, new Uint8Array(3)]);
    expect(refused.answers).toMatchObject([{ refused: "elsewhere" }, { refused: "malformed" }]);
    const stranger = await createSigner();
    const own = await say(stranger, "", admission(hex(16), stranger));
    expect((await relay.found(agency, [own.bytes])).answers).toMatchObject([{ refused: "not-a-member" }]);
  });

  test("an entry of a member is taken and read by members, and by nobody else", async () => {
    const { relay, devices, caseId, entries, write, caller, push, moved } = await createAgency(engine.tables);
    const written = await write(devices.anna, caseId, 3);
    moved.length = 0;
    expect(await push(devices.anna, entries, written)).toMatchObject({
      answers: written.map(({ id, n }) => ({ id, seq: n })),
    });
    expect(moved).toEqual([entries]);
    expect(await relay.pull(caller(devices.anna), entries, emptyHead)).toMatchObject({
      rows: written.map(({ bytes }) => ({ bytes })),
    });
    const stranger = await createSigner();
    for (const [by, denied] of [
      [devices.bram, "not-a-member"],
      [stranger, "unknown"],
    ] as const) {
      expect(await push(by, entries, await write(by, caseId, 1))).toEqual({ denied });
      expect(await relay.pull(caller(by), entries, emptyHead)).toEqual({ denied });
      expect(await relay.ids(caller(by), entries, 0, 10)).toEqual({ denied });
      expect(await relay.lateOf(caller(by), caseId)).toEqual({ denied });
    }
    const elsewhere = { agency: hex(16), device: devices.anna.id };
    expect(await relay.pull(elsewhere, entries, emptyHead)).toEqual({ denied: "unknown" });
  });

  test("a member offers what somebody wrote who is none: that entry is refused, and no other", async () => {
    const { devices, caseId, entries, write, push } = await createAgency(engine.tables);
    const [foreign, own] = [await write(devices.bram, caseId, 1), await write(devices.anna, caseId, 1)];
    expect(await push(devices.anna, entries, [...foreign, ...own])).toMatchObject({
      answers: [{ refused: "not-a-member", last: 0 }, { seq: 1 }],
    });
  });

  test("what is changed on the way, of another case or no entry at all is refused with its reason", async () => {
    const { devices, caseId, entries, write, push } = await createAgency(engine.tables);
    const [first, second] = (await write(devices.anna, caseId, 2)) as [Written, Written];
    const changed = new Uint8Array(second.bytes);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    const [other] = (await write(devices.anna, hex(16), 1)) as [Written];
    const none = { id: "", n: 0, bytes: new Uint8Array([1, 2, 3]) };
    const large = { id: "", n: 0, bytes: new Uint8Array(300_000) };
    const offered = [first, { ...second, bytes: changed }, other, none, large, second];
    const answer = await push(devices.anna, entries, offered);
    expect(answer).toMatchObject({
      answers: [
        taken,
        expect.objectContaining({ refused: expect.stringMatching(/bad-signature|malformed/) }),
        { id: other.id, refused: "elsewhere" },
        { id: "", refused: "malformed" },
        { id: "", refused: "too-large" },
        taken,
      ],
    });
  });

  test("nobody puts a broken signature in the place of another's good one", async () => {
    const { members, devices, caseId, entries, membership, write, say, push } = await createAgency(
      engine.tables,
    );
    const { anna, bram } = devices;
    const added = await say(anna, caseId, { kind: "added", member: members.bram, right: "write" });
    await push(anna, membership, [added]);
    const [first, second] = (await write(anna, caseId, 2)) as [Written, Written];
    const withBroken = (row: Written): Written => {
      const bytes = new Uint8Array(row.bytes);
      const at = Buffer.from(bytes).indexOf("signature") + 12;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return { ...row, bytes };
    };
    expect(await push(bram, entries, [withBroken(first), second])).toMatchObject({
      answers: [{ id: first.id, refused: "bad-signature" }, { refused: "gap" }],
    });
    expect(
      await push(anna, entries, [first, withBroken(second)]),
      "nor leaves one as the last of its own",
    ).toMatchObject({
      answers: [
        { id: first.id, seq: 1 },
        { id: second.id, refused: "bad-signature" },
      ],
    });
  });

  test("a colleague who was let in reads and writes; removed, neither, but still why", async () => {
    const { relay, members, devices, caseId, entries, membership, write, say, caller, push, moved } =
      await createAgency(engine.tables);
    const { anna, bram, carla } = devices;
    const added = await say(anna, caseId, { kind: "added", member: members.bram, right: "write" });
    expect(await push(anna, membership, [added])).toMatchObject({ answers: [taken] });
    const before = await write(bram, caseId, 2);
    expect(await push(bram, entries, before)).toMatchObject({ answers: [taken, taken] });
    const late = await write(bram, caseId, 2, before[1]);
    const cuts: Cut[] = [{ device: bram.id, entries: 2, statements: 0 }];
    const removed = await say(anna, caseId, { kind: "removed", member: members.bram, cuts });
    expect(await push(anna, membership, [removed])).toMatchObject({ answers: [taken] });

    expect(await push(bram, entries, late)).toEqual({ denied: "not-a-member" });
    expect(await relay.pull(caller(bram), entries, emptyHead)).toEqual({ denied: "not-a-member" });
    expect(await relay.pull(caller(bram), membership, emptyHead)).toMatchObject({ head: { seq: 3 } });
    expect(await relay.pull(caller(carla), membership, emptyHead)).toEqual({ denied: "not-a-member" });
    // The keys of what he wrote he may hand back, also when his device is taken from him; who never worked there, not.
    const keys = { kind: "granted", to: anna.id, kids: ["ab".repeat(8)], file: new Uint8Array(200) } as const;
    const handed = await say(bram, caseId, keys);
    expect(await push(bram, membership, [handed])).toMatchObject({ answers: [{ refused: "void" }] });
    expect(await push(bram, membership, [handed], false)).toMatchObject({ answers: [taken] });
    const stranger = await say(carla, caseId, keys);
    expect(await push(carla, membership, [stranger], false)).toMatchObject({
      answers: [{ refused: "void" }],
    });

    const own = await say(bram, caseId, { kind: "added", member: members.carla, right: "write" });
    expect(await push(bram, membership, [own])).toMatchObject({ answers: [{ refused: "void" }] });
    expect(await push(bram, membership, [own], false)).toMatchObject({ answers: [{ refused: "void" }] });

    // What he had not sent goes to somebody, who is told of it, and comes in by a word of who works there.
    moved.length = 0;
    expect(
      await relay.late(
        caller(bram),
        caseId,
        late.map(({ bytes }) => bytes),
      ),
    ).toEqual({
      kept: late.map(({ id }) => id),
    });
    expect(moved).toEqual([entries]);
    expect(await relay.lateOf(caller(anna), caseId)).toMatchObject({
      rows: late.map(({ id, n }) => ({ id, n })),
    });
    expect(await push(anna, entries, late)).toMatchObject({
      answers: [{ refused: "not-a-member" }, { refused: "gap" }],
    });
    const tookIn = await say(anna, caseId, { kind: "tookIn", device: bram.id, entries: 3 });
    await push(anna, membership, [tookIn]);
    expect(await push(anna, entries, late)).toMatchObject({ answers: [taken, { refused: "not-a-member" }] });
  });

  test("a removal that has not seen all that was written must be said again", async () => {
    const { members, devices, caseId, entries, membership, write, say, push } = await createAgency(
      engine.tables,
    );
    const { anna, bram } = devices;
    await push(anna, membership, [
      await say(anna, caseId, { kind: "added", member: members.bram, right: "write" }),
    ]);
    await push(bram, entries, await write(bram, caseId, 3));
    const removal = (n: number) =>
      ({
        kind: "removed",
        member: members.bram,
        cuts: [{ device: bram.id, entries: n, statements: 0 }],
      }) as const;
    const early = await say(anna, caseId, removal(2));
    expect(await push(anna, membership, [early])).toMatchObject({ answers: [{ refused: "behind" }] });
    const { n, prev } = early.statement;
    const again = await say(anna, caseId, removal(3), { n, prev });
    expect(await push(anna, membership, [again])).toMatchObject({ answers: [taken] });
  });

  test("what has no effect is refused as new, and taken where a member gives it back to a relay that lost it", async () => {
    const { members, devices, caseId, membership, say, push } = await createAgency(engine.tables);
    const { anna } = devices;
    const added = { kind: "added", member: members.bram, right: "read" } as const;
    const [first, second] = [await say(anna, caseId, added), await say(anna, caseId, added)];
    expect(await push(anna, membership, [first, second])).toMatchObject({
      answers: [taken, { refused: "void" }],
    });
    expect(await push(anna, membership, [second], false)).toMatchObject({ answers: [taken] });
  });

  test("a device that was revoked is refused at once, and hears of it", async () => {
    const agency = await createAgency(engine.tables);
    const { relay, members, devices, caseId, entries, membership, roster, write, say, caller, push } = agency;
    const { anna } = devices;
    const [first, second] = (await write(anna, caseId, 2)) as [Written, Written];
    await push(anna, entries, [first]);
    const tablet = await createSigner();
    const added = await say(anna, "", {
      kind: "admitted",
      member: members.anna,
      device: tablet.id,
      recipient: "age1q",
      role: "administrator",
    });
    const revoked = await say(tablet, "", { kind: "revoked", device: anna.id, statements: 1 });
    expect(await push(anna, roster, [added])).toMatchObject({ answers: [taken] });
    expect(await push(tablet, roster, [revoked])).toMatchObject({ answers: [taken] });
    expect(await push(anna, entries, [second])).toEqual({ denied: "not-a-member" });
    expect(await relay.pull(caller(anna), entries, emptyHead)).toEqual({ denied: "not-a-member" });
    expect(await relay.pull(caller(anna), roster, emptyHead)).toMatchObject({ head: { seq: 6 } });
    const junk = await say(anna, "", { kind: "appointed", member: members.bram, role: "supervisor" });
    expect(await push(anna, roster, [junk], false)).toMatchObject({ answers: [{ refused: "void" }] });
    // Its member still works in the family, and yet it says nothing more there, as new or as lost.
    const offer = await say(anna, caseId, { kind: "offered", member: members.bram });
    expect(await push(anna, membership, [offer])).toEqual({ denied: "not-a-member" });
    expect(await push(anna, membership, [offer], false)).toMatchObject({
      answers: [{ refused: "not-a-member" }],
    });
    // The member's other device gives what the lost one had sent elsewhere.
    expect(await push(tablet, entries, [second])).toMatchObject({ answers: [taken] });
    expect(await relay.heads(caller(anna))).toMatchObject({
      heads: [{ log: roster }, { log: { kind: "members", case: caseId } }],
    });
    expect(
      await relay.late(
        caller(anna),
        caseId,
        (await write(anna, caseId, 1, second)).map(({ bytes }) => bytes),
      ),
    ).toMatchObject({ kept: [expect.any(String)] });
  });

  test("an invitation's key lets one device in, once, and not after its time", async () => {
    const { relay, devices, roster, say, admission, caller, push, at } = await createAgency(engine.tables);
    const { anna } = devices;
    const [key, late] = [await createSigner(), await createSigner()];
    const [dora, emma] = [hex(16), hex(16)];
    const invite = (signer: Signer, member: string, until: number) =>
      say(anna, "", { kind: "invited", key: signer.id, member, role: "worker", until });
    await push(anna, roster, [await invite(key, dora, 6_000), await invite(late, emma, 6_000)]);
    expect(await relay.knows(caller(key))).toBe(true);
    expect(await relay.knows({ ...caller(key), agency: hex(16) }), "no such agency").toBe(false);
    expect(await relay.heads(caller(key))).toMatchObject({ heads: [{ log: roster }] });
    const [own, second] = [await createSigner(), await createSigner()];
    const other = await say(key, "", admission(emma, own));
    expect(await push(key, roster, [other])).toMatchObject({ answers: [{ refused: "void" }] });
    const first = await say(key, "", admission(dora, own), { n: 1, prev: "" });
    expect(await push(key, roster, [first])).toMatchObject({ answers: [taken] });
    const again = await say(key, "", admission(dora, second));
    expect(await push(key, roster, [again])).toMatchObject({ answers: [{ refused: "void" }] });
    at(6_001);
    const tooLate = await say(late, "", admission(emma, second));
    expect(await push(late, roster, [tooLate])).toMatchObject({ answers: [{ refused: "void" }] });
    expect(await push(late, roster, [tooLate], false)).toMatchObject({ answers: [{ refused: "void" }] });
    expect(
      await push(second, roster, [tooLate], false),
      "nor by the device that it would admit",
    ).toMatchObject({
      answers: [{ refused: "void" }],
    });
    expect(await relay.heads(caller(second))).toEqual({ denied: "unknown" });
    expect(await relay.heads(caller(own))).toMatchObject({ heads: expect.any(Array), late: [] });
  });

  test("one poll tells where all of a member's families stand", async () => {
    const { relay, agency, devices, members, caseId, roster, membership, entries, write, say, caller, push } =
      await createAgency(engine.tables);
    const { anna, bram } = devices;
    await push(anna, entries, await write(anna, caseId, 2));
    const second = hex(16);
    await push(anna, membersLog(agency, second), [await say(anna, second, { kind: "opened", cuts: [] })]);
    const everybodys = [
      { log: roster },
      { log: membersLog(agency, agency) },
      { log: entriesLog(agency, agency) },
    ];
    const heads = async (device: Signer) => {
      const answer = await relay.heads(caller(device));
      return "heads" in answer ? answer.heads : [];
    };
    expect(await heads(anna)).toEqual(
      expect.arrayContaining([
        ...everybodys.map((one) => expect.objectContaining(one)),
        { log: membership, head: expect.objectContaining({ seq: 1 }) },
        { log: entries, head: expect.objectContaining({ seq: 2 }) },
        { log: entriesLog(agency, second), head: emptyHead },
      ]),
    );
    expect(await heads(bram)).toHaveLength(3);
    await push(anna, membership, [await say(anna, caseId, { kind: "offered", member: members.bram })]);
    expect(await heads(bram)).toHaveLength(4);
  });

  test("a relay that lost a day gets it back from another member, whoever wrote it", async () => {
    const {
      admitted,
      opened,
      agency,
      members,
      devices,
      caseId,
      roster,
      membership,
      entries,
      write,
      say,
      push,
      relay,
    } = await createAgency(engine.tables);
    const { anna, bram } = devices;
    const added = await say(anna, caseId, { kind: "added", member: members.bram, right: "write" });
    await push(anna, membership, [added]);
    const written = await write(anna, caseId, 4);
    await push(anna, entries, written);
    // Another relay stands for the restored one: it has the agency's first words and nothing since.
    const fresh = createRelay({ tables: restored.tables, verify: verifySignature, clock: () => 1 });
    const by = { agency, device: bram.id };
    await fresh.found(
      agency,
      admitted.map(({ bytes }) => bytes),
    );
    const bytesOf = (rows: Offered) => rows.map(({ bytes }) => bytes);
    expect(await fresh.push(by, entries, bytesOf(written), false)).toEqual({ denied: "not-a-member" });
    expect(await fresh.push(by, membership, bytesOf([opened, added]), false)).toMatchObject({
      answers: [taken, taken],
    });
    expect(await fresh.push(by, entries, bytesOf(written), false)).toMatchObject({
      answers: written.map(() => taken),
    });
    for (const log of [roster, membership, entries]) {
      const there = await relay.pull({ agency, device: anna.id }, log, emptyHead);
      const here = await fresh.pull({ agency, device: anna.id }, log, emptyHead);
      expect("rows" in here && here.rows.map(({ bytes }) => bytes)).toEqual(
        "rows" in there && there.rows.map(({ bytes }) => bytes),
      );
    }
  });

  test("several processes that serve one agency judge alike", async () => {
    const { relayOver, agency, members, devices, caseId, entries, membership, write, say } =
      await createAgency(engine.tables);
    const { anna, bram } = devices;
    const [one, two] = [relayOver(), relayOver()];
    const [byAnna, byBram] = [anna, bram].map(({ id }) => ({ agency, device: id })) as [Caller, Caller];
    expect(await two.pull(byBram, entries, emptyHead)).toEqual({ denied: "not-a-member" });
    const added = await say(anna, caseId, { kind: "added", member: members.bram, right: "write" });
    await one.push(byAnna, membership, [added.bytes], true);
    expect(
      await two.push(
        byBram,
        entries,
        (await write(bram, caseId, 1)).map(({ bytes }) => bytes),
        true,
      ),
    ).toMatchObject({ answers: [taken] });
    const cuts = [{ device: bram.id, entries: 1, statements: 0 }];
    const removed = await say(anna, caseId, { kind: "removed", member: members.bram, cuts });
    await two.push(byAnna, membership, [removed.bytes], true);
    expect(await one.pull(byBram, entries, emptyHead)).toEqual({ denied: "not-a-member" });
  });
});
