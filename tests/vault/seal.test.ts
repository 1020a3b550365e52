import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { encodeCbor } from "../../src/protocol/cbor.ts";
import { deviceIdOf } from "../../src/protocol/deviceId.ts";
import {
  type EntryHeader,
  encodeSealed,
  entryDigest,
  type SealedEntry,
} from "../../src/protocol/sealedEntry.ts";
import { refusalOf } from "../../src/protocol/sealedLayout.ts";
import { importAesKey } from "../../src/vault/argon.ts";
import { pad, paddedLength, unpad } from "../../src/vault/padding.ts";
import { openBlob, openEntry, type Sealer, sealBlob, sealEntry } from "../../src/vault/seal.ts";
import { importSigningKey, isSignedBy, signWith } from "../../src/vault/signature.ts";
import { decodeSealed } from "../protocol/judgeSealed.ts";

// RFC 8032, §7.1, test 1, as PKCS #8.
const seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
const publicKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
const device = deviceIdOf(hexToBytes(publicKey));
const kid = "4b".repeat(8);
const caseId = "ca".repeat(16);

let key: CryptoKey;
let sealer: Sealer;
let sign: Sealer["sign"];

beforeAll(async () => {
  key = await importAesKey(Uint8Array.from({ length: 32 }, (_, i) => i));
  const signKey = await importSigningKey(hexToBytes(`302e020100300506032b657004220420${seed}`));
  sign = (bytes) => signWith(signKey, "entry", bytes);
  sealer = { caseKey: { kid, key }, sign, device };
});

const keyOf = (asked: string): CryptoKey | undefined => (asked === kid ? key : undefined);
const first = { case: caseId, n: 1, prev: "" };
const zeros = (length: number): Uint8Array => new Uint8Array(length);

test("fixed keys and a fixed iv give these bytes, in this version and every later one", async () => {
  const { id, bytes } = await sealEntry(sealer, first, { said: "zeven" }, zeros);
  expect({ id, bytes: bytesToHex(bytes) }).toMatchInlineSnapshot(`
    {
      "bytes": "a46269764c00000000000000000000000066686561646572a6616e01617601636b6964703462346234623462346234623462346264636173657820636163616361636163616361636163616361636163616361636163616361636164707265766066646576696365782b3131715941594b7843726656535f3754795751484f6737686376506170694d6c727749616150634855526f697369676e61747572655840943470bd7aec20a51e39ec31b1fe662bc7362c901d00934cac531857b3d7f73f968f18ad36c1af07f77dfad2d5e85be8e97a48e6caad150d64a8f66253f55f056a63697068657274657874590110afd8c6bfdc48e6c76ddecc5b982c9199d24356532881602f809eb383c5ff5d564e5fe6bc2af2b80633c371f5c1ce694ea90741e6797146a550b63f264a604ee4e96f3e0a91d150e2d389d3c7162448995d15369920a8454134a61443fe5fd1b0d7514e072c5feca9197966348324ba5d2cbd526be87c119cd01227fa64243b827ebe968ceb290f791c66d8fb40a7863a21584d7fdeaac3e6870a79526e666ee23f62c42519fcdb8f8580b1d73c0aead630ed52c1edc8dad5659c0940a414027c62b5e1438a1f9d3523ac06b82b425cab1028489c0dcf7dd45461ea94265ff1fb2b347c88e5c9c8ff0b7a121b687bd06d786807c0cb8ca834723e0b126a6222c140babaef02a28c5f02d961e1d77a73a6",
      "id": "ed13c0072fcc1c52eecfe2c7e1a69df77dc2c9094d0b9414f7c80bf9ba28576c",
    }
  `);
});

test("a blob's bytes are these, in this version and every later one", async () => {
  const sealed = await sealBlob(key, "draft/1", new TextEncoder().encode("zeven"), zeros);
  expect(bytesToHex(sealed)).toMatchInlineSnapshot(
    `"00000000000000000000000074d9c3bbdbc283d7670200b19afe88315d527ddd12"`,
  );
});

test("whatever was sealed is opened unchanged, by whoever has the key", async () => {
  const inside = fc.jsonValue({ stringUnit: "grapheme" });
  await fc.assert(
    fc.asyncProperty(inside, fc.integer({ min: 2, max: Number.MAX_SAFE_INTEGER }), async (json, n) => {
      const said = JSON.parse(JSON.stringify(json)) as unknown;
      const { id, bytes } = await sealEntry(sealer, { case: caseId, n, prev: "ab".repeat(32) }, said);
      expect(refusalOf(bytes)).toBeUndefined();
      const opened = await openEntry(bytes, keyOf);
      expect(opened).toMatchObject({ ok: true, id, header: { n, case: caseId, device, kid } });
      expect(opened.ok && opened.inside).toEqual(said);
    }),
    { numRuns: 100 },
  );
});

