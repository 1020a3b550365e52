import { browserRandom, type Random } from "../../src/vault/random.ts";
import { createVault, type Shelf, type Vault, type VaultRow } from "../../src/vault/vault.ts";

/** A vault on a bench: its shelf in memory, its clock by hand, its Argon2id cheap. */
export type Bench = {
  readonly vault: Vault;
  readonly shelf: Shelf & { row: VaultRow | undefined; writes: number };
  readonly clock: { now: number };
  /** Another page on the same device: nothing in memory, the same shelf. */
  reload(): Promise<Vault>;
};

export const words = ["tafel", "molen", "fiets", "boom", "regen"];
export const passphrase = words.join(" ");
export const pin = "271828";
export const profile = { worker: { id: "w1", name: "Marit" } };
export const caseA = "aa".repeat(16);
export const caseB = "bb".repeat(16);

const cheap = { memoryKib: 64, passes: 1, lanes: 1 };

export async function bench(random: Random = browserRandom): Promise<Bench> {
  const clock = { now: 1_700_000_000_000 };
  const shelf: Bench["shelf"] = {
    row: undefined,
    writes: 0,
    read: async () => structuredClone(shelf.row),
    write: async (row) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      shelf.row = structuredClone(row);
      shelf.writes += 1;
    },
  };
  const make = async (): Promise<Vault> => {
    const made = createVault({ shelf, random, clock: () => clock.now, argon: cheap });
    await made.load();
    return made;
  };
  return { vault: await make(), shelf, clock, reload: make };
}

/** A bench whose vault is open and holds two families. */
export async function openBench(random?: Random): Promise<Bench & { readonly recoveryIdentity: string }> {
  const made = await bench(random);
  const { recoveryIdentity } = await made.vault.create({ words, pin, profile });
  await made.vault.session()?.addCase(caseA);
  await made.vault.session()?.addCase(caseB);
  return { ...made, recoveryIdentity };
}

/** Gathers the raw keys that WebCrypto and the vault's randomness hand out, so that a test can see them wiped. */
export function gatheringRandom(): { readonly random: Random; readonly drawn: Uint8Array[] } {
  const drawn: Uint8Array[] = [];
  const random: Random = (length) => {
    const bytes = browserRandom(length);
    if (length === 32) drawn.push(bytes);
    return bytes;
  };
  return { random, drawn };
}
