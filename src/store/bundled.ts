import type { Database } from "./database.ts";
import { persist } from "./persist.ts";

/**
 * Cases whose entries still lie in bundles, as they were heard: see `bundles.ts`. Read once, since the page that hears is
 * the only one that makes them; a case that lies in bundles no more may still stand here.
 */
const known = new WeakMap<Database, Promise<Set<string>>>();

async function read(database: Database): Promise<Set<string>> {
  const cases = await persist(database, () => database.bundles.orderBy("case").uniqueKeys());
  return new Set(cases as string[]);
}

/** @throws StoreProblem */
export async function bundledCases(database: Database): Promise<Set<string>> {
  const found = known.get(database) ?? read(database);
  known.set(database, found);
  try {
    return await found;
  } catch (error) {
    if (known.get(database) === found) known.delete(database);
    throw error;
  }
}

/** To be waited for before single entries of a case are looked for, or one is added. @throws StoreProblem */
export async function unbundled(database: Database, caseId: string): Promise<void> {
  const cases = await bundledCases(database);
  if (!cases.has(caseId)) return;
  const { unbundle } = await import("./bundles.ts");
  await unbundle(database, caseId);
  cases.delete(caseId);
}
