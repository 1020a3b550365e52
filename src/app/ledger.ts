import { createDiskLedger } from "../store/diskLedger.ts";
import type { Ledger } from "../store/ledger.ts";
import { currentWorld } from "./current.ts";
import type { World } from "./world.ts";

const made = new WeakMap<World, Ledger>();

/** What the exchange asks of the open world's database. Made when it is first asked for: the first screen needs none. */
export function currentLedger(): Ledger {
  const world = currentWorld();
  const known = made.get(world) ?? createDiskLedger(world.database, world.journal.amend);
  made.set(world, known);
  return known;
}
