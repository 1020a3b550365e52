import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAgeIdentity, unwrapWith, wrapTo } from "../../src/vault/recovery.ts";
import type { UnwrapAnswer, UnwrapQuestion } from "../../src/vault/unwrapBeside.ts";

const { identity, recipient } = await createAgeIdentity();
const other = await createAgeIdentity();

/** Many files, of which each third is for somebody else. */
const files = await Promise.all(
  Array.from({ length: 9 }, (_, n) => wrapTo(n % 3 === 0 ? other.recipient : recipient, new Uint8Array([n]))),
);
const expected = files.map((_, n) => (n % 3 === 0 ? undefined : n));

let made: FakeWorker[];
/** How many questions a worker answers before it breaks. */
let lasts: number;

class FakeWorker {
  onmessage: (event: { data: UnwrapAnswer }) => void = () => undefined;
  onerror: () => void = () => undefined;
  asked = 0;
  isEnded = false;
  constructor() {
    made.push(this);
  }
  postMessage({ message, identity: by, file }: UnwrapQuestion): void {
    this.asked += 1;
    if (this.asked > lasts) {
      setTimeout(() => this.onerror());
      return;
    }
    const answer = async () => {
      const plain = await unwrapWith(by, file);
      if (!this.isEnded) this.onmessage({ data: { message, plain } });
    };
    // The later question is answered first.
    setTimeout(answer, 50 - 5 * message);
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

async function answers(of = files): Promise<readonly (number | undefined)[]> {
  const { unwrapBeside } = await import("../../src/vault/unwrapBeside.ts");
  return Promise.all(of.map(async (file) => (await unwrapBeside(identity, file))?.[0]));
}

test("each hears of its own file, from one worker", async () => {
  vi.stubGlobal("Worker", FakeWorker);
  expect(await answers()).toEqual(expected);
  expect(made).toHaveLength(1);
  expect(made[0]?.asked).toBe(files.length);
});

test("a worker that breaks leaves nobody waiting: the page does what is left, and asks no worker again", async () => {
  vi.stubGlobal("Worker", FakeWorker);
  lasts = 2;
  expect(await answers()).toEqual(expected);
  expect(await answers(files.slice(0, 2))).toEqual(expected.slice(0, 2));
  expect(made).toHaveLength(1);
  expect(made[0]?.isEnded).toBe(true);
});

test("a worker that ends without a word leaves nobody waiting either", async () => {
  class Silent extends FakeWorker {
    override postMessage(question: UnwrapQuestion): void {
      if (this.asked < 2) super.postMessage(question);
    }
  }
  vi.stubGlobal("Worker", Silent);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  const answered = answers();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await answered).toEqual(expected);
  expect(made).toHaveLength(1);
  expect(made[0]?.isEnded).toBe(true);
  expect(await answers(), "and from here on the page does it").toEqual(expected);
  expect(made).toHaveLength(1);
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
  expect(await answers()).toEqual(expected);
});

test("whoever asks hears of it where it can't even be tried, there or here", async () => {
  class Unable extends FakeWorker {
    override postMessage({ message }: UnwrapQuestion): void {
      setTimeout(() => this.onmessage({ data: { message, failed: true } }));
    }
  }
  vi.stubGlobal("Worker", Unable);
  expect(await answers()).toEqual(expected);
  vi.doMock("../../src/vault/recovery.ts", () => ({
    unwrapWith: () => Promise.reject(new Error("not here")),
  }));
  vi.resetModules();
  await expect(answers()).rejects.toThrow("not here");
  vi.doUnmock("../../src/vault/recovery.ts");
});

test("a worker that is started ahead of the questions answers them, and ends where none comes", async () => {
  vi.stubGlobal("Worker", FakeWorker);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  const { expectQuestions } = await import("../../src/vault/unwrapBeside.ts");
  expectQuestions();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await answers()).toEqual(expected);
  expect(made).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expectQuestions();
  expect(made).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(made[1]?.isEnded).toBe(true);
});

test("a worker that is not asked for a moment ends, and the next question starts another", async () => {
  vi.stubGlobal("Worker", FakeWorker);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  expect(await answers()).toEqual(expected);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(made[0]?.isEnded).toBe(true);
  expect(await answers()).toEqual(expected);
  expect(made).toHaveLength(2);
});
