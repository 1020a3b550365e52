import type { CaseId } from "../../src/domain/ids.ts";
import { openDatabase } from "../../src/store/database.ts";
import { createJournal, type JournalKeys } from "../../src/store/journal.ts";
import { createVault, type Vault } from "../../src/vault/vault.ts";
import { bulkJournal, random, tellStory } from "./caseload.ts";
import { type Measure, median, type Result, timed } from "./measure.ts";

const name = "bench-opening";
const cheap = { memoryKib: 64, passes: 1, lanes: 1 };
const words = ["molen"];
const usual = "5a".repeat(16) as CaseId;
/** The same places, written once and ten times over. */
const short = "6b".repeat(16) as CaseId;
const tenfold = "7c".repeat(16) as CaseId;

async function openVault(database: ReturnType<typeof openDatabase>): Promise<Vault> {
  const shelf = {
    read: async () => (await database.vault.get("vault"))?.row as never,
    write: async (row: unknown) => {
      await database.vault.put({ id: "vault", row });
    },
  };
  const vault = createVault({ shelf, random, clock: Date.now, argon: cheap });
  if ((await vault.load()) === "none") await vault.create({ words, pin: "123456", profile: {} });
  else await vault.unlock(words.join(" "));
  return vault;
}

function keysOf(vault: Vault): JournalKeys {
  const session = vault.session();
  if (!session) throw new Error("the vault is locked");
  return { ...session, sign: (bytes) => session.sign("entry", bytes) };
}

async function openBench() {
  const database = openDatabase(name, "strict");
  const caches = openDatabase(name, "relaxed");
  await Promise.all([database.open(), caches.open()]);
  const vault = await openVault(database);
  const fresh = () =>
    createJournal({ database, caches, keys: () => keysOf(vault), onEvent: () => undefined });
  return { database, caches, vault, fresh };
}

/** Built with the caches that the journal itself writes before a lock. */
async function prepare(): Promise<void> {
  const { caches, vault, fresh } = await openBench();
  const stories = [
    [usual, { entries: 5_000 }],
    [short, { entries: 800 }],
    [tenfold, { entries: 8_000, rounds: 10 }],
  ] as const;
  for (const [caseId, story] of stories) {
    await vault.session()?.addCase(caseId);
    const bulk = bulkJournal(caches, keysOf(vault), caseId);
    await tellStory(bulk, caseId, story);
    await bulk.flush();
    const { entries, places } = bulk.written();
    await caches.meta.put({ key: caseId, value: { entries, places } });
    const journal = fresh();
    await journal.open(caseId);
    await journal.writeCaches();
  }
}

async function run(): Promise<readonly Result[]> {
  const { database, caches, fresh } = await openBench();
  const opening = (caseId: CaseId) => async (): Promise<void> => {
    const journal = fresh();
    await journal.open(caseId);
  };
  const reading = async (): Promise<void> => {
    const rows = await database.entries
      .where("[case+arrived]")
      .between([usual, 0], [usual, Number.MAX_SAFE_INTEGER])
      .toArray();
    if (rows.length < 5_000) throw new Error("the rows are not there");
  };
  // In turns, so that a busy moment of the machine weighs on all alike.
  const plain: number[] = [];
  const cached: number[] = [];
  const cachedShort: number[] = [];
  const cachedTenfold: number[] = [];
  for (let turn = 0; turn < 12; turn += 1) {
    plain.push(...(await timed(1, reading, turn === 0 ? 2 : 0)));
    cached.push(...(await timed(2, opening(usual), turn === 0 ? 2 : 0)));
    cachedShort.push(...(await timed(2, opening(short), turn === 0 ? 2 : 0)));
    cachedTenfold.push(...(await timed(2, opening(tenfold), turn === 0 ? 2 : 0)));
  }
  const counts = (caseId: CaseId) => caches.meta.get(caseId);
  const usualCounts = (await counts(usual))?.value as { entries: number; places: number };
  const shortCounts = (await counts(short))?.value as { entries: number; places: number };
  const tenfoldCounts = (await counts(tenfold))?.value as { entries: number; places: number };
  await caches.casefiles.delete([usual, "file"]);
  const uncached = await timed(3, opening(usual), 1);
  return [
    { id: "open.entries", value: usualCounts.entries, unit: "count" },
    { id: "open.places", value: usualCounts.places, unit: "count" },
    { id: "open.short.entries", value: shortCounts.entries, unit: "count" },
    { id: "open.short.places", value: shortCounts.places, unit: "count" },
    { id: "open.tenfold.entries", value: tenfoldCounts.entries, unit: "count" },
    { id: "open.tenfold.places", value: tenfoldCounts.places, unit: "count" },
    { id: "open.plain-read", value: median(plain), unit: "ms" },
    { id: "open.cached", value: median(cached), unit: "ms" },
    { id: "open.cached/plain-read", value: median(cached) / median(plain), unit: "ratio", atMost: 0.15 },
    { id: "open.short", value: median(cachedShort), unit: "ms" },
    { id: "open.tenfold", value: median(cachedTenfold), unit: "ms" },
    {
      id: "open.tenfold/short",
      value: median(cachedTenfold) / median(cachedShort),
      unit: "ratio",
      atMost: 1.5,
    },
    { id: "open.uncached", value: median(uncached), unit: "ms" },
    { id: "open.uncached/plain-read", value: median(uncached) / median(plain), unit: "ratio" },
  ];
}

export const opening: Measure = { name: "open", prepare, run };
