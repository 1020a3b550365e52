import { afterEach, expect, test, vi } from "vitest";
import type { GrantedCase } from "../../src/vault/grants.ts";
import { openEntry, sealEntry } from "../../src/vault/seal.ts";
import type { Vault, VaultSession } from "../../src/vault/vault.ts";
import { caseA, caseB, gatheringRandom, openBench, passphrase, pin } from "./bench.ts";

const coded = (code: string) => expect.objectContaining({ code });
const granted: GrantedCase = { case: caseA, agency: "a0".repeat(16), opened: "0e".repeat(32) };

afterEach(() => {
  vi.restoreAllMocks();
});

function sessionOf(vault: Vault): VaultSession {
  const session = vault.session();
  if (!session) throw new Error("not open");
  return session;
}

const kidsOf = (session: VaultSession, caseId = caseA): readonly string[] =>
  session.exportCaseKeys(caseId).map(({ kid }) => kid);

test("a family's new key seals from now on, and what the old one sealed still opens, also after a reload", async () => {
  const { vault, reload } = await openBench();
  const session = sessionOf(vault);
  const sealer = () => ({
    caseKey: session.caseKey(caseA) ?? { kid: "", key: {} as CryptoKey },
    device: session.device,
    sign: (bytes: Uint8Array) => session.sign("entry", bytes),
  });
  const [first = ""] = kidsOf(session);
  const before = await sealEntry(sealer(), { case: caseA, n: 1, prev: "" }, "zeven");
  const kid = await session.prepareKey(caseA);
  await session.orderKeys(caseA, [kid]);
  expect(kid).toMatch(/^[0-9a-f]{16}$/);
  expect(session.caseKey(caseA)?.kid).toBe(kid);
  const after = await sealEntry(sealer(), { case: caseA, n: 2, prev: before.id }, "acht");
  const again = await reload();
  await again.unlock(passphrase);
  expect(kidsOf(sessionOf(again))).toEqual([first, kid]);
  for (const [{ bytes }, inside] of [
    [before, "zeven"],
    [after, "acht"],
  ] as const)
    expect(await openEntry(bytes, (asked) => sessionOf(again).keyOf(caseA, asked))).toMatchObject({
      ok: true,
      inside,
    });
});

test("a key that could not be kept seals nothing", async () => {
  const { random, drawn } = gatheringRandom();
  const { vault, shelf } = await openBench(random);
  const session = sessionOf(vault);
  const before = kidsOf(session);
  const { write } = shelf;
  shelf.write = () => Promise.reject(new Error("disk full"));
  await expect(session.prepareKey(caseA)).rejects.toThrow("disk full");
  expect(kidsOf(session)).toEqual(before);
  expect(drawn.at(-1)?.every((byte) => byte === 0)).toBe(true);
  shelf.write = write;
  await expect(session.prepareKey("0c".repeat(16))).rejects.toEqual(coded("out-of-scope"));
  expect(session.cases()).toEqual([caseA, caseB]);
  vault.lock();
  await expect(session.prepareKey(caseA)).rejects.toEqual(coded("locked"));
});

test("of two new keys at once the one that was announced last seals, on every device", async () => {
  const { vault, shelf, reload } = await openBench();
  const session = sessionOf(vault);
  const [first = ""] = kidsOf(session);
  const one = await session.prepareKey(caseA);
  const other = await session.prepareKey(caseA);
  await session.orderKeys(caseA, [other, one]);
  expect(kidsOf(session)).toEqual([first, other, one]);
  const { writes } = shelf;
  await session.orderKeys(caseA, [other, one]);
  // One that was announced and has not come yet changes nothing, and a family that is not here stays away.
  await session.orderKeys(caseA, [other, one, "0f".repeat(8)]);
  await session.orderKeys("0c".repeat(16), [one]);
  expect(shelf.writes).toBe(writes);
  expect(session.cases()).toEqual([caseA, caseB]);
  const again = await reload();
  await again.unlock(passphrase);
  expect(sessionOf(again).caseKey(caseA)?.kid).toBe(one);
});

test("a family shared with a colleague opens on the colleague's tablet, without a key in anybody's hands", async () => {
  const [giver, taker] = [await openBench(), await openBench()];
  const session = sessionOf(giver.vault);
  const kid = await session.prepareKey(caseA);
  await session.orderKeys(caseA, [kid]);
  const recipient = await sessionOf(taker.vault).recipient();
  const { kids, file } = await session.grant(granted, recipient);
  expect(kids).toEqual(kidsOf(session));
  const taking = sessionOf(taker.vault);
  await taking.removeCase(caseA);
  expect(await taking.receive(file, { ...granted, kids }, [kid])).toEqual({ ok: true });
  expect(taking.caseKey(caseA)?.kid).toBe(kid);
  const again = await taker.reload();
  await again.unlock(passphrase);
  expect(sessionOf(again).exportCaseKeys(caseA)).toEqual(session.exportCaseKeys(caseA));
  // It was for one device only.
  expect(await session.receive(file, { ...granted, kids }, [kid])).toEqual({ ok: false, reason: "closed" });
});

test("an older grant that comes late neither changes what seals nor replaces a key that is here", async () => {
  const { vault, shelf } = await openBench();
  const session = sessionOf(vault);
  const recipient = await session.recipient();
  const early = await session.grant(granted, recipient);
  const kid = await session.prepareKey(caseA);
  await session.orderKeys(caseA, [kid]);
  const { writes } = shelf;
  const keys = session.exportCaseKeys(caseA);
  expect(await session.receive(early.file, { ...granted, kids: early.kids }, [kid])).toEqual({ ok: true });
  expect(session.exportCaseKeys(caseA)).toEqual(keys);
  expect(shelf.writes).toBe(writes);
});

