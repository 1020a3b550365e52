import { valueAt } from "../../src/domain/casefile.ts";
import { type Entry, readerVersion } from "../../src/domain/entry.ts";
import type { CaseId, RecordId } from "../../src/domain/ids.ts";
import { removeDatabase } from "../../src/store/database.ts";
import { createDiskLedger } from "../../src/store/diskLedger.ts";
import { fromInside, toInside } from "../../src/store/entryCodec.ts";
import type { JournalKeys } from "../../src/store/journal.ts";
import type { Ledger } from "../../src/store/ledger.ts";
import type { Planned } from "../../src/store/ownEntries.ts";
import { openEntry, sealEntry } from "../../src/vault/seal.ts";
import type { Vault } from "../../src/vault/vault.ts";
import { createMemoryLedger } from "../converge/memoryLedger.ts";
import { type Device, family, keysOf, marit, newVault, openDevice } from "./parts.ts";

/** The two ledgers that there are, asked the same: one on a disk, and that of the simulation. */

/** Made once: a vault's hybrid keys take a third of a second each. */
const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const vaults = { own: once(newVault), other: once(newVault), third: once(newVault) };

/** A place for each of its words: what counts can be read off. */
export const place = (word: string) => ({ record: "thing" as RecordId, field: word });

const planned = (word: string, lamport: number): Planned => ({
  case: family,
  reader: readerVersion,
  lamport,
  wall: 1_790_000_000_000,
  zone: 60,
  author: marit.id,
  voice: marit.id,
  means: "self",
  intent: "wrote",
  ops: [{ kind: "set", ...place(word), value: word, over: [] }],
});

export type Sealed = {
  readonly id: string;
  readonly device: string;
  readonly n: number;
  readonly bytes: Uint8Array;
};

/** Somebody else's device: seals with the family's key, under its own name and numbers. */
export async function createWriter(
  owner: Vault,
  caseId: CaseId = family,
  whose: "other" | "third" = "other",
) {
  const vault = await vaults[whose]();
  const session = vault.session();
  await session?.importCase(caseId, owner.session()?.exportCaseKeys(caseId) ?? []);
  const keys = keysOf(vault);
  const caseKey = keys?.caseKey(caseId);
  if (!keys || !caseKey) throw new Error("no keys");
  let last = { n: 0, id: "" };
  /** `seen`: how far it had read others just then. `as`: under another's name, for which it can't sign. */
  const seal = async (
    word: string,
    at = last,
    seen: Entry["seen"] = [],
    as = keys.device,
  ): Promise<Sealed> => {
    const n = at.n + 1;
    const sealer = { caseKey, sign: keys.sign, device: as };
    const inside = toInside({ ...planned(word, n), case: caseId } as Planned, new Map(seen));
    const { id, bytes } = await sealEntry(sealer, { case: caseId, n, prev: at.id }, inside);
    last = { n, id };
    return { id, device: as, n, bytes };
  };
  return { device: keys.device, seal };
}

export type Subject = {
  readonly ledger: Ledger;
  readonly vault: Vault;
  /** The words that count, as a screen would show them. */
  words(among: readonly string[]): Promise<readonly string[]>;
  write(word: string): Promise<string>;
  close(): Promise<void>;
};

let counter = 0;

/** With the case on the screen, or closed as most are. `bundledFrom`: see `createDiskLedger`. */
export async function diskSubject(
  isOpen: boolean,
  memberOf?: JournalKeys["memberOf"],
  bundledFrom?: number,
): Promise<Subject & { readonly device: Device }> {
  counter += 1;
  const name = `ledger-${counter}`;
  const vault = await vaults.own();
  const device = openDevice(name, vault, memberOf);
  const ledger = createDiskLedger(device.database, device.journal.amend, bundledFrom);
  if (isOpen) await device.journal.open(family);
  return {
    ...{ ledger, vault, device },
    async words(among) {
      const shown = isOpen ? device.journal.current(family) : await device.journal.open(family);
      if (!isOpen) device.journal.forget();
      if (!shown) throw new Error("the case is not open");
      // What is shown is what a device that has no cache reads.
      await device.caches.casefiles.clear();
      const other = openDevice(name, vault, memberOf);
      const anew = await other.journal.open(family);
      other.close();
      const of = (file: typeof shown) =>
        among.filter((word) => valueAt(file, place(word).record, word) === word);
      if (of(anew).join() !== of(shown).join()) throw new Error(`shown ${of(shown)}, on disk ${of(anew)}`);
      return of(shown);
    },
    async write(word) {
      const entry = await device.journal.append(family, (file) => planned(word, file.lamport + 1));
      if (!isOpen) device.journal.forget();
      return entry?.id ?? "";
    },
    async close() {
      device.close();
      await removeDatabase(name);
    },
  };
}

export async function memorySubject(): Promise<Subject> {
  const vault = await vaults.own();
  const keys = keysOf(vault);
  const caseKey = keys?.caseKey(family);
  if (!keys || !caseKey) throw new Error("no keys");
  const ledger = createMemoryLedger(async (bytes) => {
    const opened = await openEntry(bytes, (kid) => keys.keyOf(family, kid));
    return opened.ok ? fromInside(opened.header, opened.id, opened.inside) : undefined;
  });
  let last = { n: 0, id: "" };
  return {
    ...{ ledger, vault },
    async words(among) {
      return among.filter((word) => valueAt(ledger.file(family), place(word).record, word) === word);
    },
    async write(word) {
      const entry = planned(word, last.n + 1);
      const n = last.n + 1;
      const sealer = { caseKey, sign: keys.sign, device: keys.device };
      const { id, bytes } = await sealEntry(
        sealer,
        { case: family, n, prev: last.id },
        toInside(entry, new Map()),
      );
      const opened = await openEntry(bytes, () => caseKey.key);
      const read = opened.ok ? fromInside(opened.header, opened.id, opened.inside) : undefined;
      if (!read) throw new Error("not an entry");
      ledger.add(family, read, bytes);
      last = { n, id };
      return id;
    },
    async close() {
      // Nothing is left of it.
    },
  };
}
