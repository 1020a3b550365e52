import type { LogKind, LogName } from "../protocol/logs.ts";
import { isHex } from "../protocol/shape.ts";
import { RelayProblem } from "./relayCalls.ts";

const kinds: readonly LogKind[] = ["roster", "members", "entries"];

/** `entries <case>`; undefined for what is no log, or of a kind that this version does not know. */
function logFrom(agency: string, told: string): LogName | undefined {
  const [name, caseId = ""] = told.split(" ");
  const kind = kinds.find((one) => one === name);
  if (!kind || !(kind === "roster" ? caseId === "" : isHex(caseId, 16))) return undefined;
  return { agency, kind, case: caseId };
}

function tell(agency: string, block: string, hear: (log?: LogName) => void): void {
  const lines = block.split("\n");
  const field = (name: string): string | undefined =>
    lines
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  if (field("event") === "ready") hear();
  if (field("event") !== "moved") return;
  const log = logFrom(agency, field("data") ?? "");
  if (log) hear(log);
}

/** A block of server-sent events is small: more than this without an end is no relay. */
const longestBlock = 4096;

/**
 * A relay says something each 25 seconds, if only that it is still there. After this long without, in milliseconds, the
 * connection is taken for broken: a tablet that slept, or has another network now, is not always told.
 */
const silentMillis = 60_000;

/** @throws RelayProblem "offline" where nothing comes in time. */
async function within<T>(millis: number, reading: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RelayProblem("offline")), millis);
  });
  return Promise.race([reading, silence]).finally(() => clearTimeout(timer));
}

/** Reads server-sent events until they end. @throws RelayProblem "offline" where the connection breaks, or falls silent. */
export async function followPokes(
  response: Response,
  agency: string,
  hear: (log?: LogName) => void,
): Promise<undefined> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return undefined;
  const read = () => within(silentMillis, reader.read());
  let text = "";
  try {
    for (let part = await read(); !part.done; part = await read()) {
      text += part.value;
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) tell(agency, block, hear);
      if (text.length > longestBlock) throw new RelayProblem("strange");
    }
  } catch (cause) {
    void reader.cancel().catch(() => undefined);
    throw cause instanceof RelayProblem ? cause : new RelayProblem("offline", { cause });
  }
  return undefined;
}
