import { normalizePassphrase } from "./passphrase.ts";

/**
 * scrypt with N = 2^16, r = 8: 64 MiB and under a second per try in the browser. age's own default of 2^18 guards
 * passphrases that people make up; ours are drawn, and carry 64 bits by themselves.
 */
const scryptWorkFactor = 16;

export type OpenedBackup =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: "wrong" | "damaged" };

/** An age file under a passphrase: the stock `age -d` opens it too, with the words and one space between them. */
export async function sealBackup(bytes: Uint8Array, passphraseWords: readonly string[]): Promise<Uint8Array> {
  const { Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  encrypter.setPassphrase(normalizePassphrase(passphraseWords.join(" ")));
  encrypter.setScryptWorkFactor(scryptWorkFactor);
  return encrypter.encrypt(bytes);
}

/** `wrong`: another passphrase. `damaged`: not a backup, or bytes of it were lost or changed. */
export async function openBackup(file: Uint8Array, typed: string): Promise<OpenedBackup> {
  const { Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  decrypter.addPassphrase(normalizePassphrase(typed));
  try {
    return { ok: true, bytes: await decrypter.decrypt(file) };
  } catch (error) {
    const wrong = error instanceof Error && error.message === noMatch;
    return { ok: false, reason: wrong ? "wrong" : "damaged" };
  }
}

/** age-encryption 0.3 tells its failures apart by their message only; a test holds this one. */
const noMatch = "no identity matched any of the file's recipients";
