import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeCbor } from "../../src/protocol/cbor.ts";
import { membershipOf } from "../../src/protocol/membership.ts";
import { rosterOf } from "../../src/protocol/roster.ts";
import type { RosterSaying } from "../../src/protocol/rosterSaying.ts";
import { encodeStatement, judgeStatement, type KnownStatement } from "../../src/protocol/statement.ts";
import { createInvitationKey, invitationSignerOf } from "../../src/vault/invitationKey.ts";
import { browserRandom } from "../../src/vault/random.ts";
import { createRoot } from "../../src/vault/root.ts";
import type { Signer } from "../../src/vault/signature.ts";
import { type StatementPlace, signStatement, verifyStatement } from "../../src/vault/statements.ts";
import { caseA, openBench } from "./bench.ts";

const agency = "a0".repeat(16);
const member = "0b".repeat(16);
const none = { n: 0, id: "" };
const place: StatementPlace = { agency, case: "", last: none, lamport: 1, wall: 1_700_000_000_000 };
const says = { kind: "appointed", member, role: "worker" };

async function deviceSigner(): Promise<Signer> {
  const session = (await openBench()).vault.session();
  if (!session) throw new Error("not open");
  return { by: session.device, sign: session.sign };
}

const { signer } = await createRoot(browserRandom);

test("whatever is said is heard unchanged, by whom it was said, and under its own id", async () => {
  const saying = fc.record({ kind: fc.string(), said: fc.jsonValue({ stringUnit: "grapheme" }) });
  const where = fc.record({
    lamport: fc.integer({ min: 1, max: 2 ** 40 }),
    n: fc.nat(),
    inCase: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(saying, where, async (said, { lamport, n, inCase }) => {
      const clean = JSON.parse(JSON.stringify(said)) as typeof said;
      const last = n === 0 ? none : { n, id: "ab".repeat(32) };
      const at = { ...place, case: inCase ? caseA : "", last, lamport };
      const { id, bytes } = await signStatement(signer, at, clean);
      const heard = await verifyStatement(bytes);
      expect(heard).toEqual({
        ok: true,
        statement: {
          ...{ v: 1, agency, case: at.case, by: signer.by, n: n + 1, prev: last.id, lamport },
          ...{ wall: place.wall, says: clean, id },
        },
      });
    }),
    { numRuns: 100 },
  );
});

test("any byte changed: 1,000 statements, none is heard", async () => {
  const { bytes } = await signStatement(signer, place, says);
  const reasons = new Set<string>();
  for (let i = 0; i < 1000; i += 1) {
    const altered = bytes.slice();
    const at = i < bytes.length ? i : (i * 7919) % bytes.length;
    altered[at] = (altered[at] ?? 0) ^ (1 << (i % 8));
    const heard = await verifyStatement(altered);
    expect(heard.ok).toBe(false);
    if (!heard.ok) reasons.add(heard.reason);
  }
  expect(reasons).toEqual(new Set(["malformed", "bad-signature"]));
});

test("what was said in the roster is not heard in a case, nor the other way round", async () => {
  for (const [from, to] of [
    ["", caseA],
    [caseA, ""],
  ] as const) {
    const signed = judgeStatement((await signStatement(signer, { ...place, case: from }, says)).bytes);
    if (typeof signed === "string") throw new Error(signed);
    const moved = encodeStatement({ ...signed, statement: { ...signed.statement, case: to } });
    expect(await verifyStatement(moved)).toEqual({ ok: false, reason: "bad-signature" });
  }
  // Even where the same bytes were signed, a signature for one log is none for the other.
  const wrong: Signer = { by: signer.by, sign: (_context, bytes) => signer.sign("membership", bytes) };
  const { bytes } = await signStatement(wrong, place, says);
  expect(await verifyStatement(bytes)).toEqual({ ok: false, reason: "bad-signature" });
});

test("a device says nothing in another's name", async () => {
  const device = await deviceSigner();
  const { bytes } = await signStatement({ by: signer.by, sign: device.sign }, place, says);
  expect(await verifyStatement(bytes)).toEqual({ ok: false, reason: "bad-signature" });
});

test("what everybody would refuse is not said", async () => {
  const large = { kind: "granted", file: new Uint8Array(70 * 1024) };
  await expect(signStatement(signer, place, large)).rejects.toThrow("too-large");
  await expect(signStatement(signer, { ...place, lamport: 0 }, says)).rejects.toThrow(RangeError);
  await expect(signStatement(signer, { ...place, last: { n: 1, id: "" } }, says)).rejects.toThrow(RangeError);
  expect(await verifyStatement(encodeCbor({ statement: {} }))).toEqual({ ok: false, reason: "malformed" });
});

/** Says each in turn, as who is at hand, and gives what is heard. */
async function heardOf(agencyId: string, spoken: readonly (readonly [Signer, RosterSaying])[]) {
  const heard: KnownStatement[] = [];
  for (const [by, saying] of spoken) {
    const last = heard.findLast((one) => one.by === by.by) ?? none;
    const at = { ...place, agency: agencyId, last, lamport: heard.length + 1 };
    const verified = await verifyStatement((await signStatement(by, at, saying)).bytes);
    if (!verified.ok) throw new Error(verified.reason);
    heard.push(verified.statement);
  }
  return heard;
}

test("who opens the link of an invitation brings its own tablet into the agency, once", async () => {
  const made = await createRoot(browserRandom);
  const [first, second] = [await deviceSigner(), await deviceSigner()];
  const { seedText, signer: invitation } = await createInvitationKey(browserRandom);
  const invited = await invitationSignerOf(seedText);
  if (!invited) throw new Error("no key");
  const role = "administrator";
  const { recovery: recipient } = made;
  const heard = await heardOf(made.agency, [
    [made.signer, { kind: "founded", recovery: made.recovery }],
    [made.signer, { kind: "invited", key: invitation.by, member, role, until: place.wall + 1 }],
    [invited, { kind: "admitted", member, device: first.by, recipient, role }],
    [invited, { kind: "admitted", member, device: second.by, recipient, role }],
  ]);
  const roster = rosterOf(made.agency, heard);
  expect([...roster.devices.keys()]).toEqual([first.by]);
  expect(roster.roles.get(member)).toBe(role);
  expect(roster.void).toEqual(new Set([heard[3]?.id]));
  expect(membershipOf(made.agency, roster, []).members.get(member)?.right).toBe("write");
});
