import { deviceIdOf } from "../protocol/deviceId.ts";
import type { SignatureContext } from "../protocol/signing.ts";
import type { Held } from "./held.ts";
import { changeSecrets, type Keeping, mustHoldAll } from "./keeping.ts";
import { wipe } from "./random.ts";
import type { Secrets } from "./secrets.ts";
import { createSigningPair, importSigningKey, signWith } from "./signature.ts";
import { vaultError } from "./vaultError.ts";

/**
 * A tablet that was cloned, or put back to an earlier day, numbers its entries as another does. It writes on under a new
 * id. The key of the id before stays for as long as it is needed: it signs the statement that admits the new one.
 */

/** What a former key may still sign: never an entry. */
export type FormerContext = Exclude<SignatureContext, "entry">;

/** Durable first: when this resolves, or a lock has come since the write, the device is another. Gives its new id. */
export async function renewDevice(keeping: Keeping): Promise<string> {
  const { privateKey, publicKey } = await createSigningPair();
  const id = deviceIdOf(publicKey);
  let isApplied = false;
  const change = (secrets: Secrets): Secrets => {
    const { receiving, ...former } = secrets.device;
    const device = { id, signing: privateKey, receiving };
    return { ...secrets, device, formerDevices: [...secrets.formerDevices, former] };
  };
  try {
    const signKey = await importSigningKey(privateKey);
    await changeSecrets(keeping, change, (held: Held) => {
      if (!held.all) return;
      const former = { id: held.device, signing: held.signing };
      held.all.formerDevices = [...held.all.formerDevices, former];
      Object.assign(held, { device: id, signing: privateKey, signKey });
      isApplied = true;
    });
  } finally {
    if (!isApplied) wipe(privateKey);
  }
  return id;
}

export const formerDevicesOf = (keeping: Keeping): readonly string[] =>
  mustHoldAll(keeping).all.formerDevices.map(({ id }) => id);

export async function signAsFormer(
  keeping: Keeping,
  device: string,
  context: FormerContext,
  bytes: Uint8Array,
): Promise<Uint8Array> {
  const former = mustHoldAll(keeping).all.formerDevices.find(({ id }) => id === device);
  if (!former) throw vaultError("out-of-scope");
  return signWith(await importSigningKey(former.signing), context, bytes);
}

export function forgetFormer(keeping: Keeping, device: string): Promise<void> {
  const isOther = ({ id }: { readonly id: string }): boolean => id !== device;
  const change = (secrets: Secrets): Secrets =>
    secrets.formerDevices.every(isOther)
      ? secrets
      : { ...secrets, formerDevices: secrets.formerDevices.filter(isOther) };
  return changeSecrets(keeping, change, ({ all }) => {
    if (!all) return;
    for (const former of all.formerDevices) if (!isOther(former)) wipe(former.signing);
    all.formerDevices = all.formerDevices.filter(isOther);
  });
}
