import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entryStands, mayRead, mayWrite } from "../../src/protocol/entryStands.ts";
import { membershipOf } from "../../src/protocol/membership.ts";
import type { MembershipSaying, Right } from "../../src/protocol/membershipSaying.ts";
import { rosterOf } from "../../src/protocol/roster.ts";
import type { Cut, KnownStatement, Saying } from "../../src/protocol/statement.ts";
import {
  admitted,
  agency,
  createSpeech,
  family,
  key,
  kid,
  member,
  plain,
  recipient,
  root,
} from "./speech.ts";

const [anna, bram, bramOld, carla, dirk, eva, stranger] = [
  key(2),
  key(3),
  key(4),
  key(5),
  key(6),
  key(7),
  key(8),
] as const;
const [annaM, bramM, carlaM, dirkM, evaM, nobodyM] = [
  member(2),
  member(3),
  member(5),
  member(6),
  member(7),
  member(9),
] as const;

const sayInRoster = createSpeech();
const rosterStatements = [
  sayInRoster(root, { kind: "founded", recovery: recipient }),
  sayInRoster(root, admitted(anna, annaM, "administrator")),
  sayInRoster(root, admitted(bram, bramM, "worker"), { wall: 30 }),
  sayInRoster(root, admitted(bramOld, bramM, "worker"), { wall: 40 }),
  sayInRoster(root, admitted(carla, carlaM, "supervisor")),
  sayInRoster(root, admitted(dirk, dirkM, "worker")),
  sayInRoster(root, admitted(eva, evaM, "worker")),
];
const nobodyRevoked = rosterOf(agency, rosterStatements);
const revoking = (device: string) =>
  createSpeech("", rosterStatements)(root, { kind: "revoked", device, statements: 9 });
const roster = rosterOf(agency, [...rosterStatements, revoking(bramOld)]);
const without = (...devices: readonly string[]) =>
  rosterOf(agency, [...rosterStatements, ...devices.map(revoking)]);

const opened = (...cuts: Cut[]): MembershipSaying => ({ kind: "opened", cuts });
const added = (of: string, right: Right = "write"): MembershipSaying => ({
  kind: "added",
  member: of,
  right,
});
const removed = (of: string, ...cuts: Cut[]): MembershipSaying => ({ kind: "removed", member: of, cuts });
const offered = (of: string): MembershipSaying => ({ kind: "offered", member: of });
const accepted = (offer: string): MembershipSaying => ({ kind: "accepted", offer });
const withdrawn = (offer: string): MembershipSaying => ({ kind: "withdrawn", offer });
const renewed = (byte: number, ...cuts: Cut[]): MembershipSaying => ({
  kind: "renewed",
  kid: kid(byte),
  cuts,
});
const granted = (to: string, ...bytes: number[]): MembershipSaying => ({
  ...{ kind: "granted", to, kids: bytes.map(kid), file: new Uint8Array([1]) },
});
const tookIn = (device: string, entries: number): MembershipSaying => ({ kind: "tookIn", device, entries });
const recovered = (of: string, right: Right = "write"): MembershipSaying => ({
  ...{ kind: "recovered", member: of, right },
});
const cut = (device: string, entries: number, statements = 0): Cut => ({ device, entries, statements });

/** Anna opened it; Bram works in it and has lost a tablet, Carla reads along, Eva is gone, Dirk is asked. */
const say = createSpeech(family);
const toDirk = say(anna, offered(dirkM), { lamport: 20 });
const beginning = [
  say(anna, opened(), { n: 1, lamport: 1, wall: 70 }),
  say(anna, added(bramM), { n: 2, lamport: 2, wall: 80 }),
  say(anna, added(carlaM, "read"), { n: 3, lamport: 3 }),
  say(anna, added(evaM), { n: 4, lamport: 4 }),
  say(eva, granted(carla, 1), { n: 1, lamport: 5 }),
  say(anna, removed(evaM, cut(eva, 3, 1)), { n: 5, lamport: 6 }),
  say(bram, renewed(1, cut(bramOld, 2)), { n: 1, lamport: 7 }),
  toDirk,
];
const signers = { root, anna, bram, bramOld, carla, dirk, eva, stranger };
type Name = keyof typeof signers;
const names = Object.keys(signers) as Name[];

const next = () => createSpeech(family, beginning);
const membershipWith = (more: readonly KnownStatement[] = [], of = roster) =>
  membershipOf(family, of, [...beginning, ...more]);
