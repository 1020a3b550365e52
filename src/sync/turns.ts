/** What bears the same key is done one after the other, in the order in which it was asked for; the rest side by side. */
export function createTurns(): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    // That the one before failed is its own caller's to know.
    const own = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, own);
    const leave = (): void => {
      if (last.get(key) === own) last.delete(key);
    };
    own.then(leave, leave);
    return own;
  };
}
