import { isSignedBy } from "./signature.ts";

type Question = Parameters<typeof isSignedBy>;

export type SignatureQuestions = { readonly message: number; readonly questions: readonly Question[] };
export type SignatureAnswers = { readonly message: number; readonly signed: readonly boolean[] };

type Asked = { readonly question: Question; readonly answer: (isSigned: boolean) => void };

/** So many go in one message: few enough that the page goes on with the first while the last are looked at. */
const mostInMessage = 32;

/** After so long without a question the worker ends, in milliseconds. The next question starts another. */
const restMillis = 10_000;

let waiting: Asked[] = [];
/** What the worker was sent and has not answered, by message: it need not answer in the order in which it was asked. */
const sent = new Map<number, readonly Asked[]>();
let messages = 0;
let worker: Worker | undefined;
/** It could not be started, or broke: from here on the page does it all itself. */
let isBroken = false;
let rest: ReturnType<typeof setTimeout> | undefined;

function inThePage(asked: readonly Asked[]): void {
  for (const { question, answer } of asked) void isSignedBy(...question).then(answer);
}

function end(): void {
  worker?.terminate();
  worker = undefined;
}

function breakOff(): void {
  isBroken = true;
  end();
  const left = [...sent.values()].flat();
  sent.clear();
  inThePage(left);
}

function hear({ data: { message, signed } }: MessageEvent<SignatureAnswers>): void {
  for (const [at, { answer }] of (sent.get(message) ?? []).entries()) answer(signed[at] === true);
  sent.delete(message);
  if (sent.size === 0) rest = setTimeout(end, restMillis);
}

function started(): Worker | undefined {
  if (worker || isBroken || typeof Worker === "undefined") return worker;
  try {
    worker = new Worker(new URL("./signatureWorker.ts", import.meta.url), { type: "module" });
  } catch {
    isBroken = true;
    return undefined;
  }
  worker.onmessage = hear;
  worker.onerror = breakOff;
  worker.onmessageerror = breakOff;
  return worker;
}

function send(): void {
  const asked = waiting;
  waiting = [];
  if (asked.length === 0) return;
  clearTimeout(rest);
  const to = started();
  if (!to) {
    inThePage(asked);
    return;
  }
  messages += 1;
  sent.set(messages, asked);
  to.postMessage({
    message: messages,
    questions: asked.map(({ question }) => question),
  } satisfies SignatureQuestions);
}

/**
 * `isSignedBy` for hundreds of entries: browsers compute Ed25519 on the thread that asks, 50 µs each, and the page is to
 * answer to touches meanwhile. A worker does it, with nothing secret in it; where there is none, the page does.
 */
export const verifyBeside: typeof isSignedBy = (...question) =>
  new Promise((answer) => {
    waiting.push({ question, answer });
    if (waiting.length === 1) setTimeout(send);
    else if (waiting.length >= mostInMessage) send();
  });