const rightsOf = ({ members }: ReturnType<typeof membershipOf>) =>
  Object.fromEntries([...members].map(([id, { right }]) => [id, right]));

test("what was said in the beginning all has its effect", () => {
  const found = membershipWith();
  expect(found.void.size).toBe(0);
  expect(found.opened).toBe(beginning[0]?.id);
  expect(rightsOf(found)).toEqual({ [annaM]: "write", [bramM]: "write", [carlaM]: "read" });
  expect(found.members.get(bramM)).toEqual({ right: "write", since: 80, by: anna });
  expect(found.offers).toEqual(new Map([[toDirk.id, { member: dirkM, by: anna }]]));
  expect(found.cuts).toEqual(
    new Map([
      [eva, 3],
      [bramOld, 2],
    ]),
  );
  expect([found.kids, found.needsRenewal]).toEqual([[kid(1)], false]);
  expect(found.grants.get(carla)).toMatchObject([{ by: eva, stands: true, kids: [kid(1)] }]);
});

/** Who may say it, and nobody else. */
const rights: readonly (readonly [string, MembershipSaying, readonly Name[]])[] = [
  ["that the case is opened, once more", opened(), []],
  ["that Dirk works here", added(dirkM), ["anna", "bram"]],
  ["that Dirk reads along", added(dirkM, "read"), ["anna", "bram"]],
  ["that Carla reads along, once more", added(carlaM, "read"), []],
  ["that Carla works here from now on", added(carlaM), ["anna", "bram"]],
  ["that Bram only reads from now on", added(bramM, "read"), []],
  ["that Bram works here, once more", added(bramM), []],
  ["that somebody works here whom no roster knows", added(nobodyM), []],
  ["that Bram is gone", removed(bramM, cut(bram, 9, 9)), ["anna", "bram"]],
  ["that Carla is gone", removed(carlaM), ["anna", "bram", "carla"]],
  ["that somebody is gone who was not there", removed(dirkM), []],
  ["an offer to Dirk", offered(dirkM), ["anna", "bram"]],
  ["an offer to somebody whom no roster knows", offered(nobodyM), []],
  ["that the offer is accepted", accepted(toDirk.id), ["dirk"]],
  ["that an offer is accepted which nobody made", accepted("0e".repeat(32)), []],
  ["that the offer is withdrawn", withdrawn(toDirk.id), ["anna", "bram"]],
  ["that an offer is withdrawn which nobody made", withdrawn("0e".repeat(32)), []],
  ["a new key", renewed(2), ["anna", "bram"]],
  ["a key that was announced before", renewed(1), []],
  ["keys for Carla", granted(carla, 1), ["root", "anna", "bram"]],
  ["keys for the agency's recovery", granted("", 1), ["root", "anna", "bram"]],
  ["what Eva wrote after she was gone", tookIn(eva, 5), ["anna", "bram"]],
  ["what Eva wrote before she was gone", tookIn(eva, 3), []],
  ["what Bram wrote, who works here", tookIn(bram, 5), []],
  ["that Dirk is let in by the recovery key", recovered(dirkM), ["root"]],
  ["that somebody is let in by it whom no roster knows", recovered(nobodyM), []],
  ["that Bram is let in by it to read", recovered(bramM, "read"), []],
];

describe.each(rights)("%s", (_what, says, who) => {
  test.each(names)("as %s says it", (name) => {
    const spoken = next()(signers[name], says);
    expect(!membershipWith([spoken]).void.has(spoken.id)).toBe(who.includes(name));
  });
});

test("a case that nobody has opened is opened by whoever belongs to the agency, and nothing else is said in it", () => {
  for (const name of names) {
    const spoken = createSpeech(family)(signers[name], opened());
    const found = membershipOf(family, roster, [spoken]);
    const may = name !== "root" && name !== "stranger";
    expect([found.opened, !found.void.has(spoken.id)], name).toEqual(
      may ? [spoken.id, true] : [undefined, false],
    );
    expect(found.members.size).toBe(may ? 1 : 0);
    for (const [what, says, who] of rights) {
      if (says.kind === "opened" || who.length === 0 || who[0] === "root" || says.kind === "granted")
        continue;
      const early = createSpeech(family)(signers[name], says);
      expect(membershipOf(family, roster, [early]).void.has(early.id), what).toBe(true);
    }
  }
});

