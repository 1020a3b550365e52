import { type LogName, maxBatchBytes } from "../../../src/protocol/logs.ts";
import { createHttpRelay, type HttpRelay } from "../../../src/sync/httpRelay.ts";
import { RelayProblem } from "../../../src/sync/relayCalls.ts";
import { createPeople, createSigner, hex, type Signer, type Written } from "../../server/people.ts";
import type { RelayProcess } from "./process.ts";

/** Bytes of ciphertext, so that an entry is as large as the app's own usually are, some 800 bytes. */
const ciphertextBytes = 528;
export const rowsAtOnce = Math.min(200, Math.floor(maxBatchBytes / 1000));

export type Device = { readonly signer: Signer; readonly relay: HttpRelay; readonly member: string };

/** Again after the time that a busy relay asks for. */
export async function patiently<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof RelayProblem) || error.kind !== "busy") throw error;
      await new Promise((resolve) => setTimeout(resolve, error.retryMillis ?? 1000));
    }
  }
}

/** An agency of so many workers, each with a device of its own. */
export async function createWorkers({ url, secret }: RelayProcess, count: number, by: typeof fetch = fetch) {
  const { root, agency, say, admission, write } = await createPeople();
  const relayOf = ({ id, sign }: Signer): HttpRelay =>
    createHttpRelay({
      baseUrl: url,
      agency,
      device: id,
      sign: (digest) => sign("session", digest),
      clock: () => performance.now(),
      fetch: by,
    });
  const devices: Device[] = [];
  const words = [await say(root, "", { kind: "founded", recovery: `age1${"r".repeat(58)}` })];
  for (let i = 0; i < count; i += 1) {
    const signer = await createSigner();
    const member = hex(16);
    words.push(await say(root, "", admission(member, signer)));
    devices.push({ signer, relay: relayOf(signer), member });
  }
  const bytes = words.map((one) => one.bytes);
  await relayOf(root).found(secret, bytes.slice(0, 200));
  const roster = { agency, kind: "roster", case: "" } as const;
  for (let at = 200; at < bytes.length; at += 200)
    await relayOf(root).push(roster, bytes.slice(at, at + 200), true);

  /** A case of the first of these, in which all of them write. */
  async function openCase(of: readonly Device[]): Promise<LogName> {
    const caseId = hex(16);
    const [first, ...others] = of;
    if (!first) throw new Error("A case needs somebody.");
    const said = [await say(first.signer, caseId, { kind: "opened", cuts: [] })];
    for (const { member } of others)
      said.push(await say(first.signer, caseId, { kind: "added", member, right: "write" }));
    await first.relay.push(
      { agency, kind: "members", case: caseId },
      said.map((one) => one.bytes),
      true,
    );
    return { agency, kind: "entries", case: caseId };
  }

  const written = new Map<string, Written>();
  /** The device's next rows of that log, signed: so many portions of `rowsAtOnce`. */
  async function portions({ signer }: Device, log: LogName, count: number): Promise<Written[][]> {
    const key = `${signer.id} ${log.case}`;
    const found: Written[][] = [];
    for (let i = 0; i < count; i += 1) {
      const rows = await write(signer, log.case, rowsAtOnce, written.get(key), ciphertextBytes);
      const last = rows.at(-1);
      if (last) written.set(key, last);
      found.push(rows);
    }
    return found;
  }

  return { agency, devices, openCase, portions };
}

export type Workers = Awaited<ReturnType<typeof createWorkers>>;
