import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { expect, test } from "vitest";
import { agencyIdOf } from "../../src/protocol/agencyId.ts";
import { deviceIdOf } from "../../src/protocol/deviceId.ts";
import { createInvitationKey, invitationSignerOf } from "../../src/vault/invitationKey.ts";
import { browserRandom, type Random } from "../../src/vault/random.ts";
import { unwrapWith } from "../../src/vault/recovery.ts";
import { createRoot, openRoot, renewRootSheet } from "../../src/vault/root.ts";
import { signerOfSeed } from "../../src/vault/seedKey.ts";
import { isSignedBy } from "../../src/vault/signature.ts";

// RFC 8032, §7.1, test 1.
const rfcSeed = hexToBytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
const rfcPublic = hexToBytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

const message = new TextEncoder().encode("wie hier werkt");

/** Hands out a seed that the test keeps hold of. */
function keptRandom(): { readonly random: Random; readonly drawn: Uint8Array[] } {
  const drawn: Uint8Array[] = [];
  const random: Random = (length) => {
    const bytes = browserRandom(length);
    drawn.push(bytes);
    return bytes;
  };
  return { random, drawn };
}

test("a seed gives the key that the standard says", async () => {
  expect((await signerOfSeed(rfcSeed)).by).toBe(deviceIdOf(rfcPublic));
  await expect(signerOfSeed(rfcSeed.subarray(1))).rejects.toThrow(RangeError);
});

test("an agency's id is its root's, and its first word is signed by the root", async () => {
  const made = await createRoot(browserRandom);
  expect(made.agency).toBe(agencyIdOf(made.root));
  expect(made.signer.by).toBe(made.root);
  const signature = await made.signer.sign("roster", message);
  expect(await isSignedBy(made.root, "roster", message, signature)).toBe(true);
});

test("with the code on the agency's sheet, as typed from paper, somebody signs as the root again", async () => {
  const made = await createRoot(browserRandom);
  const typed = made.recoveryIdentity.toLowerCase().replace(/(.{4})/g, "$1 \n");
  const signer = await openRoot(typed, made);
  const signature = await signer?.sign("membership", message);
  expect(await isSignedBy(made.root, "membership", message, signature ?? message)).toBe(true);
});

test("another agency's sheet, another root's file and a sheet mistyped open no root", async () => {
  const [made, other] = [await createRoot(browserRandom), await createRoot(browserRandom)];
  expect(await openRoot(other.recoveryIdentity, made)).toBeUndefined();
  expect(await openRoot("iets", made)).toBeUndefined();
  expect(
    await openRoot(other.recoveryIdentity, { agency: made.agency, sealedSeed: other.sealedSeed }),
  ).toBeUndefined();
});

test("the root's seed is overwritten once it is wrapped, and stands in no other place than the file", async () => {
  const { random, drawn } = keptRandom();
  const made = await createRoot(random);
  expect(drawn).toHaveLength(1);
  expect(drawn[0]?.every((byte) => byte === 0)).toBe(true);
  const seed = await unwrapWith(made.recoveryIdentity, made.sealedSeed);
  expect((await signerOfSeed(seed ?? message)).by).toBe(made.root);
  expect(bytesToHex(made.sealedSeed)).not.toContain(bytesToHex(seed ?? message));
});

test("a new sheet opens the same root, and its file does not open with the old sheet", async () => {
  const made = await createRoot(browserRandom);
  const renewed = await renewRootSheet(made.recoveryIdentity, made);
  if (!renewed) throw new Error("not renewed");
  const moved = { agency: made.agency, sealedSeed: renewed.sealedSeed };
  expect(renewed.recovery).not.toBe(made.recovery);
  expect(renewed.signer.by).toBe(made.root);
  expect((await openRoot(renewed.recoveryIdentity, moved))?.by).toBe(made.root);
  expect(await openRoot(made.recoveryIdentity, moved)).toBeUndefined();
  expect(await renewRootSheet("iets", made)).toBeUndefined();
});

test("who opens an invitation's link signs with the key that the roster knows", async () => {
  const { random, drawn } = keptRandom();
  const { seedText, signer } = await createInvitationKey(random);
  expect(seedText).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(drawn[0]?.every((byte) => byte === 0)).toBe(true);
  const invited = await invitationSignerOf(seedText);
  expect(invited?.by).toBe(signer.by);
  const signature = await invited?.sign("roster", message);
  expect(await isSignedBy(signer.by, "roster", message, signature ?? message)).toBe(true);
});

test("a link that was cut off, typed over or lengthened is none", async () => {
  const { seedText } = await createInvitationKey(() => rfcSeed.slice());
  const wrong = [
    "",
    seedText.slice(1),
    `${seedText}A`,
    `${seedText}=`,
    ` ${seedText}`,
    seedText.replace(/^./, "+"),
  ];
  // The last character has bits to spare: another spelling of the same bytes is refused too.
  const lastOf = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const next = lastOf[lastOf.indexOf(seedText.at(-1) ?? "") + 1] ?? "B";
  for (const text of [...wrong, `${seedText.slice(0, -1)}${next}`]) {
    expect(await invitationSignerOf(text), text).toBeUndefined();
  }
});