test("what is void changes nothing, but that a grant is kept for what it may open", () => {
  const before = plain({ ...membershipWith(), void: [] });
  for (const [what, says, who] of rights) {
    for (const name of names) {
      if (who.includes(name)) continue;
      const spoken = next()(signers[name], says);
      const found = membershipWith([spoken]);
      if (says.kind === "granted") {
        expect(found.grants.get(says.to)?.at(-1)).toMatchObject({ id: spoken.id, stands: false });
        expect(plain({ ...found, void: [], grants: [] })).toBe(
          plain({ ...membershipWith(), void: [], grants: [] }),
        );
      } else expect(plain({ ...found, void: [] }), `${what} by ${name}`).toBe(before);
    }
  }
});

describe("the opening", () => {
  const tablet = key(40);

  test("of two at once the same one holds everywhere, and the other has no effect", () => {
    const speak = createSpeech(family);
    const both = [speak(anna, opened(), { lamport: 1 }), speak(bram, opened(), { lamport: 1 })];
    const [first, second] = [...both].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const order of [both, both.toReversed()]) {
      const found = membershipOf(family, roster, order);
      expect([found.opened, [...found.void]]).toEqual([first?.id, [second?.id]]);
      expect(found.members.size).toBe(1);
    }
  });

  test("vouches for what a tablet wrote before that no roster knows, and for no more", () => {
    const found = membershipOf(family, roster, [createSpeech(family)(anna, opened(cut(tablet, 4)))]);
    expect([4, 5].map((n) => entryStands(found, roster, tablet, n))).toEqual([true, false]);
    expect(entryStands(found, roster, stranger, 1)).toBe(false);
  });

  const joined = rosterOf(agency, [
    ...rosterStatements,
    createSpeech("", rosterStatements)(root, admitted(tablet, dirkM, "worker")),
  ]);
  const speakAfter = () => {
    const speak = createSpeech(family);
    return { speak, first: speak(anna, opened(cut(tablet, 4))) };
  };

  test("still vouches for that once the tablet has come into the agency, whoever's it is", () => {
    const { speak, first } = speakAfter();
    const stands = (...more: KnownStatement[]) =>
      [4, 5].map((n) => entryStands(membershipOf(family, joined, [first, ...more]), joined, tablet, n));
    expect(stands()).toEqual([true, false]);
    const [comes, goes] = [speak(anna, added(dirkM)), speak(anna, removed(dirkM, cut(dirk, 1)))];
    expect(stands(comes)).toEqual([true, true]);
    expect(stands(comes, goes), "the removal did not know that tablet").toEqual([true, false]);
  });

  test("does not hide that such a tablet has the key, once it is revoked", () => {
    const { speak, first } = speakAfter();
    const lost = createSpeech("", rosterStatements);
    const now = rosterOf(agency, [
      ...rosterStatements,
      lost(root, admitted(tablet, dirkM, "worker")),
      lost(root, { kind: "revoked", device: tablet, statements: 0 }),
    ]);
    const comes = speak(anna, added(dirkM));
    expect(membershipOf(family, now, [first, comes]).needsRenewal).toBe(true);
    const mended = speak(anna, renewed(1, cut(tablet, 5)));
    const found = membershipOf(family, now, [first, comes, mended]);
    expect(found.needsRenewal).toBe(false);
    expect([5, 6].map((n) => entryStands(found, now, tablet, n))).toEqual([true, false]);
  });

  test("what such a tablet wrote beyond that is taken in like anybody's", () => {
    const { speak, first } = speakAfter();
    const more = speak(anna, tookIn(tablet, 6));
    const found = membershipOf(family, roster, [first, more]);
    expect(found.void.size).toBe(0);
    expect([6, 7].map((n) => entryStands(found, roster, tablet, n))).toEqual([true, false]);
    const less = speak(anna, tookIn(tablet, 6));
    expect([...membershipOf(family, roster, [first, more, less]).void]).toEqual([less.id]);
  });
});

