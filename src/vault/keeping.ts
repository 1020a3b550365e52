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

/**
 * Durable first: seals the changed secrets and writes them, and only then lets `apply` change what is in memory.
 * `apply` is not called where a lock came in between. What `change` gives back as it was is not written.
 * @throws VaultError `locked`, `out-of-scope`; whatever the shelf throws, and then nothing has changed.
 */
export function changeSecrets(
  keeping: Keeping,
  change: (secrets: Secrets) => Secrets,
  apply: (held: Held) => void,
): Promise<void> {
  const { shelf, random, held } = keeping;
  return keeping.serially(async () => {
    const current = mustHold(keeping);
    const secrets = secretsOf(current);
    if (!secrets || !current.all) throw vaultError("out-of-scope");
    const changed = change(secrets);
    if (changed === secrets) return;
    // Sealed before the row is read: a lock during that read zero-fills the keys that stand here.
    const sealed = await sealSecrets(current.all.vaultKey, changed, random);
    await rewriteRow(shelf, (row) => ({ ...row, secrets: sealed }));
    if (held() === current) apply(current);
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
