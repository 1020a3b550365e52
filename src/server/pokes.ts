import { randomUUID } from "node:crypto";
import type { LogKind, LogName } from "../protocol/logs.ts";
import type { Caller, Relay } from "./relay.ts";
import type { Sql } from "./sql/sql.ts";

const channel = "keukentafel_moved";
/** What moves within this time is told together: a device that sends a day's work moves its case fifty times. */
const gatherMillis = 100;
/** A line that says nothing keeps the proxies between from closing. */
const stillMillis = 25_000;

export type Listener = {
  readonly caller: Caller;
  readonly tell: (lines: string) => void;
  /** Called when this process stops. */
  readonly end: () => void;
};

type Needs = {
  readonly relay: Pick<Relay, "audience">;
  readonly sql: Pick<Sql, "query" | "listen" | "engine">;
  readonly onError: (error: unknown) => void;
};

const nameOf = ({ agency, kind, case: caseId }: LogName): string => `${agency} ${kind} ${caseId}`;

function logFrom(name: string): LogName | undefined {
  const [agency = "", kind, caseId = ""] = name.split(" ");
  const known = (["roster", "members", "entries"] as const).find((one: LogKind) => one === kind);
  return known && { agency, kind: known, case: caseId };
}

/** Tells the devices that have to do with a log that it has moved, in this process and by way of the database in others. */
export function createPokes({ relay, sql, onError }: Needs) {
  const own = randomUUID();
  const byAgency = new Map<string, Set<Listener>>();
  const moved = new Map<string, LogName>();
  let gathering: NodeJS.Timeout | undefined;
  let stopListening: (() => Promise<void>) | undefined;
  let isClosed = false;

  async function tell(log: LogName): Promise<void> {
    const listeners = byAgency.get(log.agency);
    if (!listeners) return;
    const audience = await relay.audience(log);
    const line = `event: moved\ndata: ${log.kind} ${log.case}\n\n`;
    for (const { caller, tell: say } of listeners) if (audience.has(caller.device)) say(line);
  }

  function deliver(): void {
    gathering = undefined;
    const logs = [...moved.values()];
    moved.clear();
    for (const log of logs) {
      tell(log).catch(onError);
      if (stopListening)
        sql.query("SELECT pg_notify($1, $2)", [channel, `${own} ${nameOf(log)}`]).catch(onError);
    }
  }

  const still = setInterval(() => {
    for (const listeners of byAgency.values()) for (const one of listeners) one.tell(": still\n\n");
  }, stillMillis);
  still.unref();

  return {
    /** Without it, or on an engine that can't, devices of other processes find out at their next poll. */
    async listen(): Promise<void> {
      if (sql.engine !== "postgres") return;
      const hear = (payload: string): void => {
        const [from, ...name] = payload.split(" ");
        const log = from === own ? undefined : logFrom(name.join(" "));
        if (log) tell(log).catch(onError);
      };
      stopListening = await sql.listen(channel, hear).catch((error: unknown) => {
        onError(error);
        return undefined;
      });
    },

    moved(log: LogName): void {
      moved.set(nameOf(log), log);
      gathering ??= setTimeout(deliver, gatherMillis);
    },

    add(listener: Listener): () => void {
      const { agency } = listener.caller;
      const listeners = byAgency.get(agency) ?? new Set();
      byAgency.set(agency, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && byAgency.get(agency) === listeners) byAgency.delete(agency);
      };
    },

    count: (): number => [...byAgency.values()].reduce((sum, { size }) => sum + size, 0),

    countOf: ({ agency, device }: Caller): number =>
      [...(byAgency.get(agency) ?? [])].filter(({ caller }) => caller.device === device).length,

    /** After `close`, whoever still comes is sent to another process, instead of waiting for what it won't hear here. */
    isClosed: (): boolean => isClosed,

    /** Lets all listeners go: they ask another process. */
    async close(): Promise<void> {
      isClosed = true;
      for (const listeners of byAgency.values()) for (const one of [...listeners]) one.end();
      clearInterval(still);
      clearTimeout(gathering);
      await stopListening?.();
    },
  };
}

export type Pokes = ReturnType<typeof createPokes>;
