/** A post-quantum hybrid identity of age: what the recovery sheet carries, and what a device receives grants with. */
export async function createAgeIdentity(): Promise<{
  readonly identity: string;
  readonly recipient: string;
}> {
  const { generateHybridIdentity, identityToRecipient } = await import("age-encryption");
  const identity = await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The public half of an identity: what others wrap to. */
export async function recipientOf(identity: string): Promise<string> {
  const { identityToRecipient } = await import("age-encryption");
  return identityToRecipient(identity);
}

/** An age file to one recipient: the stock `age` command (1.3 or newer) opens it too. */
export async function wrapTo(recipient: string, bytes: Uint8Array): Promise<Uint8Array> {
  const { Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
}

/** Undefined where the identity, as typed from a sheet, is another or none. Spaces and case do not matter. */
export async function unwrapWith(typedIdentity: string, file: Uint8Array): Promise<Uint8Array | undefined> {
  const { Decrypter } = await import("age-encryption");
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(typedIdentity.normalize("NFKC").replace(/\s+/g, "").toUpperCase());
    return await decrypter.decrypt(file);
  } catch {
    return undefined;
  }
}
