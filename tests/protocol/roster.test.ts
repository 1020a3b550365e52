import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { devicesOf, memberAt, rosterOf } from "../../src/protocol/roster.ts";
import type { Role, RosterSaying } from "../../src/protocol/rosterSaying.ts";
import type { KnownStatement, Saying } from "../../src/protocol/statement.ts";
import { admitted, agency, createSpeech, family, key, member, plain, recipient, root } from "./speech.ts";

const [anna, anna2, dirk, bram, bramOld, carla] = [key(2), key(3), key(4), key(5), key(6), key(7)] as const;
const [forNew, forBram, spent, takenBack] = [key(21), key(22), key(23), key(24)] as const;
const [fresh, other, stranger] = [key(31), key(32), key(33)] as const;
const [annaM, dirkM, bramM, carlaM, evaM, newM] = [
  member(2),
  member(4),
  member(5),
  member(7),
  member(8),
  member(9),
] as const;

const founded: RosterSaying = { kind: "founded", recovery: recipient };
const invited = (by: string, of: string, role: Role): RosterSaying => ({
  ...{ kind: "invited", key: by, member: of, role, until: 1_000 },
});
const appointed = (of: string, role: Role): RosterSaying => ({ kind: "appointed", member: of, role });
const revoked = (device: string, statements: number): RosterSaying => ({
  ...{ kind: "revoked", device, statements },
});
const recovered: RosterSaying = { kind: "recovered", at: anna, opened: "case", what: family, member: bramM };

/** Anna and Dirk are administrators, Bram a worker, Carla a supervisor; Bram has lost a tablet. */
const say = createSpeech();
const beginning = [
  say(root, founded),
  say(root, admitted(anna, annaM, "administrator")),
  say(anna, admitted(anna2, annaM, "administrator")),
  say(root, admitted(dirk, dirkM, "administrator")),
  say(anna, admitted(bram, bramM, "worker")),
  say(bram, admitted(bramOld, bramM, "worker")),
  say(anna, admitted(carla, carlaM, "supervisor")),
  say(anna, invited(forNew, "", "worker")),
  say(bram, invited(forBram, bramM, "worker")),
  say(anna, invited(spent, "", "worker")),
  say(spent, admitted(key(25), evaM, "worker")),
  say(anna, invited(takenBack, "", "worker")),
  say(anna, revoked(takenBack, 0)),
  say(bram, revoked(bramOld, 0)),
];
const signers = {
  ...{ root, anna, dirk, bram, bramOld, carla, stranger },
  ...{ forNew, forBram, spent, takenBack },
};
type Name = keyof typeof signers;

const next = () => createSpeech("", beginning);
const withMore = (...more: readonly KnownStatement[]) => rosterOf(agency, [...beginning, ...more]);

test("what was said in the beginning all has its effect", () => {
  const found = withMore();
  expect(found.void.size).toBe(0);
  expect(found).toMatchObject({ agency, root, recovery: recipient });
  expect(Object.fromEntries(found.roles)).toEqual({
    ...{ [annaM]: "administrator", [dirkM]: "administrator", [bramM]: "worker" },
    ...{ [carlaM]: "supervisor", [evaM]: "worker" },
  });
  expect(found.devices.get(bram)).toEqual({
    ...{ member: bramM, recipient, admitted: beginning[4]?.id, since: 0, revoked: false },
  });
  expect(found.invitations.get(forNew)).toEqual({ member: "", role: "worker", until: 1_000, spent: false });
});

