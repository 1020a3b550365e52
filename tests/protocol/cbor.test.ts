import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeCbor, encodeCbor } from "../../src/protocol/cbor.ts";

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "hex"));

test("what was encoded is decoded unchanged", () => {
  const value = fc.jsonValue({ stringUnit: "grapheme" });
  fc.assert(
    fc.property(value, (json) => {
      // CBOR of ours has one zero.
      const expected = JSON.parse(JSON.stringify(json)) as unknown;
      expect(decodeCbor(encodeCbor(expected))).toEqual(expected);
    }),
  );
});

test("the order in which properties were written does not show", () => {
  expect(encodeCbor({ b: 1, a: 2, long: 3 })).toEqual(encodeCbor({ long: 3, a: 2, b: 1 }));
});

test.each([
  ["keys in another order", "a2616201616102"],
  ["a key twice", "a2616101616102"],
  ["a number longer than it need be", "1801"],
  ["a float longer than it need be", "fb3ff8000000000000"],
  ["an endless list", "9f01ff"],
  ["undefined", "f7"],
  ["not a number", "f97e00"],
  ["something behind the value", "0101"],
  ["a tag", "c001"],
  ["nothing", ""],
])("%s is refused", (_what, bytes) => {
  expect(() => decodeCbor(hex(bytes))).toThrow();
});

test("what could not be read back is not written", () => {
  expect(() => encodeCbor([undefined])).toThrow(TypeError);
  expect(() => encodeCbor(Number.NaN)).toThrow(TypeError);
  expect(decodeCbor(encodeCbor({ a: 1, b: undefined }))).toEqual({ a: 1 });
});

test("the bytes have a buffer of their own, with nothing of an earlier value behind them", () => {
  encodeCbor("a name that is longer than the next one");
  const bytes = encodeCbor("short");
  expect(bytes.buffer.byteLength).toBe(bytes.byteLength);
});
