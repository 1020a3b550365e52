/** `burst`: so many at once; `perSecond`: so many come back. */
export type Rate = { readonly burst: number; readonly perSecond: number };

const mostWatched = 50_000;

/**
 * A bucket per key, of this process alone. `clock` in milliseconds. The answer: 0 where there was one left, else how many
 * milliseconds to wait.
 */
export function createRates({ burst, perSecond }: Rate, clock: () => number): (key: string) => number {
  const buckets = new Map<string, { left: number; at: number }>();
  return (key) => {
    const now = clock();
    const bucket = buckets.get(key) ?? { left: burst, at: now };
    bucket.left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    // The one that was used longest ago is the first: it has filled up again.
    buckets.delete(key);
    const oldest = buckets.size >= mostWatched ? buckets.keys().next().value : undefined;
    if (oldest !== undefined) buckets.delete(oldest);
    buckets.set(key, bucket);
    if (bucket.left < 1) return Math.ceil(((1 - bucket.left) / perSecond) * 1000);
    bucket.left -= 1;
    return 0;
  };
}