describe("a removal", () => {
  test("leaves what the member wrote within the cuts, on the devices that it names", () => {
    const goes = next()(anna, removed(bramM, cut(bram, 4, 1)));
    const found = membershipWith([goes], nobodyRevoked);
    const stands = (device: string, n: number) => entryStands(found, nobodyRevoked, device, n);
    expect([stands(bram, 4), stands(bram, 5)]).toEqual([true, false]);
    expect(stands(bramOld, 1), "not named").toBe(false);
    const speak = next();
    const word = speak(bramOld, offered(carlaM));
    const silenced = [word, speak(anna, removed(bramM, cut(bram, 4, 1)))];
    expect(membershipWith(silenced, nobodyRevoked).void, "not named").toEqual(new Set([word.id]));
    expect(stands(anna, 99)).toBe(true);
    expect([found.needsRenewal, found.members.has(bramM)]).toEqual([true, false]);
    expect(found.gone.get(bramM), "by whose word").toBe(annaM);
    expect([mayRead(found, nobodyRevoked, bram), mayWrite(found, nobodyRevoked, bram)]).toEqual([
      false,
      false,
    ]);
  });

  test("leaves what the member had said within the cuts, and nothing beyond, wherever it puts that", () => {
    const speak = next();
    const kept = speak(bram, offered(carlaM));
    const beyond = speak(bram, added(dirkM));
    const backdated = speak(bram, removed(annaM), { lamport: 2 });
    const goes = speak(anna, removed(bramM, cut(bram, 0, kept.n)));
    const found = membershipWith([kept, beyond, backdated, goes]);
    expect(found.offers.has(kept.id)).toBe(true);
    expect(found.void).toEqual(new Set([beyond.id, backdated.id]));
    expect(rightsOf(found)).toEqual({ [annaM]: "write", [carlaM]: "read" });
  });

  test("of the own name stands with the very statement that says so", () => {
    const goes = next()(bram, removed(bramM, cut(bram, 4, 2)));
    const found = membershipWith([goes]);
    expect([found.void.size, found.members.has(bramM)]).toEqual([0, false]);
  });

  test("is over once the member is let in again: it speaks and writes, and what it wrote meanwhile stands", () => {
    const speak = next();
    const goes = speak(anna, removed(bramM, cut(bram, 1, 1)));
    const back = speak(anna, added(bramM), { wall: 90 });
    const speaks = speak(bram, added(dirkM));
    const found = membershipWith([goes, back, speaks]);
    expect(found.void.size).toBe(0);
    expect(found.members.get(bramM)).toEqual({ right: "write", since: 90, by: anna });
    expect(found.members.has(dirkM)).toBe(true);
    expect(entryStands(found, roster, bram, 7)).toBe(true);
    expect(found.needsRenewal, "the key is renewed all the same").toBe(true);
  });

  test("takes an open offer back", () => {
    const speak = next();
    const offer = speak(anna, offered(bramM));
    const goes = speak(anna, removed(bramM, cut(bram, 1, 1)));
    const back = speak(bram, accepted(offer.id));
    const found = membershipWith([offer, goes, back]);
    expect([found.members.has(bramM), found.offers.has(offer.id), found.offers.has(toDirk.id)]).toEqual([
      ...[false, false, true],
    ]);
    expect([...found.void]).toEqual([back.id]);
  });

  test("that has no effect takes nobody's word away", () => {
    const speak = next();
    const word = speak(bram, added(dirkM));
    // Eva, gone and cut off, says that she had removed Bram before.
    const theft = speak(eva, removed(bramM), { n: 2, lamport: 5 });
    const late = speak(anna, offered(bramM));
    const found = membershipWith([word, theft, late]);
    expect([...found.void]).toEqual([theft.id]);
    expect(found.members.has(dirkM)).toBe(true);
    // Where it comes after Bram's word in the order, it is as void.
    const later = speak(eva, removed(bramM), { n: 3, lamport: 30 });
    const again = membershipWith([word, later, speak(anna, removed(evaM), { lamport: 31 })]);
    expect(again.members.has(dirkM)).toBe(true);
  });

  test("by somebody of whoever let him in, with that word, undoes both", () => {
    const speak = createSpeech(family);
    const first = [speak(anna, opened()), speak(anna, added(bramM)), speak(bram, added(dirkM))];
    const found = membershipOf(family, roster, [...first, speak(dirk, removed(bramM))]);
    expect([...found.members.keys()]).toEqual([annaM, bramM]);
    expect(found.void.size).toBe(2);
  });

  test("two that remove each other: one word holds, the same everywhere", () => {
    const speak = next();
    const words = [
      speak(anna, removed(bramM, cut(bram, 9, 9)), { lamport: 60 }),
      speak(bram, removed(annaM, cut(anna, 9, 9)), { lamport: 60 }),
    ];
    const found = membershipWith(words);
    expect([annaM, bramM].filter((id) => found.members.has(id))).toHaveLength(1);
    expect(plain(membershipWith(words.toReversed()))).toBe(plain(found));
  });
});

