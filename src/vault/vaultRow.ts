import type { ArgonParams } from "./argon.ts";
import { vaultError } from "./vaultError.ts";

/** The one row that a vault keeps: wraps and ciphertext only. Nothing in it opens anything by itself. */
export type VaultRow = {
  /** 1 until the first change by a version that knows agencies: the versions before must leave it alone from then on. */
  readonly v: 1 | 2;
  /** The vault key under Argon2id of the passphrase. */
  readonly passphrase: { readonly argon: ArgonParams; readonly wrapped: Uint8Array };
  /** The vault key as an age file to the recovery sheet. */
  readonly recovery: { readonly recipient: string; readonly wrapped: Uint8Array };
  /** The vault key as an age file to the recovery key of the agency, where there is one. */
  readonly agencyRecovery?: { readonly recipient: string; readonly wrapped: Uint8Array };
  /** The vault key under what a passkey gives for this salt. Never the only way in: the passphrase is always there. */
  readonly passkey?: PasskeyWrap;
  /** See `secrets.ts`: under a key derived from the vault key. */
  readonly secrets: Uint8Array;
  /** Wrong tries since the last right one, and the time (milliseconds since 1970) before which none is judged. */
  readonly tries: Tries;
};

export type PasskeyWrap = {
  /** The credential's id, as WebAuthn has it. */
  readonly credential: Uint8Array;
  readonly salt: Uint8Array;
  readonly wrapped: Uint8Array;
};

export type Tries = { readonly wrong: number; readonly notBefore: number };

/** Where the row is kept: the vault is given its shelf and knows no database. */
export type Shelf = {
  read(): Promise<VaultRow | undefined>;
  write(row: VaultRow): Promise<void>;
};

/** @throws VaultError `no-vault`, or `newer-vault` so that an old version never writes over a newer one. */
export async function readRow(shelf: Shelf): Promise<VaultRow> {
  const row = await shelf.read();
  if (!row) throw vaultError("no-vault");
  if (row.v !== 1 && row.v !== 2) throw vaultError("newer-vault");
  return row;
}
