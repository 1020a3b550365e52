import { agencyIdOf } from "../protocol/agencyId.ts";
import { type Random, wipe } from "./random.ts";
import { createAgeIdentity, unwrapWith, wrapTo } from "./recovery.ts";
import { seedBytes, signerOfSeed } from "./seedKey.ts";
import type { Signer } from "./signature.ts";

/**
 * The root is the key that an agency's id is the hash of. Its seed is kept nowhere but in an age file to the agency's
 * recovery recipient: whoever has the printed sheet, and nobody else, speaks as the agency.
 */
export type MadeRoot = {
  /** Spelled like a device's id. */
  readonly root: string;
  /** See `agencyId.ts`. */
  readonly agency: string;
  /** The age recipient to whom all of the agency's keys are also wrapped. */
  readonly recovery: string;
  /** For the sheet: returned once and kept nowhere. */
  readonly recoveryIdentity: string;
  /** The 32 bytes of the root's seed, as an age file to `recovery`. Not secret without the sheet. */
  readonly sealedSeed: Uint8Array;
  /** To sign the agency's first statements with. Let go of it then. */
  readonly signer: Signer;
};

type SealedRoot = Pick<MadeRoot, "agency" | "sealedSeed">;
type Sheet = Pick<MadeRoot, "recovery" | "recoveryIdentity" | "sealedSeed">;

/** A new root with a new recovery key. Its seed is wiped before this returns. */
export async function createRoot(random: Random): Promise<MadeRoot> {
  const seed = random(seedBytes);
  try {
    const signer = await signerOfSeed(seed);
    return { root: signer.by, agency: agencyOf(signer), signer, ...(await sealedToNewSheet(seed)) };
  } finally {
    wipe(seed);
  }
}

/**
 * Signs as the root of this agency, with the code of its sheet as typed. Undefined where the code is another, or the
 * file holds another root.
 */
export const openRoot = (typedIdentity: string, sealed: SealedRoot): Promise<Signer | undefined> =>
  withSeed(typedIdentity, sealed, async (_seed, signer) => signer);

/**
 * A new sheet for the same root: its statement `founded` names the new recipient. What was wrapped to the one before
 * still opens with the old sheet. Undefined as for `openRoot`.
 */
export const renewRootSheet = (
  typedIdentity: string,
  sealed: SealedRoot,
): Promise<(Sheet & { readonly signer: Signer }) | undefined> =>
  withSeed(typedIdentity, sealed, async (seed, signer) => ({ signer, ...(await sealedToNewSheet(seed)) }));

async function sealedToNewSheet(seed: Uint8Array): Promise<Sheet> {
  const { identity, recipient } = await createAgeIdentity();
  return { recovery: recipient, recoveryIdentity: identity, sealedSeed: await wrapTo(recipient, seed) };
}

async function withSeed<T>(
  typedIdentity: string,
  { agency, sealedSeed }: SealedRoot,
  use: (seed: Uint8Array, signer: Signer) => Promise<T>,
): Promise<T | undefined> {
  const seed = await unwrapWith(typedIdentity, sealedSeed);
  try {
    if (seed?.length !== seedBytes) return undefined;
    const signer = await signerOfSeed(seed);
    return agencyOf(signer) === agency ? await use(seed, signer) : undefined;
  } finally {
    wipe(seed);
  }
}

function agencyOf({ by }: Signer): string {
  const agency = agencyIdOf(by);
  if (agency === undefined) throw new Error("not spelled like a key");
  return agency;
}
