/** As much of an entry as it takes to see who vouches for it. */
export type Vouching = {
  readonly id: string;
  readonly device: string;
  readonly n: number;
  /** Id of the device's entry before. */
  readonly prev: string;
};

const linkOf = (device: string, id: string): string => `${device} ${id}`;

/**
 * The ids of those that their device has signed for. An entry names the one before it by its hash, so a signature is one
 * over all that it follows: of a chain of thousands the last is checked, and one before it only where that does not hold.
 */
export async function vouchedFor<One extends Vouching>(
  entries: readonly One[],
  isSigned: (one: One) => Promise<boolean>,
): Promise<ReadonlySet<string>> {
  const following = new Map<string, One>();
  for (const one of entries) if (one.prev !== "") following.set(linkOf(one.device, one.prev), one);
  const followerOf = ({ device, id }: One): One | undefined => following.get(linkOf(device, id));
  const found = new Set<string>();
  const check = async (one: One): Promise<void> => {
    if (await isSigned(one)) found.add(one.id);
  };
  await Promise.all(entries.filter((one) => followerOf(one) === undefined).map(check));
  for (const one of [...entries].sort((a, b) => b.n - a.n)) {
    const follower = followerOf(one);
    if (!follower) continue;
    if (found.has(follower.id)) found.add(one.id);
    else await check(one);
  }
  return found;
}
