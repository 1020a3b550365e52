import type { Table } from "dexie";
import type { Database } from "./database.ts";
import { guardFormat, persist } from "./persist.ts";

type Job = {
  readonly work: () => Promise<unknown>;
  readonly done: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
};

/** So that whoever writes at the table meanwhile waits for a few families, and not for a hundred. */
const mostTogether = 16;

/**
 * Runs writes of the exchange, each all or nothing. A disk takes as long for one as for a few: what is asked while one
 * transaction is under way goes with the next, side by side. Where that fails each is tried alone: one that can't be
 * written stops no other. Two that write the same must not be asked for at once.
 */
export function createWritingTogether(database: Database, tables: readonly Table[]) {
  const waiting: Job[] = [];
  let isRunning = false;

  const transact = (jobs: readonly Job[]): Promise<readonly unknown[]> =>
    persist(database, () =>
      database.transaction("rw", [...tables, database.meta], async () => {
        // Side by side: each way to the disk and back waits for whatever this page is doing. A wrong format undoes all of it.
        const [, ...results] = await Promise.all([guardFormat(database), ...jobs.map(({ work }) => work())]);
        return results;
      }),
    );

  async function runAlone(job: Job): Promise<void> {
    try {
      job.done((await transact([job]))[0]);
    } catch (error) {
      job.failed(error);
    }
  }

  async function runTogether(jobs: readonly Job[]): Promise<void> {
    try {
      const results = await transact(jobs);
      for (const [at, job] of jobs.entries()) job.done(results[at]);
    } catch {
      for (const job of jobs) await runAlone(job);
    }
  }

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    // What is asked for in this very turn goes together from the first.
    await Promise.resolve();
    for (
      let jobs = waiting.splice(0, mostTogether);
      jobs.length > 0;
      jobs = waiting.splice(0, mostTogether)
    ) {
      const [first] = jobs;
      await (jobs.length === 1 && first ? runAlone(first) : runTogether(jobs));
    }
    isRunning = false;
  }

  return <Result>(work: () => Promise<Result>): Promise<Result> =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ work, done: (result) => resolve(result as Result), failed: reject });
      void run();
    });
}

export type WritingTogether = ReturnType<typeof createWritingTogether>;
