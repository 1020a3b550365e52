import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { layoutIdOf, layoutOf, type SealedLayout } from "../protocol/sealedLayout.ts";
import { isSignedBy } from "../vault/signature.ts";
import type { Database, EntryRow } from "./database.ts";
import { persist } from "./persist.ts";

type Numbered = Pick<EntryRow, "case" | "device" | "n">;

export type Row = Numbered & Pick<EntryRow, "sealed">;

/** Is this entry its device's? See `isSignedBy`. */
export type IsAuthentic = (row: Row) => typeof isSignedBy;

/** Bytes that lie in no row yet. What is no entry is found to be none before anybody asks whose it is. */
export const rowFor = (sealed: Uint8Array): Row => ({
  ...{ case: "", device: "", n: 0 },
  ...layoutOf(sealed)?.header,
  sealed,
});

/**
 * An entry names the one before it by its hash, so its signature is one over all that it follows: of thousands of entries
 * the last one of each device is looked at, 50 µs each, and the others only where that is broken. Whether an entry counts is
 * therefore the same everywhere: where its own signature was altered on the way, the next entry of its device vouches for
 * it, also one that is not among `rows` but on disk. Quickest where later rows are asked about before earlier ones.
 */
export function createVouching(database: Database, rows: readonly Row[]): IsAuthentic {
  type Follower = { readonly row: Row; readonly layout: SealedLayout };
  /** By the hash of the one before. Another device's may name it too, and two of one device after a fork. */
  const followers = new Map<string, Follower[]>();
  for (const row of rows) {
    const layout = layoutOf(row.sealed);
    if (!layout || layout.header.prev === "") continue;
    const known = followers.get(layout.header.prev);
    if (known) known.push({ row, layout });
    else followers.set(layout.header.prev, [{ row, layout }]);
  }

  /** The hashes of rows that were asked about: what the disk calls them proves nothing. */
  const hashes = new Map<Row, string>();
  const known = new Map<string, Promise<boolean>>();

  const judged = (id: string, judge: () => Promise<boolean>): Promise<boolean> => {
    const found = known.get(id) ?? judge();
    known.set(id, found);
    return found;
  };

  const follow = ({ row, layout }: Follower): Promise<boolean> => {
    const id = hashes.get(row) ?? layoutIdOf(layout);
    return judged(id, () => isAuthentic(layout.header, id, layout.signature));
  };

  async function isVouchedOnDisk({ case: caseId, device, n }: Numbered, id: string): Promise<boolean> {
    const next = await persist(database, () =>
      database.entries
        .where("[case+device+n]")
        .equals([caseId, device, n + 1])
        .toArray(),
    );
    for (const row of next) {
      const layout = layoutOf(row.sealed);
      const isNext = layout?.header.prev === id && layout.header.device === device;
      if (layout && isNext && (await follow({ row, layout }))) return true;
    }
    return false;
  }

  async function isAuthentic(row: Numbered, id: string, signature: Uint8Array): Promise<boolean> {
    // Not in this very turn: of what comes before its followers each would begin the next, and there may be thousands.
    await undefined;
    for (const follower of followers.get(id) ?? []) {
      if (follower.layout.header.device === row.device && (await follow(follower))) return true;
    }
    return (
      (await isSignedBy(row.device, "entry", hexToBytes(id), signature)) || (await isVouchedOnDisk(row, id))
    );
  }

  return (row) => async (device, context, digest, signature) => {
    const id = bytesToHex(digest);
    hashes.set(row, id);
    const isCopy = known.has(id);
    const isGood = await judged(id, () => isAuthentic({ case: row.case, device, n: row.n }, id, signature));
    // Of two copies of one entry the signature of the first may have been altered, and that of this one not.
    return isGood || (isCopy && (await isSignedBy(device, context, digest, signature)));
  };
}
