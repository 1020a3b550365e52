import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { encodeCbor } from "../../src/protocol/cbor.ts";
import { deviceIdOf, publicKeyOf } from "../../src/protocol/deviceId.ts";
import {
  encodeHeader,
  encodeSealed,
  entryIdOf,
  maxEntryBytes,
  type SealedEntry,
} from "../../src/protocol/sealedEntry.ts";
import { refusalOf } from "../../src/protocol/sealedLayout.ts";
import { signedBytes } from "../../src/protocol/signing.ts";
import { decodeSealed } from "./judgeSealed.ts";

const device = deviceIdOf(Uint8Array.from({ length: 32 }, (_, i) => 255 - i));
const header = { v: 1, case: "0a".repeat(16), device, n: 1, prev: "", kid: "0b".repeat(8) } as const;
const sealed: SealedEntry = {
  header,
  iv: new Uint8Array(12).fill(1),
  ciphertext: new Uint8Array(272).fill(2),
  signature: new Uint8Array(64).fill(3),
};
const without = ({ kid: _kid, ...rest }: typeof header) => rest;

test("a sealed entry comes back from its bytes, and is refused for nothing", () => {
  const bytes = encodeSealed(sealed);
  expect(refusalOf(bytes)).toBeUndefined();
  expect(decodeSealed(bytes)).toEqual(sealed);
});

test("the id is the hash of header, iv and ciphertext, and another signature does not change it", () => {
  const hash = createHash("sha256").update(encodeHeader(header)).update(sealed.iv).update(sealed.ciphertext);
  expect(entryIdOf(sealed)).toBe(hash.digest("hex"));
  expect(entryIdOf({ ...sealed, signature: new Uint8Array(64) } as SealedEntry)).toBe(entryIdOf(sealed));
});

test.each<[string, unknown]>([
  ["no kid", { ...sealed, header: without(header) }],
  ["a property more in the header", { ...sealed, header: { ...header, name: "x" } }],
  ["a property more beside the header", { ...sealed, note: "x" }],
  ["another version", { ...sealed, header: { ...header, v: 2 } }],
  ["n of zero", { ...sealed, header: { ...header, n: 0 } }],
  ["n below zero", { ...sealed, header: { ...header, n: -1 } }],
  ["a broken n", { ...sealed, header: { ...header, n: 1.5 } }],
  ["n beyond the safe integers", { ...sealed, header: { ...header, n: 2 ** 53, prev: "00".repeat(32) } }],
  ["n as text", { ...sealed, header: { ...header, n: "1" } }],
  ["a first entry with one before it", { ...sealed, header: { ...header, prev: "00".repeat(32) } }],
  ["a second entry with none before it", { ...sealed, header: { ...header, n: 2 } }],
  ["a case in capitals", { ...sealed, header: { ...header, case: "0A".repeat(16) } }],
  ["a case that says a name", { ...sealed, header: { ...header, case: "Familie de Vries" } }],
  ["a device that is no key", { ...sealed, header: { ...header, device: "x" } }],
  ["a short kid", { ...sealed, header: { ...header, kid: "0b" } }],
  ["a short iv", { ...sealed, iv: new Uint8Array(11) }],
  ["a long iv", { ...sealed, iv: new Uint8Array(13) }],
  ["an iv as text", { ...sealed, iv: "abcdefghijkl" }],
  ["a ciphertext with nothing in it", { ...sealed, ciphertext: new Uint8Array(16) }],
  ["a short signature", { ...sealed, signature: new Uint8Array(63) }],
  ["a list", [sealed]],
  ["null", null],
])("%s is refused as malformed", (_what, value) => {
  expect(refusalOf(encodeCbor(value))).toBe("malformed");
});

test("another encoding of the same entry is refused: it would be the same entry under other bytes", () => {
  const bytes = encodeSealed(sealed);
  // The map of four, its length spelled in one byte more.
  expect(refusalOf(Uint8Array.from([0xb8, 0x04, ...bytes.subarray(1)]))).toBe("malformed");
  expect(refusalOf(Uint8Array.from([...bytes, 0]))).toBe("malformed");
  expect(refusalOf(bytes.subarray(0, -1))).toBe("malformed");
  expect(refusalOf(new Uint8Array(0))).toBe("malformed");
});

test("a nest too deep to decode is refused and stops nothing", () => {
  expect(refusalOf(new Uint8Array(200_000).fill(0x81))).toBe("malformed");
});

test("256 KiB pass, and a byte more does not", () => {
  const overhead = encodeSealed({ ...sealed, ciphertext: new Uint8Array(250_000) }).length - 250_000;
  const just = encodeSealed({ ...sealed, ciphertext: new Uint8Array(maxEntryBytes - overhead) });
  expect(just.length).toBe(maxEntryBytes);
  expect(refusalOf(just)).toBeUndefined();
  const more = encodeSealed({ ...sealed, ciphertext: new Uint8Array(maxEntryBytes - overhead + 1) });
  expect(refusalOf(more)).toBe("too-large");
  expect(() => decodeSealed(more)).toThrow();
});

test("a device id has one spelling", () => {
  expect(device).toHaveLength(43);
  expect(publicKeyOf(device)).toEqual(Uint8Array.from({ length: 32 }, (_, i) => 255 - i));
  // The last character's two spare bits set.
  const zeros = deviceIdOf(new Uint8Array(32));
  expect(publicKeyOf(zeros)).toEqual(new Uint8Array(32));
  expect(publicKeyOf(`${zeros.slice(0, 42)}B`)).toBeUndefined();
  expect(publicKeyOf(`${zeros}=`)).toBeUndefined();
});

test("what is signed for one purpose is not what is signed for another", () => {
  const bytes = new Uint8Array([1]);
  const contexts = ["entry", "session", "roster", "membership", "grant"] as const;
  const texts = contexts.map((context) => Buffer.from(signedBytes(context, bytes)).toString("latin1"));
  expect(new Set(texts).size).toBe(contexts.length);
  expect(texts[0]).toBe("keukentafel/entry/v1\0\x01");
});
