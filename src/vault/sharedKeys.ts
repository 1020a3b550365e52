import { type Arrange, changeKeys, freshKey, hasKid } from "./caseKeys.ts";
import { type Granted, type GrantedCase, openGrant, type Received } from "./grants.ts";
import { type Keeping, mustHoldAll } from "./keeping.ts";
import { wipe } from "./random.ts";
import { kidOf } from "./secrets.ts";
import { vaultError } from "./vaultError.ts";

/** Keys of a case that others have too. Loaded where there is an agency: no first screen waits for it. */

/** First in the order, where it does not seal. */
export async function prepareKey(keeping: Keeping, caseId: string): Promise<string> {
  const fresh = freshKey(keeping.random);
  const isMade = await changeKeys(keeping, caseId, [fresh], (own, added) =>
    own.length > 0 ? [...added, ...own] : own,
  );
  if (!isMade) throw vaultError("out-of-scope");
  return fresh.kid;
}

/**
 * Keys that the membership never announced come first: of a case's first key nothing is said. A key that came under the
 * kid of one that is here is left out: what has sealed entries here must go on opening them.
 */
const inOrderOf =
  (kids: readonly string[]): Arrange =>
  (own, added) => {
    const fresh = added.filter(({ kid }) => !hasKid(own, kid));
    // One that was prepared, or that a stranger gave, comes before the one that seals, also where none was announced.
    return [...fresh, ...own].sort((a, b) => kids.indexOf(a.kid) - kids.indexOf(b.kid));
  };

export async function orderKeys(keeping: Keeping, caseId: string, kids: readonly string[]): Promise<void> {
  await changeKeys(keeping, caseId, [], inOrderOf(kids));
}

/** Who has no right to a case may give keys to what it wrote there, and must not occupy the name of another key. */
export type Giver = "member" | "stranger";

/** Grants are about to come. */
export { expectQuestions as expectGrants } from "./unwrapBeside.ts";

export async function receiveGrant(
  keeping: Keeping,
  file: Uint8Array,
  announced: GrantedCase & Pick<Granted, "kids">,
  order: readonly string[],
  by: Giver,
): Promise<Received> {
  const opened = await openGrant(mustHoldAll(keeping).all.receiving, file, announced);
  if (!opened.ok) return opened;
  if (by === "stranger" && opened.keys.some(({ kid, key }) => kid !== kidOf(key))) {
    wipe(...opened.keys.map(({ key }) => key));
    return { ok: false, reason: "mismatch" };
  }
  await changeKeys(keeping, announced.case, opened.keys, inOrderOf(order));
  return { ok: true };
}
