import { type Database, hasEnded } from "./database.ts";
import { problemFrom, StoreProblem } from "./problem.ts";

/** The format that this version writes. A database that says a higher one is left alone, and the worker told. */
export const writerFormat = 1;

/** How often a dropped connection is opened again before the screen is told. */
const tries = 3;

/** How long a database may be silent when it is probed, in milliseconds. */
const patience = 3_000;

/** Steps under way, by connection: a connection that died in silence answers none of them. */
const waiting = new WeakMap<Database, Set<(problem: StoreProblem) => void>>();

/** The step's result, unless the connection is found dead meanwhile. */
function unlessDropped<Result>(database: Database, step: Promise<Result>): Promise<Result> {
  const steps = waiting.get(database) ?? new Set();
  waiting.set(database, steps);
  return new Promise<Result>((resolve, reject) => {
    steps.add(reject);
    step.then(resolve, reject).finally(() => steps.delete(reject));
  });
}

/** Lets go of a connection; the next step opens it again. */
function drop(database: Database): void {
  if (!hasEnded(database)) database.close({ disableAutoOpen: false });
}

/**
 * Dexie takes a connection for open also where that dropped while its tables were looked at; every step would then end
 * in a TypeError, for as long as the page lives.
 */
async function ready(database: Database): Promise<void> {
  if (!database.isOpen()) await database.open();
  if (!(database.core as unknown)) throw new StoreProblem("connection");
}

/**
 * Runs a database step; when the connection was dropped in the background it is opened again and the step repeated.
 * A step must therefore be safe to repeat: it writes the same sealed bytes, or finds them written.
 * @throws StoreProblem
 */
export async function persist<Result>(database: Database, step: () => PromiseLike<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (hasEnded(database)) throw new StoreProblem("elsewhere");
      await ready(database);
      return await unlessDropped(database, Promise.resolve(step()));
    } catch (error) {
      const problem = problemFrom(error);
      if (problem.kind !== "connection" || attempt === tries) throw problem;
      drop(database);
    }
  }
}

/**
 * Asks for something small. WebKit may leave a connection that was in the background without any answer, so silence
 * counts as dropped: steps that wait for it are repeated on a new one.
 */
export async function probe(database: Database): Promise<void> {
  if (hasEnded(database) || !database.isOpen()) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patience, false);
  });
  const answer = Promise.resolve(database.meta.limit(1).primaryKeys()).then(
    () => true,
    () => false,
  );
  const isAlive = await Promise.race([answer, silence]);
  clearTimeout(timer);
  if (isAlive) return;
  drop(database);
  for (const reject of waiting.get(database) ?? []) reject(new StoreProblem("connection"));
}

/** Databases in which this page has read the format. Nothing takes it away but the browser, with all the rest. */
const written = new WeakSet<Database>();

/** Is what `meta` says of the format what this version writes? */
export function isOwnFormat(database: Database, format: unknown): boolean {
  if (format === writerFormat) written.add(database);
  return format === writerFormat;
}

/**
 * Inside a transaction that writes and has `meta`: a database of a newer format is left as it is, and in one that was
 * emptied under the open page no new history begins.
 */
export async function guardFormat(database: Database): Promise<void> {
  const format = (await database.meta.get("format"))?.value;
  if (format === undefined && written.has(database)) throw new StoreProblem("emptied");
  if (isOwnFormat(database, format)) return;
  if (typeof format === "number" && format > writerFormat) throw new StoreProblem("newer");
  await database.meta.put({ key: "format", value: writerFormat });
}