/** Who may say it, and nobody else. */
const rights: readonly (readonly [string, RosterSaying, readonly Name[]])[] = [
  ["to whom all keys are wrapped", founded, ["root"]],
  ["that the recovery key was used", recovered, ["root"]],
  ["an invitation of a new worker", invited(fresh, "", "worker"), ["root", "anna", "dirk"]],
  ["an invitation of a new supervisor", invited(fresh, "", "supervisor"), ["root", "anna", "dirk"]],
  ["an invitation of a new administrator", invited(fresh, "", "administrator"), ["root"]],
  ["Bram's second tablet", invited(fresh, bramM, "worker"), ["root", "anna", "dirk", "bram"]],
  ["a tablet of Bram as a supervisor", invited(fresh, bramM, "supervisor"), ["root", "anna", "dirk"]],
  ["a tablet of Bram as an administrator", invited(fresh, bramM, "administrator"), ["root"]],
  ["Carla's second tablet", invited(fresh, carlaM, "supervisor"), ["root", "anna", "dirk", "carla"]],
  ["Anna's second tablet", invited(fresh, annaM, "administrator"), ["root", "anna"]],
  ["a tablet of Anna as a worker", invited(fresh, annaM, "worker"), ["root"]],
  ["the device of a new worker", admitted(fresh, newM, "worker"), ["root", "anna", "dirk", "forNew"]],
  ["the device of a new supervisor", admitted(fresh, newM, "supervisor"), ["root", "anna", "dirk"]],
  ["the device of a new administrator", admitted(fresh, newM, "administrator"), ["root"]],
  ["a device of Bram", admitted(fresh, bramM, "worker"), ["root", "anna", "dirk", "bram", "forBram"]],
  ["a device of Bram as a supervisor", admitted(fresh, bramM, "supervisor"), ["root", "anna", "dirk"]],
  ["a device of Anna", admitted(fresh, annaM, "administrator"), ["root", "anna"]],
  ["a device of Anna as a worker", admitted(fresh, annaM, "worker"), ["root"]],
  ["that Bram supervises", appointed(bramM, "supervisor"), ["root", "anna", "dirk"]],
  ["that Bram administers", appointed(bramM, "administrator"), ["root"]],
  ["that Dirk administers no more", appointed(dirkM, "worker"), ["root"]],
  ["the role of somebody who is not there", appointed(newM, "worker"), []],
  ["that Bram's tablet is lost", revoked(bram, 9), ["root", "anna", "dirk", "bram"]],
  ["that Carla's tablet is lost", revoked(carla, 9), ["root", "anna", "dirk", "carla"]],
  ["that Anna's tablet is lost", revoked(anna2, 9), ["root", "anna", "dirk"]],
  ["that Bram's invitation no longer holds", revoked(forBram, 9), ["root", "anna", "dirk", "bram"]],
  ["that the invitation of somebody new no longer holds", revoked(forNew, 9), ["root", "anna", "dirk"]],
  ["that a key is lost that nobody knows", revoked(fresh, 9), []],
  ["that the root's own key is lost", revoked(root, 9), []],
];

describe.each(rights)("%s", (_what, says, who) => {
  test.each(Object.keys(signers) as Name[])("as %s says it", (name) => {
    const spoken = next()(signers[name], says);
    expect(!withMore(spoken).void.has(spoken.id)).toBe(who.includes(name));
  });
});

test("what is void changes nothing", () => {
  const before = plain({ ...withMore(), void: [] });
  for (const [, says, who] of rights) {
    for (const name of Object.keys(signers) as Name[]) {
      if (who.includes(name)) continue;
      expect(plain({ ...withMore(next()(signers[name], says)), void: [] }), name).toBe(before);
    }
  }
});

describe("the root", () => {
  test("is whoever has the key of which the agency's id is the hash, from its first word on", () => {
    const speak = createSpeech();
    const early = speak(root, admitted(anna, annaM, "administrator"));
    const no = rosterOf(agency, [early]);
    expect([no.root, no.devices.size, no.void.has(early.id)]).toEqual([undefined, 0, true]);
    const false1 = speak(anna, founded);
    expect(rosterOf(agency, [false1]).root).toBeUndefined();
    expect(rosterOf(agency, [false1, speak(root, founded)]).root).toBe(root);
  });

  test("says anew to whom keys are wrapped, and the later word holds", () => {
    const speak = next();
    const again = { kind: "founded", recovery: "age1other" } as const;
    expect(withMore(speak(root, again)).recovery).toBe("age1other");
    expect(withMore(speak(root, again), speak(root, founded)).recovery).toBe(recipient);
  });

  test("may take the last administrator's role, and is then the only one who can let anybody in", () => {
    const speak = next();
    const none = [speak(root, appointed(annaM, "worker")), speak(root, appointed(dirkM, "worker"))];
    const attempts = [anna, dirk, bram, carla].map((by, i) =>
      speak(by, admitted(key(40 + i), newM, "worker")),
    );
    const found = withMore(...none, ...attempts);
    expect([...found.roles.values()]).not.toContain("administrator");
    expect([...found.void].sort()).toEqual(attempts.map(({ id }) => id).sort());
    const back = speak(root, appointed(annaM, "administrator"));
    const again = speak(anna, admitted(fresh, newM, "worker"));
    expect(withMore(...none, ...attempts, back, again).devices.has(fresh)).toBe(true);
  });
});