describe("a removal that its signer said beyond a cut that it knows nothing of", () => {
  test("counts for nothing: whoever it would have silenced is heard", () => {
    const speak = createSpeech(family);
    const first = [speak(anna, opened()), speak(anna, added(bramM)), speak(anna, added(dirkM))];
    const word = speak(bram, added(carlaM), { lamport: 4 });
    const theft = speak(dirk, removed(bramM), { lamport: 5 });
    const goes = speak(anna, removed(dirkM, cut(dirk, 0, 0)), { lamport: 6 });
    const found = membershipOf(family, roster, [...first, word, theft, goes]);
    expect([...found.void]).toEqual([theft.id]);
    expect(rightsOf(found)).toEqual({ [annaM]: "write", [bramM]: "write", [carlaM]: "write" });
  });
});

describe("an offer", () => {
  test("that is accepted makes a member who works here, once", () => {
    const speak = next();
    const yes = speak(dirk, accepted(toDirk.id), { wall: 95 });
    const twice = speak(dirk, accepted(toDirk.id));
    const found = membershipWith([yes, twice]);
    expect(found.members.get(dirkM)).toEqual({ right: "write", since: 95, by: dirk });
    expect([found.offers.size, [...found.void]]).toEqual([0, [twice.id]]);
  });

  test("that was withdrawn is accepted no more, and can be made again", () => {
    const speak = next();
    const back = speak(bram, withdrawn(toDirk.id));
    const late = speak(dirk, accepted(toDirk.id));
    const found = membershipWith([back, late]);
    expect([found.offers.size, found.members.has(dirkM), [...found.void]]).toEqual([0, false, [late.id]]);
    const again = speak(anna, offered(dirkM));
    const yes = speak(dirk, accepted(again.id));
    expect(membershipWith([back, late, again, yes]).members.get(dirkM)?.right).toBe("write");
  });

  test("that was accepted before it was withdrawn stays accepted", () => {
    const speak = next();
    const yes = speak(dirk, accepted(toDirk.id));
    const back = speak(anna, withdrawn(toDirk.id));
    const found = membershipWith([yes, back]);
    expect([found.members.has(dirkM), [...found.void]]).toEqual([true, [back.id]]);
  });

  test("to who reads along makes it work here, since when it was here", () => {
    const speak = next();
    const offer = speak(bram, offered(carlaM));
    const found = membershipWith([offer, speak(carla, accepted(offer.id), { wall: 99 })]);
    expect(found.members.get(carlaM)).toMatchObject({ right: "write", since: 0 });
  });
});

test("a right is never made less but by a removal: what was written would fall with it", () => {
  const speak = next();
  const found = membershipWith([speak(anna, added(bramM, "read")), speak(root, recovered(annaM, "read"))]);
  expect(rightsOf(found)).toEqual(rightsOf(membershipWith()));
  expect(entryStands(found, roster, bram, 5)).toBe(true);
});

