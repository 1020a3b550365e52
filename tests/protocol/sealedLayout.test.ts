import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { deviceIdOf } from "../../src/protocol/deviceId.ts";
import { chainAfter } from "../../src/protocol/runningHash.ts";
import { encodeSealed, entryIdOf, type SealedEntry } from "../../src/protocol/sealedEntry.ts";
import { layoutOf } from "../../src/protocol/sealedLayout.ts";
import * as server from "../../src/server/hashes.ts";
import { judgeSealed } from "./judgeSealed.ts";

const hex = (bytes: number): string => randomBytes(bytes).toString("hex");

function entry(n: number, size: number): SealedEntry {
  const header = {
    v: 1,
    case: hex(16),
    device: deviceIdOf(randomBytes(32)),
    n,
    prev: n === 1 ? "" : hex(32),
    kid: hex(8),
  } as const;
  const random = (length: number) => new Uint8Array(randomBytes(length));
  return { header, iv: random(12), ciphertext: random(size), signature: random(64) };
}

const number = fc.oneof(
  fc.integer({ min: 1, max: 300 }),
  fc.constantFrom(23, 24, 255, 256, 65_535, 65_536, 4_294_967_295, 4_294_967_296, Number.MAX_SAFE_INTEGER),
);
const size = fc.oneof(
  fc.integer({ min: 17, max: 600 }),
  fc.constantFrom(23, 24, 255, 256, 65_535, 65_536, 200_000),
);

test("every entry is read where its parts stand, and has the same id", () => {
  fc.assert(
    fc.property(number, size, (n, length) => {
      const sealed = entry(n, length);
      const bytes = encodeSealed(sealed);
      const layout = layoutOf(bytes);
      expect(layout && Buffer.compare(encodeSealed(layout), bytes)).toBe(0);
      expect(layout && server.entryIdOf(layout)).toBe(entryIdOf(sealed));
    }),
    { numRuns: 200 },
  );
});

test("an entry is read as if none had been before it, of the same device or of another", () => {
  const [a, b] = [entry(1, 40), entry(2, 40)];
  const both = [a, b, { ...a, header: { ...b.header, kid: a.header.kid } }];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), fc.option(fc.nat(400))), { maxLength: 12 }), (turns) => {
      for (const [which, cutAt] of turns) {
        const bytes = encodeSealed(both[which] ?? a);
        const given = cutAt === null ? bytes : bytes.subarray(0, Math.min(cutAt, bytes.length - 1));
        const layout = layoutOf(given);
        expect(layout === undefined).toBe(cutAt !== null);
        if (layout) expect(layout).toMatchObject(both[which] ?? a);
      }
    }),
    { numRuns: 300 },
  );
});

test("whatever byte is changed, added or taken away: both readers take the same entry, or none", () => {
  fc.assert(
    fc.property(
      number,
      fc.nat(),
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom("set", "cut", "add"),
      (n, at, byte, how) => {
        const whole = encodeSealed(entry(n, 40));
        const place = at % whole.length;
        const parts = [...whole];
        if (how === "set") parts[place] = byte;
        else parts.splice(place, how === "cut" ? 1 : 0, ...(how === "add" ? [byte] : []));
        const bytes = new Uint8Array(parts);
        const judged = judgeSealed(bytes);
        const layout = layoutOf(bytes);
        expect(layout !== undefined).toBe(typeof judged !== "string");
        if (layout && typeof judged !== "string") expect(layout).toMatchObject(judged);
      },
    ),
    { numRuns: 3000 },
  );
});

test("the relay's running hash is that of the devices", () => {
  const ids = Array.from({ length: 5 }, () => hex(32));
  const [ours, theirs] = [server.chainAfter, chainAfter].map((after) => ids.reduce(after, ""));
  expect(ours).toBe(theirs);
});