describe("an invitation", () => {
  const use = (by: string, device: string, of: string, role: Role = "worker") =>
    [by, admitted(device, of, role)] as const;

  test("lets in one device, and no second one", () => {
    const speak = next();
    const [first, second] = [speak(...use(forNew, fresh, newM)), speak(...use(forNew, other, newM))];
    const found = withMore(first, second);
    expect(found.devices.get(fresh)).toMatchObject({ member: newM, admitted: first.id });
    expect(found.roles.get(newM)).toBe("worker");
    expect(found.devices.has(other)).toBe(false);
    expect(found.void).toEqual(new Set([second.id]));
    expect(found.invitations.get(forNew)?.spent).toBe(true);
  });

  test("of two uses at once the same one holds everywhere", () => {
    const speak = next();
    const both = [use(forNew, fresh, newM), use(forNew, other, member(10))].map(([by, says]) =>
      speak(by, says, { n: 1, lamport: 50 }),
    );
    const [first] = [...both].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const found of [withMore(...both), withMore(...both.toReversed())]) {
      expect(found.devices.has(fresh) && found.devices.has(other)).toBe(false);
      expect(found.void).toEqual(new Set(both.flatMap(({ id }) => (id === first?.id ? [] : [id]))));
    }
  });

  test("of somebody new does not let somebody in who is there already", () => {
    expect(withMore(next()(...use(forNew, fresh, bramM))).devices.has(fresh)).toBe(false);
  });

  test("of one member lets in no other, and in no other role", () => {
    expect(withMore(next()(...use(forBram, fresh, carlaM))).devices.has(fresh)).toBe(false);
    expect(withMore(next()(...use(forBram, fresh, newM))).devices.has(fresh)).toBe(false);
    expect(withMore(next()(...use(forBram, fresh, bramM, "supervisor"))).devices.has(fresh)).toBe(false);
    expect(withMore(next()(...use(forNew, fresh, newM, "supervisor"))).devices.has(fresh)).toBe(false);
  });

  test("holds for the role that it names, whatever role the member has got since", () => {
    const speak = next();
    const found = withMore(speak(root, appointed(bramM, "supervisor")), speak(...use(forBram, fresh, bramM)));
    expect(found.devices.has(fresh)).toBe(true);
    expect(found.roles.get(bramM)).toBe("supervisor");
  });

  test("that was taken back lets nobody in, and is told as spent", () => {
    const found = withMore(next()(...use(takenBack, fresh, newM)));
    expect(found.devices.has(fresh)).toBe(false);
    expect(found.invitations.get(takenBack)?.spent).toBe(true);
  });

  test("by which somebody came in, once its key is taken back with that, is void with that", () => {
    const speak = next();
    const used = speak(...use(forNew, fresh, newM));
    expect(withMore(used, speak(anna, revoked(forNew, 1))).devices.has(fresh)).toBe(true);
    expect(withMore(used, speak(anna, revoked(forNew, 0))).devices.has(fresh)).toBe(false);
  });
});

test("a key is one thing only, once: the root, an invitation or a device", () => {
  for (const taken of [root, anna, bramOld, forNew, spent]) {
    const speak = next();
    const [again, as] = [
      speak(root, admitted(taken, newM, "worker")),
      speak(root, invited(taken, "", "worker")),
    ];
    const found = withMore(again, as);
    expect(found.void, taken).toEqual(new Set([again.id, as.id]));
    expect(plain({ ...found, void: [] })).toBe(plain({ ...withMore(), void: [] }));
  }
});

test("a second tablet brings no other role to a member", () => {
  const found = withMore(next()(anna, admitted(fresh, bramM, "supervisor")));
  expect(found.devices.get(fresh)?.member).toBe(bramM);
  expect(found.roles.get(bramM)).toBe("worker");
});

test("a role that was given holds from there on", () => {
  const speak = next();
  const promoted = speak(root, appointed(bramM, "administrator"));
  const lets = speak(bram, admitted(fresh, newM, "worker"));
  expect(withMore(promoted, lets).devices.has(fresh)).toBe(true);
  expect(withMore(lets).devices.has(fresh)).toBe(false);
  const demoted = speak(root, appointed(bramM, "worker"));
  const lateWord = speak(bram, admitted(other, member(10), "worker"));
  expect([...withMore(promoted, lets, demoted, lateWord).void]).toEqual([lateWord.id]);
});