describe("a key", () => {
  test("of two that are renewed at once both are kept, and the later seals", () => {
    const speak = next();
    const both = [speak(anna, renewed(5), { lamport: 40 }), speak(bram, renewed(6), { lamport: 40 })];
    const inOrder = [...both].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ says }) => says.kid);
    for (const order of [both, both.toReversed()]) {
      expect(membershipWith(order).kids).toEqual([kid(1), ...inOrder]);
    }
  });

  test("is to be renewed after somebody left, and after a device was revoked, until that is cut off here", () => {
    expect(membershipWith([], without(bramOld)).needsRenewal).toBe(false);
    const leaking = membershipWith([], without(bramOld, carla));
    expect(leaking.needsRenewal, "who reads has the key too").toBe(true);
    expect(membershipWith([], without(bramOld, dirk)).needsRenewal, "who never had it").toBe(false);
    const speak = next();
    const plainly = speak(anna, renewed(2));
    expect(membershipWith([plainly], without(bramOld, carla)).needsRenewal, "not cut off").toBe(true);
    const mended = speak(anna, renewed(3, cut(carla, 0)));
    expect(membershipWith([plainly, mended], without(bramOld, carla)).needsRenewal).toBe(false);
  });

  test("whose renewal had not seen a removal, and gave it to who was removed, is renewed once more", () => {
    const speak = next();
    // Bram removes Carla, while Anna gives Carla the key that is to come: neither has heard the other.
    const goes = speak(bram, removed(carlaM), { lamport: 21 });
    const gives = speak(anna, granted(carla, 1, 2), { lamport: 21 });
    const seals = speak(anna, renewed(2), { lamport: 22 });
    expect(membershipWith([goes, gives, seals]).needsRenewal).toBe(true);
    const mends = [
      speak(anna, granted(bram, 1, 2, 3), { lamport: 23 }),
      speak(anna, renewed(3), { lamport: 24 }),
    ];
    expect(membershipWith([goes, gives, seals, ...mends]).needsRenewal).toBe(false);
    const late = speak(bram, granted(carla, 1, 2, 3), { lamport: 25 });
    expect(
      membershipWith([goes, gives, seals, ...mends, late]).needsRenewal,
      "also where that comes after",
    ).toBe(true);
    const toRecovery = speak(bram, granted("", 1, 2, 3), { lamport: 25 });
    expect(membershipWith([goes, gives, seals, ...mends, toRecovery]).needsRenewal).toBe(false);
  });

  test("is not renewed because a stranger says that he has it", () => {
    const found = membershipWith([
      next()(stranger, granted(stranger, 1)),
      next()(eva, granted(eva, 1), { n: 2 }),
    ]);
    expect(found.needsRenewal).toBe(false);
  });
});

describe("a renewal", () => {
  test("cuts off only devices that the roster has revoked", () => {
    const found = membershipWith([next()(anna, renewed(2, cut(bram, 0), cut(stranger, 9)))]);
    expect([found.void.size, found.cuts.has(bram), found.cuts.has(stranger)]).toEqual([0, false, false]);
    expect(entryStands(found, roster, bram, 7)).toBe(true);
    expect(entryStands(found, roster, stranger, 7)).toBe(false);
  });

  test("leaves a revoked device what it had said within its cut, and nothing beyond, before or after", () => {
    const speak = createSpeech(family);
    const first = [speak(anna, opened()), speak(anna, added(bramM)), speak(anna, added(evaM))];
    const kept = speak(bramOld, offered(dirkM));
    const beyond = speak(bramOld, added(carlaM, "read"));
    expect(
      membershipOf(family, roster, [...first, kept, beyond]).void.size,
      "nobody has cut it off yet",
    ).toBe(0);
    const mended = speak(anna, renewed(1, cut(bramOld, 0, 1)));
    const later = speak(bramOld, removed(annaM));
    const found = membershipOf(family, roster, [...first, kept, beyond, mended, later]);
    expect(found.void).toEqual(new Set([beyond.id, later.id]));
    expect([found.offers.has(kept.id), found.members.has(annaM)]).toEqual([true, true]);
  });
});

test("keys are kept by whom they are for, in order, with who gave them", () => {
  const speak = next();
  const given = [speak(anna, granted(dirk, 1)), speak(root, granted(dirk, 1)), speak(anna, granted("", 1))];
  const found = membershipWith(given);
  expect(found.grants.get(dirk)).toEqual([
    { id: given[0]?.id, stands: true, by: anna, kids: [kid(1)], file: new Uint8Array([1]) },
    { id: given[1]?.id, stands: true, by: root, kids: [kid(1)], file: new Uint8Array([1]) },
  ]);
  expect(found.grants.get("")).toHaveLength(1);
});

test("what was written after a cut is taken in, and never less than stands", () => {
  const speak = next();
  const [more, less] = [speak(bram, tookIn(eva, 5)), speak(anna, tookIn(eva, 4))];
  const found = membershipWith([more, less]);
  expect([...found.void]).toEqual([less.id]);
  expect([5, 6].map((n) => entryStands(found, roster, eva, n))).toEqual([true, false]);
});

test("the recovery key lets somebody in, also where nobody is left", () => {
  const speak = next();
  const gone = [speak(bram, removed(annaM, cut(anna, 9, 9))), speak(bram, removed(bramM, cut(bram, 0, 3)))];
  const found = membershipWith([
    ...gone,
    speak(root, recovered(dirkM, "read")),
    speak(root, recovered(dirkM)),
  ]);
  expect(rightsOf(found)).toEqual({ [carlaM]: "read", [dirkM]: "write" });
});

