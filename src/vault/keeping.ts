import type { ArgonCost } from "./argon.ts";
import { type Held, secretsOf } from "./held.ts";
import type { Memory } from "./memory.ts";
import { type Random, wipe } from "./random.ts";
import { type Secrets, sealSecrets } from "./secrets.ts";
import { vaultError } from "./vaultError.ts";
import { readRow, type Shelf, type VaultRow } from "./vaultRow.ts";

/** What the parts of a vault share: its shelf, its queue, and the one reference to the keys in memory. */
export type Keeping = {
  readonly shelf: Shelf;
  readonly random: Random;
  /** One at a time: whoever reads the row and writes it again would otherwise lose what another wrote between. */
  readonly serially: <T>(task: () => Promise<T>) => Promise<T>;
  readonly held: () => Held | undefined;
};

/** With what unlocking and locking need beside it. */
export type VaultParts = Keeping & {
  readonly memory: Memory;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly cost: ArgonCost;
  /** How long the PIN brings a family back after the last touch. */
  readonly copyMillis: () => number;
};

export function createQueue(): Keeping["serially"] {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task);
    last = next.catch(() => undefined);
    return next;
  };
}

/** @throws VaultError `locked`. */
export function mustHold({ held }: Pick<Keeping, "held">): Held {
  const current = held();
  if (!current) throw vaultError("locked");
  return current;
}

/** @throws VaultError `locked`, or `out-of-scope` where only one family is open. */
export function mustHoldAll(keeping: Pick<Keeping, "held">): Held & Required<Pick<Held, "all">> {
  const { all, ...rest } = mustHold(keeping);
  if (!all) throw vaultError("out-of-scope");
  return { ...rest, all };
}

type Change = {
  readonly change: (secrets: Secrets) => Secrets;
  readonly apply: (held: Held) => void;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
};

/** By queue: what waits for the next write. */
const waiting = new WeakMap<Keeping["serially"], Change[]>();

/** Each on what the one before makes of the secrets. One that throws changes nothing, and stands in no other's way. */
function changedBy(changes: readonly Change[], secrets: Secrets) {
  const made: Change[] = [];
  let changed = secrets;
  for (const one of changes) {
    try {
      const next = one.change(changed);
      if (next === changed) one.done();
      else made.push(one);
      changed = next;
    } catch (error) {
      one.failed(error);
    }
  }
  return { changed, made };
}

async function changeTogether(keeping: Keeping, changes: readonly Change[]): Promise<void> {
  const { shelf, random, held } = keeping;
  const current = mustHold(keeping);
  const secrets = secretsOf(current);
  if (!secrets || !current.all) throw vaultError("out-of-scope");
  const { changed, made } = changedBy(changes, secrets);
  if (made.length === 0) return;
  // Sealed before the row is read: a lock during that read zero-fills the keys that stand here.
  const sealed = await sealSecrets(current.all.vaultKey, changed, random);
  await rewriteRow(shelf, (row) => ({ ...row, secrets: sealed }));
  for (const { apply, done } of made) {
    if (held() === current) apply(current);
    done();
  }
}

/**
 * Durable first: seals the changed secrets and writes them, and only then lets `apply` change what is in memory.
 * `apply` is not called where a lock came in between. What `change` gives back as it was is not written. What waits for its
 * turn meanwhile is written together: a new tablet receives the keys of all its families at once.
 * @throws VaultError `locked`, `out-of-scope`; whatever the shelf throws, and then nothing has changed.
 */
export function changeSecrets(
  keeping: Keeping,
  change: (secrets: Secrets) => Secrets,
  apply: (held: Held) => void,
): Promise<void> {
  const { serially } = keeping;
  return new Promise((done, failed) => {
    const one: Change = { change, apply, done, failed };
    const next = waiting.get(serially);
    if (next) return void next.push(one);
    const together = [one];
    waiting.set(serially, together);
    void serially(async () => {
      waiting.delete(serially);
      await changeTogether(keeping, together);
    }).catch((error: unknown) => {
      for (const { failed: fail } of together) fail(error);
    });
  });
}

/** For use inside `serially` only. */
export async function rewriteRow(
  shelf: Shelf,
  change: (row: VaultRow) => Omit<VaultRow, "v">,
): Promise<void> {
  await shelf.write({ ...change(await readRow(shelf)), v: 2 });
}

/** Runs with a copy of the vault key, since a lock meanwhile zero-fills the one that is held. */
export async function withVaultKey<T>(
  keeping: Pick<Keeping, "held">,
  use: (vaultKey: Uint8Array) => Promise<T>,
): Promise<T> {
  const vaultKey = mustHoldAll(keeping).all.vaultKey.slice();
  return use(vaultKey).finally(() => wipe(vaultKey));
}
