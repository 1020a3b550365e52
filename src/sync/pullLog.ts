import {
  type Denied,
  emptyHead,
  type Head,
  isDenied,
  type LogName,
  type PulledRow,
} from "../protocol/logs.ts";
import { chainAfter } from "../protocol/runningHash.ts";
import { sealedNameOf } from "../protocol/sealedName.ts";
import { type RelayCalls, RelayProblem } from "./relayCalls.ts";

/** What a log is to the exchange, whatever is in it. */
export type LocalLog = {
  cursor(): Promise<Head>;
  setCursor(head: Head): Promise<void>;
  /** Undefined for bytes that are none of this log's. */
  idOf(bytes: Uint8Array): string | undefined;
  keep(rows: readonly PulledRow[], cursor: Head): Promise<void>;
  ids(): Promise<ReadonlySet<string>>;
  /** The relay has lost these, never had them, or has them in another place: until they are heard there, they are unsent. */
  missing(ids: readonly string[]): Promise<void>;
  /**
   * All has been heard: what a relay had acknowledged, and what it was offered again, and did not come back, is still to
   * be offered. True where it was, just now: there is more to hear.
   */
  atEnd(): Promise<boolean | Denied>;
};

/** The relay's own running hash, recomputed row by row: it can neither leave one out nor put another in its place. */
function endOf(log: LocalLog, after: Head, rows: readonly PulledRow[]): Head {
  let { seq, chain } = after;
  for (const row of rows) {
    const id = log.idOf(row.bytes);
    if (id === undefined || row.seq !== seq + 1) throw new RelayProblem("dishonest");
    seq = row.seq;
    chain = chainAfter(chain, id);
  }
  return { seq, chain };
}

/** No log of an agency comes near these: where there is no end to it, somebody is making it up. */
const mostPages = 10_000;
const mostRows = 1_000_000;

/** The relay's ids from the first on, and the head that they really lead to. */
async function allIds(relay: RelayCalls, name: LogName): Promise<readonly string[] | Denied> {
  const ids: string[] = [];
  for (let pages = 1; ; pages += 1) {
    const answer = await relay.ids(name, ids.length);
    if (isDenied(answer)) return answer;
    ids.push(...answer.ids);
    if (ids.length >= answer.head.seq) return ids;
    const isEndless = pages >= mostPages || answer.head.seq > mostRows;
    if (answer.ids.length === 0 || isEndless) throw new RelayProblem("dishonest");
  }
}

/**
 * The relay's history is another than the one that was heard: it was restored from a backup, or somebody's was. Finds
 * what it lacks, and goes on from where both hold the same.
 */
async function reconcile(relay: RelayCalls, name: LogName, log: LocalLog): Promise<Denied | undefined> {
  const theirs = await allIds(relay, name);
  if ("denied" in theirs) return theirs;
  const own = await log.ids();
  const heard = new Set<string>();
  let cursor = emptyHead;
  for (const id of theirs) {
    if (!own.has(id)) break;
    heard.add(id);
    cursor = { seq: cursor.seq + 1, chain: chainAfter(cursor.chain, id) };
  }
  // Also what the relay has further on: it may lose that before it is heard there.
  await log.missing([...own].filter((id) => !heard.has(id)));
  await log.setCursor(cursor);
  return undefined;
}

/**
 * The rows of these ids, as the relay hands them out now. The cursor stays where it is: from nothing on, a relay that was put
 * back to yesterday would look like any other.
 */
export async function copiesOf(
  relay: RelayCalls,
  name: LogName,
  wanted: ReadonlySet<string>,
): Promise<readonly Uint8Array[]> {
  const found: Uint8Array[] = [];
  let after = emptyHead;
  for (let pages = 1; pages <= mostPages && found.length < wanted.size; pages += 1) {
    const answer = await relay.pull(name, after);
    if (isDenied(answer) || "rewind" in answer || answer.rows.length === 0) break;
    let { seq, chain } = after;
    for (const { bytes } of answer.rows) {
      const named = sealedNameOf(bytes);
      if (named?.case !== name.case) return found;
      seq += 1;
      chain = chainAfter(chain, named.id);
      if (wanted.has(named.id)) found.push(bytes);
    }
    after = { seq, chain };
  }
  return found;
}

/** How often one pull may find another history, or offer again, before it gives up until the next round. */
const mostTurns = 4;

/** Hears a log to its end. Interrupted anywhere, it goes on where it was. */
export async function pullLog(relay: RelayCalls, name: LogName, log: LocalLog): Promise<Denied | undefined> {
  for (let turns = 0, pages = 1; ; pages += 1) {
    const after = await log.cursor();
    const answer = await relay.pull(name, after);
    if (isDenied(answer)) return answer;
    if ("rewind" in answer) {
      turns += 1;
      if (turns > mostTurns) throw new RelayProblem("dishonest");
      const denied = await reconcile(relay, name, log);
      if (denied) return denied;
      continue;
    }
    const { rows, head } = answer;
    const end = endOf(log, after, rows);
    const isAtEnd = end.seq === head.seq;
    const isHonest = end.seq <= head.seq && (!isAtEnd || end.chain === head.chain);
    const isStuck = (rows.length === 0 && !isAtEnd) || pages > mostPages;
    if (!isHonest || isStuck) throw new RelayProblem("dishonest");
    if (rows.length > 0) await log.keep(rows, end);
    if (!isAtEnd) continue;
    const isMore = await log.atEnd();
    turns += 1;
    if (typeof isMore === "object") return isMore;
    if (!isMore || turns > mostTurns) return undefined;
  }
}
