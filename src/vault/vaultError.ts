/**
 * `locked`: no keys are at hand. `out-of-scope`: what was asked for needs more than the one family that is open.
 * `no-vault`: there is none yet. `vault-exists`: there is one already. `browser-too-old`: it has no Ed25519.
 * `newer-vault`: a newer version of the app wrote it.
 */
export type VaultErrorCode =
  | "locked"
  | "out-of-scope"
  | "no-vault"
  | "vault-exists"
  | "browser-too-old"
  | "newer-vault";

export type VaultError = Error & { readonly code: VaultErrorCode };

export const vaultError = (code: VaultErrorCode): VaultError =>
  Object.assign(new Error(`vault: ${code}`), { code });

export const isVaultError = (error: unknown, code: VaultErrorCode): error is VaultError =>
  error instanceof Error && "code" in error && error.code === code;