describe("an entry", () => {
  test("of who works here stands, whatever its number; of who reads along, or belongs elsewhere, never", () => {
    const found = membershipWith();
    const first = names.filter((name) => entryStands(found, roster, signers[name], 1));
    expect(first).toEqual(["anna", "bram", "bramOld", "eva"]);
    expect(names.filter((name) => entryStands(found, roster, signers[name], 1e6))).toEqual(["anna", "bram"]);
    expect([2, 3].map((n) => entryStands(found, roster, bramOld, n))).toEqual([true, false]);
    expect([3, 4].map((n) => entryStands(found, roster, eva, n))).toEqual([true, false]);
  });

  test("of a revoked device stands while nobody has cut it off, and its member works here", () => {
    const now = without(bram, carla, dirk);
    const found = membershipWith([], now);
    expect([bram, carla, dirk].map((id) => entryStands(found, now, id, 9))).toEqual([true, false, false]);
  });
});

test("who works here or reads along may read, and only who works here may write, with a device that holds", () => {
  const found = membershipWith();
  expect(names.filter((name) => mayRead(found, roster, signers[name]))).toEqual(["anna", "bram", "carla"]);
  expect(names.filter((name) => mayWrite(found, roster, signers[name]))).toEqual(["anna", "bram"]);
});

describe("the agency's own case", () => {
  const speak = () => createSpeech(agency);
  const own = (more: readonly KnownStatement[] = [], of = roster) => membershipOf(agency, of, more);

  test("is open from the start, to everybody with a device that holds, and to nobody else", () => {
    const found = own();
    expect(found.opened).toBe(agency);
    expect([...found.members.keys()].sort()).toEqual([annaM, bramM, carlaM, dirkM, evaM]);
    expect(found.members.get(bramM)).toEqual({ right: "write", since: 30, by: rosterStatements[2]?.id });
    expect(own([], nobodyRevoked).members.get(bramM)?.since, "since its first device").toBe(30);
    expect(own([], without(bram)).members.get(bramM)?.since, "since the device that holds").toBe(40);
    expect(own([], without(eva)).members.has(evaM)).toBe(false);
    expect(names.filter((name) => mayWrite(found, roster, signers[name]))).toEqual([
      ...["anna", "bram", "carla", "dirk", "eva"],
    ]);
  });

  test("renews its key, hands it on and takes in; nobody is added or removed in it", () => {
    const kinds = rights.map(([, says]) => says).filter(({ kind }) => kind !== "tookIn");
    for (const says of [...kinds, renewed(7)]) {
      const spoken = speak()(anna, says);
      const isOne = says.kind === "renewed" || says.kind === "granted";
      expect(own([spoken]).void.has(spoken.id), says.kind).toBe(!isOne);
    }
    const said = speak();
    const before = [said(anna, renewed(1, cut(bramOld, 2))), said(anna, tookIn(bramOld, 4))];
    expect(own(before).void.size).toBe(0);
    expect(own(before).cuts).toEqual(new Map([[bramOld, 4]]));
  });

  test("leaks to every revoked device, until that is cut off", () => {
    expect(own([], nobodyRevoked).needsRenewal).toBe(false);
    expect(own([], without(eva)).needsRenewal, "nobody's member any more").toBe(true);
    const mended = speak()(anna, renewed(1, cut(eva, 3)));
    expect(own([mended], without(eva)).needsRenewal).toBe(false);
    expect(own([speak()(stranger, renewed(1))]).void.size).toBe(1);
  });

  test("keeps what a revoked device wrote, until that is cut off", () => {
    const now = without(eva);
    expect(entryStands(own([], now), now, eva, 9)).toBe(true);
    const found = own([speak()(anna, renewed(1, cut(eva, 3)))], now);
    expect([3, 4].map((n) => entryStands(found, now, eva, n))).toEqual([true, false]);
    expect(entryStands(found, now, stranger, 1)).toBe(false);
  });
});

