import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { chainAfter } from "../../src/protocol/runningHash.ts";

test("the running hash is the half of SHA-256 over both texts, whatever they are, time after time", () => {
  const text = fc.string({ unit: "binary", maxLength: 120, size: "max" });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text)), (pairs) => {
      for (const [chain, id] of pairs) {
        const whole = createHash("sha256").update(`${chain}${id}`, "utf8").digest("hex");
        expect(chainAfter(chain, id)).toBe(whole.slice(0, 32));
      }
    }),
  );
});
