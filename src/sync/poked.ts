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

/** Reads server-sent events until they end. @throws RelayProblem "offline" where the connection breaks. */
export async function followPokes(
  response: Response,
  agency: string,
  hear: (log?: LogName) => void,
): Promise<undefined> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      text += part.value;
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) tell(agency, block, hear);
      if (text.length > longestBlock) throw new RelayProblem("strange");
    }
  } catch (cause) {
    throw cause instanceof RelayProblem ? cause : new RelayProblem("offline", { cause });
  }
  return undefined;
}
