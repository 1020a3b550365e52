/** One cut that rests on another, that rests on another: nobody honest goes deeper than two or three. */
const mostPasses = 8;

/**
 * Statements can cut off what others said, and be cut off themselves. So they are judged with no cuts first, then once
 * more with the cuts that came of that, and so on until what comes out is what went in: then no cut is counted that was
 * itself said beyond one. Where each word would undo the other, both hold.
 */
export function settled<Cuts, Found>(
  judge: (cuts: Cuts) => Found,
  {
    none,
    cutsOf,
    isSame,
    both,
  }: {
    readonly none: Cuts;
    readonly cutsOf: (found: Found) => Cuts;
    readonly isSame: (a: Cuts, b: Cuts) => boolean;
    readonly both: (a: Cuts, b: Cuts) => Cuts;
  },
): { readonly found: Found; readonly cuts: Cuts } {
  let cuts = none;
  for (let passes = 1; ; passes += 1) {
    const found = judge(cuts);
    const next = cutsOf(found);
    if (isSame(cuts, next)) return { found, cuts };
    if (passes >= mostPasses) {
      const all = both(cuts, next);
      return { found: judge(all), cuts: all };
    }
    cuts = next;
  }
}
