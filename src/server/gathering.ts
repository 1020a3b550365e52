import { type LogName, logKeyOf } from "../protocol/logs.ts";
import { gatheredIn } from "./gatheredShard.ts";
import type { Shard, Tables } from "./tables.ts";

/** Pushes of one log that share a transaction, at most. */
const most = 16;

type Waiting = {
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

  async function inOne(log: LogName, together: readonly Waiting[]): Promise<void> {
    const settle = await tables.inAgency(log.agency, async (given) => {
      const { shard, flush } = gatheredIn(given, log);
      const done: (() => void)[] = [];
      for (const { run } of together) done.push(await run(shard));
      await flush();
      return done;
    });
    for (const one of settle) one();
  }

  async function workOff(key: string, log: LogName, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const together = queue.splice(0, most);
      try {
        await inOne(log, together);
      } catch (error) {
        // Nothing of it was committed. Each alone, so that one that breaks breaks no other.
        for (const one of together) {
          if (together.length === 1) one.failed(error);
          else await inOne(log, [one]).catch(one.failed);
        }
      }
    }
    queues.delete(key);
  }

  return <Result>(log: LogName, run: (shard: Shard) => Promise<Result>) =>
    new Promise<Result>((resolve, failed) => {
      const key = logKeyOf(log);
      const running = async (shard: Shard) => {
        const result = await run(shard);
        return () => resolve(result);
      };
      const queue = queues.get(key);
      if (queue) {
        queue.push({ run: running, failed });
        return;
      }
      const begun: Waiting[] = [{ run: running, failed }];
      queues.set(key, begun);
      void workOff(key, log, begun);
    });
}
