import { asBytes } from "../protocol/bytes.ts";
import type { MadePasskey, Prf } from "../vault/passkey.ts";
import { currentWorld } from "./current.ts";
import { random } from "./random.ts";

/** A passkey belongs to a name, and an address in numbers is none (WebAuthn, §5.1.2). */
const isNamed = (hostname: string): boolean => !/^[\d.]+$|[:[]/.test(hostname);

/**
 * Can this tablet make a passkey that gives bytes? Where the browser does not say that it has the PRF extension, it is
 * taken to have none: a passkey without it would open nothing.
 */
export async function canMakePasskey(): Promise<boolean> {
  if (!("PublicKeyCredential" in globalThis) || !isNamed(location.hostname)) return false;
  const { PublicKeyCredential: passkeys } = globalThis;
  try {
    const capabilities = await passkeys.getClientCapabilities?.();
    if (capabilities?.["extension:prf"] !== true) return false;
    return await passkeys.isUserVerifyingPlatformAuthenticatorAvailable();
  } catch {
    return false;
  }
}

/** How long the person may take, in milliseconds. */
const timeout = 120_000;

/** The person has to show who they are, each time: a tablet that lies open must not open the vault. */
const userVerification = "required";

/** No name of the worker: the browser and the tablet's maker keep what stands here, and show it in lists. */
const called = "Keukentafel";

/**
 * Makes a passkey of this tablet. Another one each time: with the same user it would take the place of one that is kept
 * in the same account, and is another tablet's way in. Undefined where the person or the tablet refused.
 */
export async function makePasskey(): Promise<MadePasskey | undefined> {
  const salt = random(32);
  const publicKey: PublicKeyCredentialCreationOptions = {
    rp: { id: location.hostname, name: called },
    user: { id: asBytes(random(16)), name: called, displayName: called },
    // Nobody checks a signature of it: what counts is that it can be asked for bytes.
    challenge: asBytes(random(32)),
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: "public-key", alg })),
    authenticatorSelection: {
      authenticatorAttachment: "platform",
      residentKey: "required",
      userVerification,
    },
    extensions: { prf: { eval: { first: asBytes(salt) } } },
    timeout,
  };
  const made = await navigator.credentials.create({ publicKey }).catch(() => null);
  if (!(made instanceof PublicKeyCredential)) return undefined;
  const { prf } = made.getClientExtensionResults();
  if (prf?.enabled === false) return undefined;
  return { credential: new Uint8Array(made.rawId), salt, output: bytesOf(prf?.results?.first) };
}

/** Asks the passkey for its bytes: the person shows who they are. Undefined where that was refused, or gave none. */
export const askPasskey: Prf = async (credential, salt) => {
  const publicKey: PublicKeyCredentialRequestOptions = {
    rpId: location.hostname,
    challenge: asBytes(random(32)),
    allowCredentials: [{ type: "public-key", id: asBytes(credential), transports: ["internal"] }],
    userVerification,
    extensions: { prf: { eval: { first: asBytes(salt) } } },
    timeout,
  };
  const asked = await navigator.credentials.get({ publicKey }).catch(() => null);
  if (!(asked instanceof PublicKeyCredential)) return undefined;
  return bytesOf(asked.getClientExtensionResults().prf?.results?.first);
};

/** The bytes themselves, no copy: the vault overwrites them. */
function bytesOf(source: BufferSource | undefined): Uint8Array | undefined {
  if (!source) return undefined;
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
}

/** What came of it: see `PasskeyAdded`. Every family must be open. */
export const keepPasskey = (made: MadePasskey) => currentWorld().vault.addPasskey(made, askPasskey);

export const hasPasskey = (): Promise<boolean> => currentWorld().vault.hasPasskey();

export const removePasskey = (): Promise<void> => currentWorld().vault.removePasskey();