test("a key that comes before it is announced opens what it must, and does not seal", async () => {
  const [mine, theirs] = [await openBench(), await openBench()];
  const session = sessionOf(mine.vault);
  const [own = ""] = kidsOf(session);
  const other = sessionOf(theirs.vault);
  await other.importCase(caseA, session.exportCaseKeys(caseA));
  const prepared = await other.prepareKey(caseA);
  const { kids, file } = await other.grant(granted, await session.recipient());
  expect(await session.receive(file, { ...granted, kids }, [])).toEqual({ ok: true });
  expect(kidsOf(session)).toContain(prepared);
  expect(session.caseKey(caseA)?.kid).toBe(own);
  await session.orderKeys(caseA, [prepared]);
  expect(session.caseKey(caseA)?.kid).toBe(prepared);
});

test("another key under a kid that is here is left out", async () => {
  const [mine, theirs] = [await openBench(), await openBench()];
  const session = sessionOf(mine.vault);
  const [own] = session.exportCaseKeys(caseA);
  const other = sessionOf(theirs.vault);
  await other.removeCase(caseA);
  await other.importCase(caseA, [{ kid: own?.kid ?? "", key: new Uint8Array(32).fill(9) }]);
  const { kids, file } = await other.grant(granted, await session.recipient());
  expect(await session.receive(file, { ...granted, kids }, [])).toEqual({ ok: true });
  expect(session.exportCaseKeys(caseA)).toEqual([own]);
});

test("of a stranger's keys only those that bear their own names are taken in", async () => {
  const [mine, theirs] = [await openBench(), await openBench()];
  const session = sessionOf(mine.vault);
  const own = kidsOf(session);
  const other = sessionOf(theirs.vault);
  await other.removeCase(caseA);
  await other.addCase(caseA);
  const honest = await other.grant(granted, await session.recipient());
  await other.importCase(caseA, [{ kid: "ab".repeat(8), key: new Uint8Array(32).fill(9) }]);
  const occupying = await other.grant(granted, await session.recipient());
  const receive = ({ kids, file }: typeof honest) =>
    session.receive(file, { ...granted, kids }, own, "stranger");
  expect(await receive(occupying)).toEqual({ ok: false, reason: "mismatch" });
  expect(kidsOf(session)).toEqual(own);
  expect(await receive(honest)).toEqual({ ok: true });
  expect(kidsOf(session)).toEqual([...honest.kids, ...own]);
  expect(session.caseKey(caseA)?.kid).toBe(own.at(-1));
});

test("a grant that holds other than was announced is not taken in", async () => {
  const { vault } = await openBench();
  const session = sessionOf(vault);
  const { kids, file } = await session.grant(granted, await session.recipient());
  await session.removeCase(caseA);
  expect(await session.receive(file, { ...granted, case: caseB, kids }, [])).toEqual({
    ok: false,
    reason: "mismatch",
  });
  expect(session.cases()).toEqual([caseB]);
});

test("a lock while a grant is opened wins, and leaves no key", async () => {
  const { vault, reload } = await openBench();
  const session = sessionOf(vault);
  const { kids, file } = await session.grant(granted, await session.recipient());
  await session.removeCase(caseA);
  const receiving = session.receive(file, { ...granted, kids }, []);
  vault.lock();
  await expect(receiving).rejects.toEqual(coded("locked"));
  const again = await reload();
  await again.unlock(passphrase);
  expect(sessionOf(again).cases()).toEqual([caseB]);
});

test("where one family is open that family may be granted on, and nothing is received", async () => {
  const { vault } = await openBench();
  const recipient = await sessionOf(vault).recipient();
  await vault.softLock({ keep: caseA });
  await vault.unlockWithPin(pin);
  const session = sessionOf(vault);
  const { kids, file } = await session.grant(granted, recipient);
  expect(kids).toEqual(kidsOf(session));
  for (const refused of [
    () => session.grant({ ...granted, case: caseB }, recipient),
    () => session.receive(file, { ...granted, kids }, []),
    () => session.recipient(),
    () => session.prepareKey(caseA),
    () => session.orderKeys(caseA, kids),
  ])
    await expect(refused()).rejects.toEqual(coded("out-of-scope"));
  vault.lock();
  await expect(session.grant(granted, recipient)).rejects.toEqual(coded("locked"));
  await expect(session.recipient()).rejects.toEqual(coded("locked"));
});

test("keys of many families that come at once are written together, and one that can't be changed stops no other", async () => {
  const { vault, shelf, reload } = await openBench();
  const session = sessionOf(vault);
  const { writes } = shelf;
  const ids = Array.from({ length: 20 }, (_, at) => (at + 16).toString(16).padStart(32, "0"));
  const added = ids.map((id) => session.addCase(id));
  // Of a family that is not here no second key can be made.
  const refused = expect(session.prepareKey("ff".repeat(16))).rejects.toEqual(coded("out-of-scope"));
  await Promise.all([...added, refused]);
  expect(shelf.writes - writes).toBeLessThanOrEqual(2);
  const again = await reload();
  await again.unlock(passphrase);
  expect(ids.every((id) => sessionOf(again).kids(id).length === 1)).toBe(true);
});
