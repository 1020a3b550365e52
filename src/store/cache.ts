import type { CaseFile } from "../domain/casefile.ts";
import { type PackedCaseFile, packCaseFile, unpackCaseFile } from "../domain/casefilePack.ts";
import { type FamilyCard, familyCardOf } from "../domain/familyCard.ts";
import { openBlob, sealBlob } from "../vault/seal.ts";
import type { Database } from "./database.ts";
import { type Last, rowAt } from "./rows.ts";

type Part = "card" | "file";

/** Until which arrival a cache holds good. `chain` must equal that of the row there, or the cache is thrown away. */
type Covered<Content> = { readonly arrived: number; readonly chain: string; readonly content: Content };

const contextOf = (caseId: string, part: Part): string => `cache/${part}/${caseId}`;

async function read<Content>(
  database: Database,
  key: CryptoKey,
  caseId: string,
  part: Part,
): Promise<Covered<Content> | undefined> {
  const row = await database.casefiles.get([caseId, part]);
  if (!row) return undefined;
  try {
    const bytes = await openBlob(key, contextOf(caseId, part), row.sealed);
    return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as Covered<Content>) : undefined;
  } catch {
    // A cache that does not open or parse is worth nothing, and costs nothing: it is rebuilt from the entries.
    return undefined;
  }
}

async function write<Content>(
  database: Database,
  key: CryptoKey,
  caseId: string,
  part: Part,
  covered: Covered<Content>,
): Promise<void> {
  const sealed = await sealBlob(
    key,
    contextOf(caseId, part),
    new TextEncoder().encode(JSON.stringify(covered)),
  );
  await database.casefiles.put({ case: caseId, part, sealed });
}

/** Writes both caches of a case. Called when idle and before locking, never per tap. */
export async function writeCache(
  database: Database,
  key: CryptoKey,
  file: CaseFile,
  last: Last,
): Promise<void> {
  await write(database, key, file.case, "file", { ...last, content: packCaseFile(file) });
  await write(database, key, file.case, "card", { ...last, content: familyCardOf(file) });
}

/** The cached case file with the arrival until which it holds, or `undefined` on any doubt. */
export async function readCache(
  database: Database,
  key: CryptoKey,
  caseId: string,
): Promise<{ readonly file: CaseFile; readonly last: Last } | undefined> {
  const cached = await read<PackedCaseFile>(database, key, caseId, "file");
  if (!cached || cached.arrived < 1) return undefined;
  const row = await rowAt(database, caseId, cached.arrived);
  if (row?.chain !== cached.chain) return undefined;
  const file = unpackCaseFile(cached.content);
  return file && { file, last: { arrived: cached.arrived, chain: cached.chain } };
}

/** The cached card of a family, only where it covers the very last entry. */
export async function readCard(
  database: Database,
  key: CryptoKey,
  caseId: string,
  last: Last,
): Promise<FamilyCard | undefined> {
  const cached = await read<FamilyCard>(database, key, caseId, "card");
  return cached?.arrived === last.arrived && cached.chain === last.chain ? cached.content : undefined;
}
