import { type LogName, logKeyOf } from "../protocol/logs.ts";
import { gatheredIn } from "./gatheredShard.ts";
import type { Shard, Tables } from "./tables.ts";

/** Pushes of one log that share a transaction, at most: while a few are written, the next few are read. */
const most = 4;

type Waiting = {
  /** Whose rows it pushes. */
  readonly devices: readonly string[];
  /** Runs, and keeps its result until the transaction has been committed. */
  readonly run: (shard: Shard) => Promise<() => void>;
  readonly failed: (error: unknown) => void;
};

/**
 * Who writes in one log comes one after the other in any case. What waits meanwhile is done together in the next transaction:
 * one lock, one wait for the disk, and one connection however many tablets send.
 */
export function createGathering(tables: Tables) {
  const queues = new Map<string, Waiting[]>();

  async function inOne(log: LogName, together: readonly Waiting[], onEnding = (): void => undefined) {
    const settle = await tables.inAgency(log.agency, async (given) => {
      const devices = together.flatMap((one) => one.devices);
      const { shard, end } = gatheredIn(given, log, devices);
      const done: (() => void)[] = [];
      for (const { run } of together) done.push(await run(shard));
      end();
      onEnding();
      return done;
    });
    for (const one of settle) one();
  }

  async function committed(log: LogName, together: readonly Waiting[], onEnding: () => void): Promise<void> {
    try {
      await inOne(log, together, onEnding);
    } catch (error) {
      // Nothing of it was committed. Each alone, so that one that breaks breaks no other.
      for (const one of together) {
        if (together.length === 1) one.failed(error);
        else await inOne(log, [one]).catch(one.failed);
      }
    }
  }

  /** The next begins while the one before it is committed, and waits for its lock in the database: no time goes by between. */
  async function workOff(key: string, log: LogName, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const together = queue.splice(0, most);
      await new Promise<void>((next) => {
        void committed(log, together, next).then(next);
      });
    }
    queues.delete(key);
  }

  return <Result>(log: LogName, devices: readonly string[], run: (shard: Shard) => Promise<Result>) =>
    new Promise<Result>((resolve, failed) => {
      const key = logKeyOf(log);
      const running = async (shard: Shard) => {
        const result = await run(shard);
        return () => resolve(result);
      };
      const waiting: Waiting = { devices, run: running, failed };
      const queue = queues.get(key);
      if (queue) {
        queue.push(waiting);
        return;
      }
      const begun = [waiting];
      queues.set(key, begun);
      void workOff(key, log, begun);
    });
}
