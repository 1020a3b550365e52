import { type Held, heldKeys } from "./held.ts";
import { changeSecrets, type Keeping } from "./keeping.ts";
import { type Random, wipe } from "./random.ts";
import { kidOf, type RawKey, type Secrets } from "./secrets.ts";

/** What a case's keys become: any of its own and of those that came, in the order in which the last one seals. */
export type Arrange = <K extends RawKey>(own: readonly K[], added: readonly K[]) => readonly K[];

const isSame = (a: readonly RawKey[], b: readonly RawKey[]): boolean =>
  a.length === b.length && a.every((key, at) => key === b[at]);

export const hasKid = (keys: readonly RawKey[], kid: string): boolean => keys.some((key) => key.kid === kid);

const copied = (keys: readonly RawKey[]): readonly RawKey[] =>
  keys.map(({ kid, key }) => ({ kid, key: key.slice() }));

export function freshKey(random: Random): RawKey {
  const key = random(32);
  return { kid: kidOf(key), key };
}

/**
 * `arrange` is asked in the queue, where no other change can come between the question and the write. The arrays of
 * `added` are held from here on, or wiped. Tells whether anything changed; a lock after the write changes nothing here.
 */
export async function changeKeys(
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