describe("a device that was revoked", () => {
  const lost = key(41);

  test("is nobody's any more, and gets no keys", () => {
    const found = withMore();
    expect(memberAt(found, bram)).toBe(bramM);
    expect(memberAt(found, bramOld)).toBeUndefined();
    expect(memberAt(found, stranger)).toBeUndefined();
    expect(devicesOf(found, bramM)).toEqual([bram]);
    expect(devicesOf(found, annaM)).toEqual([anna, anna2].sort());
    const smaller = next()(bram, admitted(key(0), bramM, "worker"));
    expect(devicesOf(withMore(smaller), bramM), "in a fixed order").toEqual([key(0), bram]);
    expect(found.devices.get(bramOld)).toMatchObject({ member: bramM, revoked: true });
  });

  test("keeps what it had said within its cut, and nothing beyond, wherever it puts that", () => {
    const speak = next();
    const lets = speak(root, admitted(lost, annaM, "administrator"));
    const kept = speak(lost, admitted(fresh, newM, "worker"));
    const beyond = speak(lost, admitted(other, member(10), "worker"));
    const backdated = speak(lost, admitted(stranger, member(11), "worker"), { lamport: kept.lamport });
    const word = speak(anna, revoked(lost, 1));
    const tooLate = speak(lost, admitted(key(42), member(12), "worker"));
    const found = withMore(lets, kept, beyond, backdated, word, tooLate);
    expect(found.devices.has(fresh)).toBe(true);
    expect(found.void).toEqual(new Set([beyond.id, backdated.id, tooLate.id]));
    expect(found.roles.get(newM)).toBe("worker");
  });

  test("of two cuts at once the smaller one holds, in whatever order", () => {
    const speak = next();
    const lets = speak(root, admitted(lost, annaM, "administrator"));
    const one = speak(lost, admitted(fresh, newM, "worker"));
    const two = speak(lost, admitted(other, member(10), "worker"));
    const words = [speak(anna, revoked(lost, 1)), speak(dirk, revoked(lost, 2))];
    for (const order of [words, words.map(({ by }, i) => speak(by, revoked(lost, 2 - i), { n: 90 }))]) {
      const found = withMore(lets, one, two, ...order);
      expect([found.devices.has(fresh), found.devices.has(other)]).toEqual([true, false]);
    }
  });

  test("stays revoked where its own word for it lies beyond its cut", () => {
    const found = withMore(next()(bram, revoked(bram, 0)));
    expect(found.devices.get(bram)?.revoked).toBe(true);
  });

  test("takes nobody with it: what it said of others beyond its cut does not hold either", () => {
    const speak = next();
    const lets = speak(root, admitted(lost, annaM, "administrator"));
    // A thief revokes all other administrators, and everything that they have ever said.
    const theft = [anna, anna2, dirk].map((device) => speak(lost, revoked(device, 0)));
    expect(withMore(lets, ...theft).devices.get(dirk)?.revoked).toBe(true);
    const found = withMore(lets, ...theft, speak(root, revoked(lost, 0)));
    expect(found.void).toEqual(new Set(theft.map(({ id }) => id)));
    const without = new Map([...found.devices].filter(([id]) => id !== lost));
    expect(plain({ ...found, void: [], devices: without })).toBe(plain({ ...withMore(), void: [] }));
  });

  test("and the one that it had let in, and the one that this one had revoked", () => {
    const speak = next();
    const lets = speak(root, admitted(lost, annaM, "administrator"));
    const second = speak(lost, admitted(fresh, annaM, "administrator"));
    const theft = speak(fresh, revoked(bram, 0));
    const found = withMore(lets, second, theft, speak(dirk, revoked(lost, 0)));
    expect(found.devices.has(fresh)).toBe(false);
    expect(memberAt(found, bram)).toBe(bramM);
  });

  test("two that revoke each other: one word holds, the same everywhere", () => {
    const speak = next();
    const words = [
      speak(anna, revoked(dirk, 0), { lamport: 60 }),
      speak(dirk, revoked(anna, 0), { lamport: 60 }),
    ];
    const found = withMore(...words);
    expect([anna, dirk].filter((id) => memberAt(found, id) === undefined)).toHaveLength(1);
    expect(plain(withMore(...words.toReversed()))).toBe(plain(found));
  });

  test("one that revokes whoever let it in, with that word, is gone with it", () => {
    const speak = next();
    const second = speak(bram, admitted(fresh, bramM, "worker"));
    const found = withMore(second, speak(fresh, revoked(bram, 1)));
    expect(memberAt(found, bram)).toBeUndefined();
    expect(found.devices.has(fresh)).toBe(false);
  });
});

