import type { Granted, GrantedCase, Received } from "./grants.ts";
import { type Held, heldKeys } from "./held.ts";
import { changeSecrets, type Keeping, mustHoldAll } from "./keeping.ts";
import { type Random, wipe } from "./random.ts";
import { kidOf, type RawKey, type Secrets } from "./secrets.ts";
import { vaultError } from "./vaultError.ts";

/** What a case's keys become: any of its own and of those that came, in the order in which the last one seals. */
type Arrange = <K extends RawKey>(own: readonly K[], added: readonly K[]) => readonly K[];

const isSame = (a: readonly RawKey[], b: readonly RawKey[]): boolean =>
  a.length === b.length && a.every((key, at) => key === b[at]);

const hasKid = (keys: readonly RawKey[], kid: string): boolean => keys.some((key) => key.kid === kid);

const copied = (keys: readonly RawKey[]): readonly RawKey[] =>
  keys.map(({ kid, key }) => ({ kid, key: key.slice() }));

function freshKey(random: Random): RawKey {
  const key = random(32);
  return { kid: kidOf(key), key };
}

/**
 * `arrange` is asked in the queue, where no other change can come between the question and the write. The arrays of
 * `added` are held from here on, or wiped. Tells whether anything changed; a lock after the write changes nothing here.
 */
async function changeKeys(
  keeping: Keeping,
  caseId: string,
  added: readonly RawKey[],
  arrange: Arrange,
): Promise<boolean> {
  let isChanged = false;
  let isApplied = false;
  const change = (secrets: Secrets): Secrets => {
    const own = secrets.cases[caseId] ?? [];
    const next = arrange(own, added);
    isChanged = !isSame(own, next);
    return isChanged ? { ...secrets, cases: { ...secrets.cases, [caseId]: next } } : secrets;
  };
  try {
    const usable = await heldKeys(added);
    await changeSecrets(keeping, change, ({ cases }: Held) => {
      const own = cases.get(caseId) ?? [];
      const next = arrange(own, usable);
      cases.set(caseId, next);
      wipe(...[...own, ...usable].filter((key) => !next.includes(key)).map(({ key }) => key));
      isApplied = true;
    });
  } finally {
    if (!isApplied) wipe(...added.map(({ key }) => key));
  }
  return isChanged;
}

export async function addCase(keeping: Keeping, caseId: string): Promise<void> {
  if (keeping.held()?.cases.has(caseId)) return;
  await changeKeys(keeping, caseId, [freshKey(keeping.random)], (own, added) =>
    own.length > 0 ? own : added,
  );
}

export async function importCase(keeping: Keeping, caseId: string, keys: readonly RawKey[]): Promise<void> {
  await changeKeys(keeping, caseId, copied(keys), (own, added) => [
    ...own.filter(({ kid }) => !hasKid(added, kid)),
    ...added,
  ]);
}

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

export async function receiveGrant(
  keeping: Keeping,
  file: Uint8Array,
  announced: GrantedCase & Pick<Granted, "kids">,
  order: readonly string[],
  by: Giver,
): Promise<Received> {
  // Loaded where there is an agency: no first screen waits for it.
  const { openGrant } = await import("./grants.ts");
  const opened = await openGrant(mustHoldAll(keeping).all.receiving, file, announced);
  if (!opened.ok) return opened;
  if (by === "stranger" && opened.keys.some(({ kid, key }) => kid !== kidOf(key))) {
    wipe(...opened.keys.map(({ key }) => key));
    return { ok: false, reason: "mismatch" };
  }
  await changeKeys(keeping, announced.case, opened.keys, inOrderOf(order));
  return { ok: true };
}

export function removeCase(keeping: Keeping, caseId: string): Promise<void> {
  const change = (secrets: Secrets): Secrets => {
    const { [caseId]: _removed, ...cases } = secrets.cases;
    return { ...secrets, cases };
  };
  return changeSecrets(keeping, change, ({ cases }) => {
    wipe(...(cases.get(caseId) ?? []).map(({ key }) => key));
    cases.delete(caseId);
  });
}
