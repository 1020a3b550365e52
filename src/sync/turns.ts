import { createQueue, type Queue } from "../store/queue.ts";

/** What bears the same key is done one after the other, in the order in which it was asked for; the rest side by side. */
export function createTurns(): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
  const queues = new Map<string, Queue>();
  return (key, work) => {
    const queue = queues.get(key) ?? createQueue();
    queues.set(key, queue);
    return queue.run(work);
  };
}
