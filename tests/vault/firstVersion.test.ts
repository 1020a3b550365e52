import { readFileSync } from "node:fs";
import { hexToBytes } from "@noble/hashes/utils.js";
import { expect, test } from "vitest";
import type { VaultRow } from "../../src/vault/vault.ts";
import { bench, caseA, passphrase, pin, profile } from "./bench.ts";

type Kept = {
  readonly device: string;
  readonly kid: string;
  readonly recoveryIdentity: string;
  readonly row: VaultRow;
};

/** What the first version, which knew no agencies, wrote with these words. Bytes stand there as "hex:…". */
const kept = JSON.parse(
  readFileSync(new URL("./firstVersion.json", import.meta.url), "utf8"),
  (_key, value: unknown) =>
    typeof value === "string" && value.startsWith("hex:") ? hexToBytes(value.slice(4)) : value,
) as Kept;

test("a tablet set up with the first version opens by its words, with the same device, family and worker", async () => {
  const { shelf, reload } = await bench();
  shelf.row = kept.row;
  const vault = await reload();
  expect(await vault.unlock(passphrase)).toEqual({ ok: true });
  const session = vault.session();
  expect(session?.device).toBe(kept.device);
  expect(session?.caseKey(caseA)?.kid).toBe(kept.kid);
  expect(session?.profile()).toEqual(profile);
  expect(session?.agencies()).toEqual([]);
  expect(session?.formerDevices()).toEqual([]);
  await vault.softLock({ keep: caseA });
  expect(await vault.unlockWithPin(pin)).toEqual({ ok: true });
  expect(await vault.unlockWithRecovery(kept.recoveryIdentity)).toEqual({ ok: true, by: "sheet" });
});

test("opening it changes nothing that the first version could not read; a first change does, and says so", async () => {
  const { shelf, reload } = await bench();
  shelf.row = kept.row;
  const vault = await reload();
  await vault.unlock(passphrase);
  expect(shelf.row).toEqual(kept.row);
  await vault.session()?.prepareKey(caseA);
  // The first version reads this number before all else, and refuses the row: it is never half understood.
  expect(shelf.row.v).toBe(2);
  const again = await reload();
  expect(await again.unlock(passphrase)).toEqual({ ok: true });
  expect(again.session()?.exportCaseKeys(caseA)).toHaveLength(2);
});