test("any byte changed: 1,000 entries, none opens", async () => {
  const { bytes } = await sealEntry(sealer, first, { said: "zeven" });
  const reasons = new Set<string>();
  for (let i = 0; i < 1000; i += 1) {
    const altered = bytes.slice();
    const at = i < bytes.length ? i : (i * 7919) % bytes.length;
    altered[at] = (altered[at] ?? 0) ^ (1 << (i % 8));
    const opened = await openEntry(altered, () => key);
    expect(opened.ok).toBe(false);
    if (!opened.ok) reasons.add(opened.reason);
  }
  expect(reasons).toEqual(new Set(["malformed", "bad-signature"]));
});

test("a header changed and signed again by a device: 1,000 entries, none opens under the case's key", async () => {
  const { bytes } = await sealEntry(sealer, first, { said: "zeven" });
  const { header, iv, ciphertext } = decodeSealed(bytes);
  for (let i = 0; i < 1000; i += 1) {
    const changed = changedHeader(header, i);
    const altered = await signedAgain({ header: changed, iv, ciphertext });
    expect(refusalOf(altered)).toBeUndefined();
    expect(await openEntry(altered, () => key)).toEqual({ ok: false, reason: "altered" });
  }
});

function changedHeader(header: EntryHeader, i: number): EntryHeader {
  const number = i.toString(16);
  if (i % 3 === 0) return { ...header, n: i + 2, prev: number.padStart(64, "0") };
  if (i % 3 === 1) return { ...header, case: number.padStart(32, "0") };
  return { ...header, kid: number.padStart(16, "0") };
}

async function signedAgain(unsigned: Omit<SealedEntry, "signature">): Promise<Uint8Array> {
  return encodeSealed({ ...unsigned, signature: await sign(entryDigest(unsigned)) });
}

test("an entry whose key is not here yet waits, and opens when the key has come", async () => {
  const { bytes, id } = await sealEntry(sealer, first, 7);
  expect(await openEntry(bytes, () => undefined)).toMatchObject({ ok: false, reason: "waits-for-key", id });
  expect(await openEntry(bytes, keyOf)).toMatchObject({ ok: true, inside: 7 });
});

test("an entry under another device's name is refused", async () => {
  const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  const other = deviceIdOf(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
  const { bytes } = await sealEntry({ ...sealer, device: other }, first, 7);
  expect(await openEntry(bytes, keyOf)).toEqual({ ok: false, reason: "bad-signature" });
});

test("a signature for a session is none for an entry", async () => {
  const bytes = new Uint8Array(32);
  const signKey = await importSigningKey(hexToBytes(`302e020100300506032b657004220420${seed}`));
  const signature = await signWith(signKey, "session", bytes);
  expect(await isSignedBy(device, "session", bytes, signature)).toBe(true);
  expect(await isSignedBy(device, "entry", bytes, signature)).toBe(false);
});

test("an entry too large is sealed, and refused before it is stored or opened", async () => {
  const { bytes } = await sealEntry(sealer, first, "a".repeat(260 * 1024));
  expect(refusalOf(bytes)).toBe("too-large");
  expect(await openEntry(bytes, keyOf)).toEqual({ ok: false, reason: "too-large" });
});

test("what a member sealed as nonsense is malformed, and stops nothing", async () => {
  const { header, iv } = decodeSealed((await sealEntry(sealer, first, 7)).bytes);
  const additionalData = encodeCbor(header);
  const plain = new Uint8Array(256);
  const aes = { name: "AES-GCM", iv: iv.slice(), additionalData };
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt(aes, key, plain));
  const bytes = await signedAgain({ header, iv, ciphertext });
  expect(await openEntry(bytes, keyOf)).toEqual({ ok: false, reason: "malformed" });
});

test("a tap and a short word have one size; a long text is at most 12% longer for its padding", async () => {
  const size = async (inside: unknown) => (await sealEntry(sealer, first, inside)).bytes.length;
  expect(await size(4)).toBe(await size("we bellen eerst opa, dan de buren"));
  fc.assert(
    fc.property(fc.integer({ min: 257, max: 300_000 }), (length) => {
      const padded = paddedLength(length);
      expect(padded).toBeGreaterThanOrEqual(length);
      expect(padded / length).toBeLessThanOrEqual(1.12);
      expect(paddedLength(padded)).toBe(padded);
    }),
  );
});

test("padding comes off again, also behind zeros, and what was never padded is refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      expect(unpad(pad(bytes))).toEqual(bytes);
    }),
  );
  expect(() => unpad(new Uint8Array(256))).toThrow();
  expect(() => unpad(new Uint8Array(0))).toThrow();
});

test("a draft opens under its own place and key only", async () => {
  const text = new TextEncoder().encode("wat oma zei");
  const sealed = await sealBlob(key, "draft/1", text);
  expect(await openBlob(key, "draft/1", sealed)).toEqual(text);
  await expect(openBlob(key, "draft/2", sealed)).rejects.toThrow();
  await expect(openBlob(await importAesKey(zeros(32)), "draft/1", sealed)).rejects.toThrow();
  await expect(openBlob(key, "draft/1", sealed.subarray(0, 5))).rejects.toThrow();
  expect(await sealBlob(key, "draft/1", text)).not.toEqual(sealed);
});
