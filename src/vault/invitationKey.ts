import { keyBytes, keyText } from "../protocol/deviceId.ts";
import { type Random, wipe } from "./random.ts";
import { seedBytes, signerOfSeed } from "./seedKey.ts";
import type { Signer } from "./signature.ts";

/**
 * The key of one invitation. `signer.by` is what the roster certifies; `seedText` travels in the link or QR code, in the
 * part that no browser sends: 43 letters, digits, "-" and "_".
 */
export type InvitationKey = { readonly seedText: string; readonly signer: Signer };

export async function createInvitationKey(random: Random): Promise<InvitationKey> {
  const seed = random(seedBytes);
  try {
    return { seedText: keyText(seed), signer: await signerOfSeed(seed) };
  } finally {
    wipe(seed);
  }
}

/** Undefined where the text is not the one spelling of a seed: a link that was cut off or typed over. */
export async function invitationSignerOf(seedText: string): Promise<Signer | undefined> {
  const seed = keyBytes(seedText);
  try {
    return seed && (await signerOfSeed(seed));
  } finally {
    wipe(seed);
  }
}
