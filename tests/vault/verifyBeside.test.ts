import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { deviceIdOf } from "../../src/protocol/deviceId.ts";
import { createSigningPair, importSigningKey, isSignedBy, signWith } from "../../src/vault/signature.ts";
import type { SignatureAnswers, SignatureQuestions } from "../../src/vault/verifyBeside.ts";

type Question = SignatureQuestions["questions"][number];

const pair = await createSigningPair();
const key = await importSigningKey(pair.privateKey);
const device = deviceIdOf(pair.publicKey);

/** Many questions, of which each third is about an altered signature. */
async function asked(count: number): Promise<Question[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, n): Promise<Question> => {
      const bytes = new Uint8Array(32).fill(n);
      const signature = await signWith(key, "entry", bytes);
      if (n % 3 === 0) signature[5] = (signature[5] ?? 0) ^ 1;
      return [device, "entry", bytes, signature];
    }),
  );
}

const expected = (count: number) => Array.from({ length: count }, (_, n) => n % 3 !== 0);

let made: FakeWorker[];
/** How many messages a worker answers before it breaks. */
let lasts: number;

class FakeWorker {
  onmessage: (event: { data: SignatureAnswers }) => void = () => undefined;
  onerror: () => void = () => undefined;
  messages = 0;
  isEnded = false;
  constructor() {
    made.push(this);
  }
  postMessage({ message, questions }: SignatureQuestions): void {
    this.messages += 1;
    if (this.messages > lasts) {
      setTimeout(() => this.onerror());
      return;
    }
    // The later message is answered first.
    setTimeout(
      async () => {
        const signed = await Promise.all(questions.map((one) => isSignedBy(...one)));
        if (!this.isEnded) this.onmessage({ data: { message, signed } });
      },
      50 - 10 * message,
    );
  }
  terminate(): void {
    this.isEnded = true;
  }
}

beforeEach(() => {
  made = [];
  lasts = Number.POSITIVE_INFINITY;
  vi.resetModules();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function answers(count: number): Promise<readonly boolean[]> {
  const { verifyBeside } = await import("../../src/vault/verifyBeside.ts");
  return Promise.all((await asked(count)).map((question) => verifyBeside(...question)));
}

test("each hears of its own signature, in a few messages to one worker", async () => {
  vi.stubGlobal("Worker", FakeWorker);
  expect(await answers(100)).toEqual(expected(100));
  expect(made).toHaveLength(1);
  expect(made[0]?.messages).toBe(4);
});

test("a worker that breaks leaves nobody waiting: the page does what is left, and asks no worker again", async () => {
  vi.stubGlobal("Worker", FakeWorker);
  lasts = 1;
  expect(await answers(100)).toEqual(expected(100));
  expect(await answers(40)).toEqual(expected(40));
  expect(made).toHaveLength(1);
  expect(made[0]?.isEnded).toBe(true);
});

test.each([
  ["there are no workers", undefined],
  [
    "none may be started",
    class {
      constructor() {
        throw new Error("refused");
      }
    },
  ],
])("where %s the page does it", async (_, worker) => {
  vi.stubGlobal("Worker", worker);
  expect(await answers(40)).toEqual(expected(40));
});

test("a worker that is not asked for a while ends, and the next question starts another", async () => {
  vi.stubGlobal("Worker", FakeWorker);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  expect(await answers(3)).toEqual(expected(3));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(made[0]?.isEnded).toBe(true);
  expect(await answers(3)).toEqual(expected(3));
  expect(made).toHaveLength(2);
});
