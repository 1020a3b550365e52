import { unwrapWith } from "./recovery.ts";

export type UnwrapQuestion = {
  readonly message: number;
  readonly identity: string;
  readonly file: Uint8Array;
};
/** `failed`: it could not even be tried there. */
export type UnwrapAnswer =
  | { readonly message: number; readonly plain: Uint8Array | undefined }
  | { readonly message: number; readonly failed: true };

type Asked = Omit<UnwrapQuestion, "message"> & {
  readonly answer: (plain: Uint8Array | undefined) => void;
  readonly fail: (error: unknown) => void;
};

/** After so long without a question the worker ends, in milliseconds, and with it what it has in memory. */
const restMillis = 300;

/**
 * A file takes it some milliseconds: one that has said nothing for so long has ended without a word, as where the system
 * took its memory.
 */
const silentMillis = 10_000;

/** What the worker was sent and has not answered, by message. */
const sent = new Map<number, Asked>();
let messages = 0;
let worker: Worker | undefined;
/** It could not be started, or broke: from here on the page does it itself. */
let isBroken = false;
/** Until it is to end: for want of questions, or of answers. */
let ending: ReturnType<typeof setTimeout> | undefined;

const inThePage = ({ identity, file, answer, fail }: Asked): void => {
  void unwrapWith(identity, file).then(answer, fail);
};

function end(): void {
  worker?.terminate();
  worker = undefined;
}

function breakOff(): void {
  isBroken = true;
  clearTimeout(ending);
  end();
  const left = [...sent.values()];
  sent.clear();
  for (const one of left) inThePage(one);
}

function waitOn(withoutQuestion = restMillis): void {
  clearTimeout(ending);
  ending = sent.size === 0 ? setTimeout(end, withoutQuestion) : setTimeout(breakOff, silentMillis);
}

function hear({ data }: MessageEvent<UnwrapAnswer>): void {
  const asked = sent.get(data.message);
  sent.delete(data.message);
  if (asked && "failed" in data) inThePage(asked);
  else if ("plain" in data) asked?.answer(data.plain);
  waitOn();
}

function started(): Worker | undefined {
  if (worker || isBroken || typeof Worker === "undefined") return worker;
  try {
    worker = new Worker(new URL("./unwrapWorker.ts", import.meta.url), { type: "module" });
  } catch {
    isBroken = true;
    return undefined;
  }
  worker.onmessage = hear;
  worker.onerror = breakOff;
  worker.onmessageerror = breakOff;
  return worker;
}

/** Questions are about to come: the worker is started while they are on their way. */
export function expectQuestions(): void {
  // One that has just answered ends as soon as ever: it has an identity in its memory.
  if (!worker && started()) waitOn(silentMillis);
}

/**
 * `unwrapWith` beside the page: a post-quantum file takes some milliseconds of JavaScript, and a new tablet is handed the keys
 * of hundreds of families while somebody may be writing on it. Where there is no worker, the page does it.
 */
export const unwrapBeside: typeof unwrapWith = (identity, file) =>
  new Promise((answer, fail) => {
    const asked: Asked = { identity, file, answer, fail };
    const to = started();
    if (!to) {
      inThePage(asked);
      return;
    }
    messages += 1;
    sent.set(messages, asked);
    if (sent.size === 1) waitOn();
    to.postMessage({ message: messages, identity, file } satisfies UnwrapQuestion);
  });
