import type { CaseFile } from "./casefile.ts";
import type { DeviceId } from "./ids.ts";

/**
 * By device, how many entries others have seen of it that are not here: withheld on the way, or not come yet. What is kept
 * here and does not count is here: a colleague who was taken out, a number that is another's, a key that is still to come.
 * The last word of each device holds: after a fork what it had seen no longer counts for it either, and it says so.
 */
export function missingOf({ seen, counts, aside }: CaseFile): ReadonlyMap<DeviceId, number> {
  const missing = new Map<DeviceId, number>();
  for (const others of seen.values()) {
    for (const [device, n] of others) {
      const here = Math.max(counts.get(device) ?? 0, aside.get(device) ?? 0);
      if (n > here) missing.set(device, Math.max(n - here, missing.get(device) ?? 0));
    }
  }
  return missing;
}
