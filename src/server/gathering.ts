import type { LogName } from "../protocol/logs.ts";
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

  async function inOne(agency: string, together: readonly Waiting[]): Promise<void> {
    const settle = await tables.inAgency(agency, async (shard) => {
      const done: (() => void)[] = [];
      for (const { run } of together) done.push(await run(shard));
      return done;
    });
    for (const one of settle) one();
  }

  async function workOff(key: string, agency: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const together = queue.splice(0, most);
      try {
        await inOne(agency, together);
      } catch (error) {
        // Nothing of it was committed. Each alone, so that one that breaks breaks no other.
        for (const one of together) {
          if (together.length === 1) one.failed(error);
          else await inOne(agency, [one]).catch(one.failed);
        }
      }
    }
    queues.delete(key);
  }

  return <Result>({ agency, kind, case: caseId }: LogName, run: (shard: Shard) => Promise<Result>) =>
    new Promise<Result>((resolve, failed) => {
      const key = `${agency} ${kind} ${caseId}`;
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
      void workOff(key, agency, begun);
    });
}
