import type { Database } from "./database.ts";
import { onRemoval } from "./removal.ts";

export type Remembered<Value> = {
  get(key: string): Promise<Value>;
  /**
   * While this work runs, and after it, what was read before no longer counts. Whatever comes of it. `after`: what stands
   * there once it has succeeded, so that nothing need be read again.
   */
  changing<Result>(
    key: string,
    work: () => Promise<Result>,
    after?: (result: Result) => Value | undefined,
  ): Promise<Result>;
};

/**
 * What is read over and over and changed by this page alone: a read otherwise waits until all that is being written has
 * been. Only what was read from its beginning to its end without a change in between is kept. `all`: where
 * hundreds of keys are asked about at once, whatever there is of them, read with one look, and what stands for the rest.
 */
export function remembered<Value>(
  database: Database,
  read: (key: string) => Promise<Value>,
  all?: { readonly read: () => Promise<ReadonlyMap<string, Value>>; readonly absent: Value },
): Remembered<Value> {
  const known = new Map<string, Value>();
  const changes = new Map<string, number>();
  const oneLook = () => all && once(all.read);
  let readAll = oneLook();
  let removals = 0;
  onRemoval(database, () => {
    removals += 1;
    known.clear();
    readAll = oneLook();
  });

  const standOf = (key: string): string => `${removals} ${changes.get(key)}`;

  function forget(key: string): void {
    known.delete(key);
    changes.set(key, (changes.get(key) ?? 0) + 1);
  }

  return {
    async get(key) {
      const kept = known.get(key);
      if (kept !== undefined) return kept;
      const before = standOf(key);
      // Of what this page has changed the one look may be from before that.
      const look = changes.has(key) ? undefined : readAll;
      const found = all && look ? ((await look()).get(key) ?? all.absent) : await read(key);
      if (standOf(key) === before) known.set(key, found);
      return found;
    },
    async changing(key, work, after) {
      forget(key);
      const begun = standOf(key);
      try {
        const result = await work();
        const isAlone = standOf(key) === begun;
        forget(key);
        const stands = after?.(result);
        if (isAlone && stands !== undefined) known.set(key, stands);
        return result;
      } catch (error) {
        forget(key);
        throw error;
      }
    },
  };
}

/** Read once, by whoever asks first; where that fails, by the next. */
export function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | undefined;
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}
