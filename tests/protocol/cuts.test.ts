import { expect, test } from "vitest";
import { agencyIdOf } from "../../src/protocol/agencyId.ts";
import { deviceIdOf } from "../../src/protocol/deviceId.ts";
import { membershipOf } from "../../src/protocol/membership.ts";
import { rosterOf } from "../../src/protocol/roster.ts";
import type { KnownStatement, Saying } from "../../src/protocol/statement.ts";

const key = (byte: number): string => deviceIdOf(new Uint8Array(32).fill(byte));
const member = (byte: number): string => byte.toString(16).padStart(2, "0").repeat(16);
const [root, anna, bram, evil] = [key(1), key(2), key(3), key(4)] as const;
const agency = agencyIdOf(root) ?? "";
const family = "0f".repeat(16);
const recipient = "age1q";

const said = (by: string, n: number, lamport: number, says: Saying, caseId = ""): KnownStatement => ({
  ...{ v: 1, agency, case: caseId, by, n, lamport, says, wall: 0 },
  prev: n === 1 ? "" : "ab".repeat(32),
  id: `${caseId}${by}${n}`,
});

const admitted = (device: string, of: number, role: string): Saying => ({
  ...{ kind: "admitted", member: member(of), device, recipient, role },
});

const beginning = [
  said(root, 1, 1, { kind: "founded", recovery: recipient }),
  said(root, 2, 2, admitted(anna, 2, "administrator")),
  said(root, 3, 3, admitted(bram, 3, "worker")),
];

test("a stolen administrator's key can't write itself into the time before it was revoked", () => {
  const revoked = said(root, 4, 9, { kind: "revoked", device: anna, statements: 0 });
  const backdated = said(anna, 1, 4, admitted(evil, 4, "worker"));
  expect(rosterOf(agency, [...beginning, backdated]).devices.has(evil)).toBe(true);
  const roster = rosterOf(agency, [...beginning, backdated, revoked]);
  expect(roster.devices.has(evil)).toBe(false);
  expect(roster.void).toContain(backdated.id);
});

test("who was removed can't let somebody in by what they say they had said before", () => {
  const roster = rosterOf(agency, [...beginning, said(root, 4, 4, admitted(evil, 4, "worker"))]);
  const opened = said(anna, 1, 1, { kind: "opened", cuts: [] }, family);
  const added = said(anna, 2, 2, { kind: "added", member: member(3), right: "write" }, family);
  const cut = { device: bram, entries: 0, statements: 0 };
  const removed = said(anna, 3, 9, { kind: "removed", member: member(3), cuts: [cut] }, family);
  const backdated = said(bram, 1, 4, { kind: "added", member: member(4), right: "write" }, family);
  expect(membershipOf(family, roster, [opened, added, backdated]).members.has(member(4))).toBe(true);
  const { members } = membershipOf(family, roster, [opened, added, backdated, removed]);
  expect([...members.keys()]).toEqual([member(2)]);
});