test("what is of another agency, another case, a later kind or in no shape is passed over", () => {
  const odd: readonly Saying[] = [
    { kind: "blessed", member: dirkM },
    { kind: "constructor" },
    { ...added(dirkM), more: 1 },
    { ...added(dirkM), right: "delete" },
    { ...added(dirkM), member: "dirk" },
    { ...removed(bramM), cuts: {} },
    { ...removed(bramM), cuts: [{ device: bram, entries: 1 }] },
    { ...removed(bramM), cuts: [cut("x", 1)] },
    { ...removed(bramM), cuts: [cut(bram, -1)] },
    { ...removed(bramM), cuts: [cut(bram, 1, -1)] },
    { ...removed(bramM), cuts: Array.from({ length: 65 }, () => cut(bram, 1)) },
    { ...removed(bramM), member: "x" },
    { ...offered(dirkM), member: "x" },
    { ...renewed(4), kid: "x" },
    { ...renewed(4), cuts: 1 },
    { ...granted(carla, 4), to: "carla" },
    { ...granted(carla, 4), kids: ["x"] },
    { ...granted(carla, 4), kids: Array.from({ length: 1025 }, () => kid(1)) },
    { ...granted(carla, 4), file: "x" },
    { ...granted(carla, 4), more: 1 },
    { ...tookIn(eva, 5), entries: 5.5 },
    { ...tookIn(eva, 5), device: "eva" },
    { kind: "accepted", offer: "x" },
    { kind: "withdrawn", offer: "x" },
  ];
  const before = plain(membershipWith());
  for (const one of odd) expect(plain(membershipWith([next()(anna, one)])), JSON.stringify(one)).toBe(before);
  for (const one of [
    { ...recovered(dirkM), member: "x" },
    { ...recovered(dirkM), right: "x" },
  ]) {
    expect(plain(membershipWith([next()(root, one)]))).toBe(before);
  }
  expect(plain(membershipWith([next()(anna, added(dirkM), { agency: "00".repeat(16) })]))).toBe(before);
  expect(plain(membershipWith([next()(anna, added(dirkM), { case: "0e".repeat(16) })]))).toBe(before);
  const most = [cut(bram, 1), ...Array.from({ length: 63 }, () => cut(stranger, 1))];
  expect(membershipWith([next()(anna, { ...removed(bramM), cuts: most })]).members.has(bramM)).toBe(false);
});

/** Anything that anybody might say, at any place. */
const anyDevice = fc.constantFrom(root, anna, bram, bramOld, carla, dirk, eva, stranger);
const anyMember = fc.constantFrom(annaM, bramM, carlaM, dirkM, evaM);
const anyCuts = fc.array(
  fc.record({ device: anyDevice, entries: fc.nat({ max: 5 }), statements: fc.nat({ max: 3 }) }),
  { maxLength: 3 },
);
const anySaying: fc.Arbitrary<MembershipSaying> = fc.oneof(
  anyCuts.map((cuts) => opened(...cuts)),
  fc.tuple(anyMember, fc.constantFrom<Right>("write", "read")).map((args) => added(...args)),
  fc.tuple(anyMember, anyCuts).map(([of, cuts]) => removed(of, ...cuts)),
  anyMember.map(offered),
  fc.constant(accepted(toDirk.id)),
  fc.constant(withdrawn(toDirk.id)),
  fc.tuple(fc.nat({ max: 4 }), anyCuts).map(([byte, cuts]) => renewed(byte, ...cuts)),
  fc.tuple(anyDevice, fc.nat({ max: 4 })).map(([to, byte]) => granted(to, byte)),
  fc.tuple(anyDevice, fc.nat({ max: 9 })).map((args) => tookIn(...args)),
  anyMember.map((of) => recovered(of)),
);

test("whatever was said: in any order, once or twice, it adds up to the same, and nobody is let in by a stranger", () => {
  const said = fc.array(fc.tuple(anyDevice, anySaying, fc.integer({ min: 1, max: 25 })), { maxLength: 12 });
  const shuffled = fc.tuple(fc.constantFrom(family, agency), said).chain(([caseId, words]) => {
    const speak = createSpeech(caseId);
    const all = [
      ...(caseId === family ? beginning : []),
      ...words.map(([by, says, lamport]) => speak(by, says, { lamport })),
    ];
    const mixed = fc.shuffledSubarray(all, { minLength: all.length });
    return fc.tuple(fc.constant(caseId), fc.constant(all), mixed, fc.subarray(all));
  });
  fc.assert(
    fc.property(shuffled, ([caseId, all, mixed, twice]) => {
      const found = plain(membershipOf(caseId, roster, all));
      expect(plain(membershipOf(caseId, roster, mixed))).toBe(found);
      expect(plain(membershipOf(caseId, roster, [...mixed, ...twice]))).toBe(found);
      const strangers = all.filter(({ by }) => by === stranger);
      expect(membershipOf(family, roster, strangers).members.size).toBe(0);
    }),
    { numRuns: 400 },
  );
});
