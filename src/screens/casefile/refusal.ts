/** The word of why something was not kept: this page's own refusals, else those that every screen shares. */
const own: ReadonlySet<string> = new Set(["futureDate", "tooLongAgo", "unlikelyYear"]);

export function refusalKey(refused: string): string {
  if (refused.startsWith("problem:")) return `common:problems.${refused.slice("problem:".length)}`;
  return own.has(refused) ? `casefile:refusals.${refused}` : `common:refusals.${refused}`;
}
