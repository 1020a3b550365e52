import { changeWorld, currentWorld } from "../../src/app/current.ts";
import { listFamilies } from "../../src/app/families.ts";
import { unlock } from "../../src/app/lock.ts";
import { firstSettings, type Profile } from "../../src/app/profile.ts";
import { appStore } from "../../src/app/state.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { openDatabase } from "../../src/store/database.ts";
import { bulkJournal, tellStory, worker } from "./caseload.ts";
import type { Measure, Result } from "./measure.ts";

const words = ["molen", "tafel", "fiets", "regen", "boom"];
const profile: Profile = { worker, settings: firstSettings };
const cases = 50;
const entriesEach = 200;

const caseIdAt = (index: number): CaseId => (index + 1).toString(16).padStart(32, "0") as string as CaseId;

/** A worker's whole caseload, locked as the app locks it: with its caches written. */
async function prepare(): Promise<void> {
  const { vault, database } = changeWorld("own");
  await vault.load();
  await vault.create({ words, pin: "123456", profile });
  const session = vault.session();
  if (!session) throw new Error("the vault is locked");
  const keys = { ...session, sign: (bytes: Uint8Array) => session.sign("entry", bytes) };
  const relaxed = openDatabase(database.name, "relaxed");
  for (let index = 0; index < cases; index += 1) {
    const caseId = caseIdAt(index);
    await session.addCase(caseId);
    const bulk = bulkJournal(relaxed, keys, caseId);
    await tellStory(bulk, caseId, { entries: entriesEach, name: `Gezin ${index + 1}` });
    await bulk.finish();
  }
  relaxed.close();
}

async function run(): Promise<readonly Result[]> {
  const world = changeWorld("own");
  await world.database.open();
  await world.vault.load();
  const start = performance.now();
  const unlocked = await unlock(words.join(" "));
  const opened = performance.now();
  await listFamilies();
  const listed = performance.now();
  if (!unlocked.ok || appStore.getState().families?.length !== cases) throw new Error("not all is there");
  const entries = await currentWorld().database.entries.count();
  return [
    { id: "unlock.cases", value: cases, unit: "count" },
    { id: "unlock.entries", value: entries, unit: "count" },
    { id: "unlock.passphrase", value: opened - start, unit: "ms" },
    { id: "unlock.list", value: listed - opened, unit: "ms" },
    { id: "unlock.to-list", value: listed - start, unit: "ms" },
  ];
}

export const unlocking: Measure = { name: "unlock", prepare, run };
