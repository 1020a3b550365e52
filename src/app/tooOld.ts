/** Without these nothing could be sealed, signed or kept by one tab alone. Ed25519 is the youngest of them. */
export async function isTooOld(): Promise<boolean> {
  if (!("indexedDB" in globalThis && "locks" in navigator && "BroadcastChannel" in globalThis)) return true;
  return crypto.subtle
    .generateKey("Ed25519", false, ["sign", "verify"])
    .then(() => false)
    .catch(() => true);
}
