import type { CaseId } from "../../src/domain/ids.ts";
import { openDatabase } from "../../src/store/database.ts";
import { createJournal, type JournalKeys } from "../../src/store/journal.ts";
import { createVault, type Vault } from "../../src/vault/vault.ts";
import { bulkJournal, random, tellStory, type Written } from "./caseload.ts";
import { type Measure, median, type Result, timed } from "./measure.ts";

const name = "bench-opening";
const cheap = { memoryKib: 64, passes: 1, lanes: 1 };
const words = ["molen"];
const usual = "5a".repeat(16) as CaseId;
/** Ten times the history in the same places. */
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

async function prepare(): Promise<void> {
  const { caches, vault } = await openBench();
  const stories = [
    [usual, { entries: 5_000 }],
    [tenfold, { entries: 5_000, retoldUntil: 50_000 }],
  ] as const;
  for (const [caseId, story] of stories) {
    await vault.session()?.addCase(caseId);
    const bulk = bulkJournal(caches, keysOf(vault), caseId);
    await tellStory(bulk, caseId, story);
    await bulk.finish();
    await caches.meta.put({ key: caseId, value: bulk.written() });
  }
}

async function run(): Promise<readonly Result[]> {
  const { database, caches, fresh } = await openBench();
  const written = async (caseId: CaseId) => (await caches.meta.get(caseId))?.value as Written;
  const [once, often] = [await written(usual), await written(tenfold)];
  if (once.places !== often.places) throw new Error("the places are not the same");
  const opening =
    (caseId: CaseId, { entries }: Written) =>
    async (): Promise<void> => {
      if ((await fresh().open(caseId)).folded !== entries) throw new Error("not all is there");
    };
  const reading = async (): Promise<void> => {
    const rows = await database.entries
      .where("[case+arrived]")
      .between([usual, 0], [usual, Number.MAX_SAFE_INTEGER])
      .toArray();
    if (rows.length !== once.entries) throw new Error("the rows are not there");
  };
  // In turns, so that a busy moment of the machine weighs on all alike.
  const plain: number[] = [];
  const cached: number[] = [];
  const cachedOften: number[] = [];
  for (let turn = 0; turn < 12; turn += 1) {
    const warmUp = turn === 0 ? 2 : 0;
    plain.push(...(await timed(1, reading, warmUp)));
    cached.push(...(await timed(2, opening(usual, once), warmUp)));
    cachedOften.push(...(await timed(2, opening(tenfold, often), warmUp)));
  }
  const kept = await caches.casefiles.get([usual, "file"]);
  await caches.casefiles.delete([usual, "file"]);
  const uncached = await timed(3, opening(usual, once), 1);
  if (kept) await caches.casefiles.put(kept);
  const over = (samples: readonly number[], base: readonly number[]) => median(samples) / median(base);
  return [
    { id: "open.entries", value: once.entries, unit: "count" },
    { id: "open.places", value: once.places, unit: "count" },
    { id: "open.tenfold.entries", value: often.entries, unit: "count" },
    { id: "open.tenfold.places", value: often.places, unit: "count" },
    { id: "open.plain-read", value: median(plain), unit: "ms" },
    { id: "open.cached", value: median(cached), unit: "ms" },
    { id: "open.cached/plain-read", value: over(cached, plain), unit: "ratio", atMost: 0.15 },
    { id: "open.tenfold", value: median(cachedOften), unit: "ms" },
    { id: "open.tenfold/cached", value: over(cachedOften, cached), unit: "ratio", atMost: 1.5 },
    { id: "open.uncached", value: median(uncached), unit: "ms" },
    { id: "open.uncached/plain-read", value: over(uncached, plain), unit: "ratio" },
  ];
}

export const opening: Measure = { name: "open", prepare, run };
