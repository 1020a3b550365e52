import fc from "fast-check";
import { expect, test } from "vitest";
import type { PushAnswer, RowAnswer } from "../../src/protocol/logs.ts";
import { encodeMessage, readMessage } from "../../src/protocol/wire.ts";
import { encodePushAnswer } from "../../src/server/pushAnswer.ts";

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((some) => Buffer.from(some).toString("hex"));
/** Beside numbers of any size those at which the spelling becomes longer. */
const count = fc.oneof(
  fc.maxSafeNat(),
  fc.constantFrom(0, 23, 24, 255, 256, 65_535, 65_536, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER),
);
const taken = fc.record({ id: hex(32), seq: count, receivedAt: count });
const refused = fc.record({
  id: fc.oneof(fc.constant(""), hex(32)),
  refused: fc.constantFrom("gap", "fork", "not-a-member", "void", "behind", "bad-signature", "too-large"),
  last: count,
});
const head = fc.record({ seq: count, chain: fc.oneof(fc.constant(""), hex(16)) });
const some = fc.array(fc.oneof(taken, refused) as fc.Arbitrary<RowAnswer>, { maxLength: 200, size: "max" });

test("the answer to a push is the same bytes as any message's encoding, and is read again", () => {
  fc.assert(
    fc.property(fc.record({ answers: some, head }), (answer: PushAnswer) => {
      const bytes = new Uint8Array(encodePushAnswer(answer));
      expect(bytes).toEqual(new Uint8Array(encodeMessage("pushAnswer", answer)));
      expect(readMessage("pushAnswer", bytes)).toEqual(answer);
    }),
  );
});