test("what is of another agency, of a case, of a later kind or in no shape is passed over", () => {
  const says = admitted(fresh, newM, "worker");
  const odd: readonly Saying[] = [
    { kind: "blessed", member: newM },
    { kind: "constructor" },
    { ...says, more: 1 },
    { ...says, member: "" },
    { ...says, member: "eva" },
    { ...says, device: "tablet" },
    { ...says, recipient: "AGE1Q" },
    { ...says, recipient: `age1${"q".repeat(4093)}` },
    { ...says, role: "director" },
    { ...invited(fresh, "", "worker"), until: -1 },
    { ...invited(fresh, "", "worker"), key: "x" },
    { ...invited(fresh, "", "worker"), member: "x" },
    { ...invited(fresh, "", "worker"), role: "x" },
    { ...founded, recovery: "none" },
    { ...founded, more: 1 },
    { kind: "appointed", member: bramM, role: "director" },
    { kind: "appointed", member: "bram", role: "worker" },
    { kind: "revoked", device: bram, statements: -1 },
    { kind: "revoked", device: "bram", statements: 0 },
    { kind: "revoked", device: bram },
    { ...recovered, opened: "cupboard" },
    { ...recovered, opened: "device" },
    { ...recovered, at: "x" },
    { ...recovered, member: "x" },
  ];
  const before = plain(withMore());
  for (const one of odd) {
    // By who may not say it too: passed over is not the same as void.
    for (const by of [root, carla])
      expect(plain(withMore(next()(by, one))), JSON.stringify(one)).toBe(before);
  }
  expect(plain(withMore(next()(root, says, { agency: "00".repeat(16) })))).toBe(before);
  expect(plain(withMore(next()(root, says, { case: family })))).toBe(before);
  const longest = { ...says, recipient: `age1${"q".repeat(4092)}` };
  expect(withMore(next()(root, longest)).devices.has(fresh)).toBe(true);
  const device = { ...recovered, opened: "device", what: bram };
  expect(plain(withMore(next()(root, device)))).toBe(before);
  expect(plain(withMore(next()(bram, device)))).not.toBe(before);
});

/** Anything that anybody might say, at any place. */
const anybody = fc.constantFrom(root, anna, anna2, dirk, bram, carla, forNew, forBram, fresh, other);
const anyMember = fc.constantFrom(annaM, dirkM, bramM, carlaM, newM);
const anyRole = fc.constantFrom<Role>("worker", "supervisor", "administrator");
const anySaying: fc.Arbitrary<RosterSaying> = fc.oneof(
  fc.constant(founded),
  fc.tuple(anybody, fc.oneof(anyMember, fc.constant("")), anyRole).map((args) => invited(...args)),
  fc.tuple(anybody, anyMember, anyRole).map((args) => admitted(...args)),
  fc.tuple(anyMember, anyRole).map((args) => appointed(...args)),
  fc.tuple(anybody, fc.nat({ max: 4 })).map((args) => revoked(...args)),
);
const anything = fc.array(fc.tuple(anybody, anySaying, fc.integer({ min: 1, max: 25 })), { maxLength: 12 });

test("whatever was said: in any order, once or twice, it adds up to the same", () => {
  const shuffled = anything.chain((said) => {
    const speak = createSpeech();
    const all = [...beginning, ...said.map(([by, says, lamport]) => speak(by, says, { lamport }))];
    return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all));
  });
  fc.assert(
    fc.property(shuffled, ([all, mixed, twice]) => {
      const found = plain(rosterOf(agency, all));
      expect(plain(rosterOf(agency, mixed))).toBe(found);
      expect(plain(rosterOf(agency, [...mixed, ...twice]))).toBe(found);
    }),
    { numRuns: 400 },
  );
});

test("whatever was said without the root, nobody is in", () => {
  fc.assert(
    fc.property(anything, (said) => {
      const speak = createSpeech();
      const all = said.flatMap(([by, says]) => (by === root ? [] : [speak(by, says)]));
      const { root: found, devices, roles, invitations } = rosterOf(agency, all);
      expect([found, devices.size, roles.size, invitations.size]).toEqual([undefined, 0, 0, 0]);
    }),
  );
});
