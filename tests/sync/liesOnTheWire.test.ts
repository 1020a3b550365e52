import { expect, test, vi } from "vitest";
import { encodeCbor } from "../../src/protocol/cbor.ts";
import { emptyHead, maxBatchBytes, maxRows } from "../../src/protocol/logs.ts";
import { maxEntryBytes } from "../../src/protocol/sealedEntry.ts";
import { encodeMessage, versionHeader } from "../../src/protocol/wire.ts";
import { createHttpRelay } from "../../src/sync/httpRelay.ts";
import { RelayProblem } from "../../src/sync/relayCalls.ts";

/** What comes in the place of a relay's answer, each by its name. The call ends, with the problem that is named. */

const agency = "0a".repeat(16);
const device = "A".repeat(43);
const log = { agency, kind: "entries", case: "0b".repeat(16) } as const;
const own = { [versionHeader]: "1" };

/** Opens sessions, and answers everything else as it is told. */
function relayThat(answers: (path: string) => Response | Promise<Response>) {
  const fetched = async (path: unknown, init?: RequestInit): Promise<Response> => {
    const asked = String(path);
    if (asked === "/api/challenge")
      return new Response(encodeMessage("challenge", { challenge: new Uint8Array(16) }), { headers: own });
    if (asked === "/api/session")
      return new Response(encodeMessage("session", { token: "t", millis: 3_600_000 }), { headers: own });
    const ended = new Promise<Response>((_, reject) => {
      init?.signal?.addEventListener("abort", () => reject(new DOMException("late", "TimeoutError")));
    });
    return Promise.race([answers(asked), ended]);
  };
  return createHttpRelay({
    ...{ baseUrl: "", agency, device, timeoutMillis: 200 },
    sign: async () => new Uint8Array(64),
    clock: () => 0,
    fetch: fetched as typeof fetch,
  });
}

const answered = (body: BodyInit | null, status = 200, headers: Record<string, string> = own) =>
  new Response(body, { status, headers });
const row = (bytes: number) => ({ seq: 1, receivedAt: 1, bytes: new Uint8Array(bytes) });
const page = (rows: readonly object[], more: object = {}) =>
  answered(encodeCbor({ rows, head: { seq: rows.length, chain: "0c".repeat(16) }, ...more }));

function breakingOff(): Response {
  const body = new ReadableStream({
    pull: (controller) => controller.error(new TypeError("gone")),
  });
  return answered(body);
}

/** What an endless answer has handed out, in bytes. */
let sent = 0;

function endless(): Response {
  const body = new ReadableStream({
    pull: (controller) => {
      sent += 1024 * 1024;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  return answered(body);
}

const lies: readonly (readonly [string, RelayProblem["kind"], () => Response | Promise<Response>])[] = [
  ["an older wire than it speaks", "too-old", () => answered(null, 426)],
  [
    "an answer that says no version",
    "strange",
    () => answered(encodeCbor({ rows: [], head: emptyHead }), 200, {}),
  ],
  [
    "the page of a hotel",
    "strange",
    () => answered("<html>Log in</html>", 200, { "Content-Type": "text/html" }),
  ],
  ["what is no CBOR", "strange", () => answered(new Uint8Array([0xff, 0x00]))],
  ["nothing", "strange", () => answered(null)],
  ["a message with something more in it", "strange", () => page([], { note: "x" })],
  [
    "a message of another call",
    "strange",
    () => answered(encodeMessage("idsAnswer", { ids: [], head: emptyHead })),
  ],
  ["an answer nested without end", "strange", () => answered(new Uint8Array(200_000).fill(0x81))],
  [
    "more rows than an answer may have",
    "strange",
    () => page(Array.from({ length: maxRows + 1 }, () => row(1))),
  ],
  ["a row larger than any may be", "strange", () => page([row(maxEntryBytes + 1)])],
  ["one row of many megabytes", "strange", () => page([row(20 * maxBatchBytes)])],
  ["a number below zero", "strange", () => page([{ ...row(1), seq: -1 }])],
  ["an answer that has no end", "strange", endless],
  ["a denial that is none", "strange", () => answered(encodeCbor({ denied: "tired" }), 403)],
  ["that the session has ended, each time", "strange", () => answered(null, 401)],
  ["a status that nobody agreed on", "strange", () => answered(null, 418)],
  ["that it is broken", "busy", () => answered(null, 500)],
  ["an answer that breaks off", "offline", breakingOff],
  ["no answer, ever", "offline", () => new Promise<Response>(() => undefined)],
];

test("an answer without an end is let go of before it fills the memory", async () => {
  sent = 0;
  await expect(relayThat(endless).heads()).rejects.toMatchObject({ kind: "strange" });
  expect(sent).toBeLessThan(40 * 1024 * 1024);
});

test.each(lies)("%s is told as %s", async (_name, kind, answer) => {
  const relay = relayThat(answer);
  const calls = [relay.pull(log, emptyHead), relay.ids(log, 0), relay.heads(), relay.push(log, [], false)];
  const ended = await Promise.allSettled(calls);
  const [pulled] = ended;
  expect(pulled).toMatchObject({ status: "rejected", reason: { kind } });
  for (const one of ended) {
    // The same bytes may be an answer to another call; whatever is no answer has its name.
    if (one.status === "rejected") expect(one.reason).toBeInstanceOf(RelayProblem);
  }
});

const pokes = (...parts: readonly string[]) =>
  relayThat(() => {
    const bytes = new TextEncoder();
    const body = new ReadableStream({
      start(controller) {
        for (const part of parts) controller.enqueue(bytes.encode(part));
        controller.close();
      },
    });
    return answered(body);
  });

test("pokes of what is no log are passed over, and one without an end is strange", async () => {
  const heard: unknown[] = [];
  const listen = (relay: ReturnType<typeof pokes>) =>
    relay.poke((told) => heard.push(told), new AbortController().signal);
  const moved = (what: string) => `event: moved\ndata: ${what}\n\n`;
  await listen(
    pokes(moved("cupboard"), moved("entries x"), moved("roster x"), moved(""), "event: hello\n\n", "\n\n"),
  );
  expect(heard).toEqual([]);
  await listen(pokes("event: moved\nda", `ta: entries ${log.case}\n\n`, "event: ready\n\n"));
  expect(heard).toEqual([log, undefined]);
  await expect(listen(pokes("event: moved\ndata: ", "x".repeat(5000)))).rejects.toMatchObject({
    kind: "strange",
  });
});

test("a connection that falls silent is left after a minute, and one that says it is there is not", async () => {
  vi.useFakeTimers();
  try {
    let say = (_line: string): void => undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        say = (line) => controller.enqueue(new TextEncoder().encode(line));
      },
    });
    const heard: unknown[] = [];
    const ended = vi.fn();
    const listening = relayThat(() => answered(body)).poke(
      (told) => heard.push(told),
      new AbortController().signal,
    );
    listening.then(ended, ended);
    say("event: ready\n\n");
    for (let i = 0; i < 8; i += 1) {
      await vi.advanceTimersByTimeAsync(25_000);
      say(": still\n\n");
    }
    await vi.advanceTimersByTimeAsync(59_000);
    expect(heard).toEqual([undefined]);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2_000);
    await expect(listening).rejects.toMatchObject({ kind: "offline" });
  } finally {
    vi.useRealTimers();
  }
});
