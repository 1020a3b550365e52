import type { Database } from "../store/database.ts";
import { persist } from "../store/persist.ts";
import type { Shelf, VaultRow } from "../vault/vault.ts";

/**
 * The vault's row in the database: wraps only, nothing that opens anything by itself. A connection that was dropped in
 * the background is opened again: the lock screen is where an app comes back to.
 */
export const createShelf = (database: Database): Shelf => ({
  read: async () => (await persist(database, () => database.vault.get("vault")))?.row as VaultRow | undefined,
  write: async (row) => {
    await persist(database, () => database.vault.put({ id: "vault", row }));
  },
});

/** A shelf that is gone with the page: for the practice family. */
export function memoryShelf(): Shelf {
  let kept: VaultRow | undefined;
  return {
    read: async () => kept,
    write: async (row) => {
      kept = row;
    },
  };
}
