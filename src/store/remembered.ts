export type Remembered<Value> = {
  get(key: string): Promise<Value>;
  /** While this work runs, and after it, what was read before no longer counts. Whatever comes of it. */
  changing<Result>(key: string, work: () => Promise<Result>): Promise<Result>;
};

/**
 * What is read over and over and changed by this page alone: a read otherwise waits until all that is being written has
 * been. Only what was read from its beginning to its end without a change in between is kept.
 */
export function remembered<Value>(read: (key: string) => Promise<Value>): Remembered<Value> {
  const known = new Map<string, Value>();
  const changes = new Map<string, number>();

  function forget(key: string): void {
    known.delete(key);
    changes.set(key, (changes.get(key) ?? 0) + 1);
  }

  return {
    async get(key) {
      const kept = known.get(key);
      if (kept !== undefined) return kept;
      const before = changes.get(key);
      const found = await read(key);
      if (changes.get(key) === before) known.set(key, found);
      return found;
    },
    changing(key, work) {
      forget(key);
      return work().finally(() => forget(key));
    },
  };
}
