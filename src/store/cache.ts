import type { CaseFile } from "../domain/casefile.ts";
import { type PackedCaseFile, packCaseFile, unpackCaseFile } from "../domain/casefilePack.ts";
import { readerVersion } from "../domain/entry.ts";
import { cardVersion, type FamilyCard, familyCardOf } from "../domain/familyCard.ts";
import { foldVersion } from "../domain/fold.ts";
import { openBlob, sealBlob } from "../vault/seal.ts";
import type { Reach } from "./arrival.ts";
import type { Database } from "./database.ts";
import { insideVersion } from "./entryCodec.ts";
import { guardFormat, persist } from "./persist.ts";

type Part = "card" | "file";

/** An entry that is kept but not folded: why, so that the screen can say so. */
export type PutAside = { readonly id: string; readonly why: string };

/**
 * What a cache was made with. An update that folds otherwise, or reads more, makes every older one be rebuilt: entries
 * that were put aside as too new then count.
 */
const madeWith = [2, foldVersion, readerVersion, insideVersion, cardVersion].join();

/** Until which arrival a cache holds good. `chain` must equal that of the row there, or the cache is thrown away. */
type Covered<Content> = Reach & { readonly madeWith: string; readonly content: Content };

type FileContent = { readonly file: PackedCaseFile; readonly putAside: readonly PutAside[] };

const contextOf = (caseId: string, part: Part): string => `cache/${part}/${caseId}`;

async function read<Content>(
  database: Database,
  key: Promise<CryptoKey>,
  caseId: string,
  part: Part,
): Promise<Covered<Content> | undefined> {
  try {
    const row = await persist(database, () => database.casefiles.get([caseId, part]));
    if (!row) return undefined;
    const bytes = await openBlob(await key, contextOf(caseId, part), row.sealed);
    const covered = JSON.parse(new TextDecoder().decode(bytes)) as Covered<Content>;
    return covered.madeWith === madeWith ? covered : undefined;
  } catch {
    // A cache that can't be read, opened or parsed is worth nothing, and costs nothing: it is rebuilt from the entries.
    return undefined;
  }
}

async function write<Content>(
  database: Database,
  key: CryptoKey,
  caseId: string,
  part: Part,
  last: Reach,
  content: Content,
): Promise<void> {
  const covered: Covered<Content> = { madeWith, arrived: last.arrived, chain: last.chain, content };
  const bytes = new TextEncoder().encode(JSON.stringify(covered));
  const sealed = await sealBlob(key, contextOf(caseId, part), bytes);
  await persist(database, () =>
    database.transaction("rw", database.casefiles, database.meta, async () => {
      await guardFormat(database);
      await database.casefiles.put({ case: caseId, part, sealed });
    }),
  );
}

/** Writes both caches of a case. Called when idle and before locking, never per tap. */
export async function writeCache(
  database: Database,
  key: CryptoKey,
  file: CaseFile,
  putAside: readonly PutAside[],
  last: Reach,
): Promise<void> {
  const content: FileContent = { file: packCaseFile(file), putAside };
  await write(database, key, file.case, "file", last, content);
  await write(database, key, file.case, "card", last, familyCardOf(file));
}

export type CachedFile = {
  readonly file: CaseFile;
  readonly putAside: readonly PutAside[];
  readonly last: Reach;
};

/** The cached case file with the arrival until which it holds; whether that is still so, the caller looks. */
export async function readCache(
  database: Database,
  key: Promise<CryptoKey>,
  caseId: string,
): Promise<CachedFile | undefined> {
  const cached = await read<FileContent>(database, key, caseId, "file");
  if (!cached || cached.arrived < 1) return undefined;
  const { arrived, chain, content } = cached;
  const file = unpackCaseFile(content.file);
  return file && { file, putAside: content.putAside, last: { arrived, chain } };
}

/** The cached card of a family, only where it covers the very last entry. */
export async function readCard(
  database: Database,
  key: Promise<CryptoKey>,
  caseId: string,
  last: Promise<Reach | undefined>,
): Promise<FamilyCard | undefined> {
  const [cached, newest] = await Promise.all([read<FamilyCard>(database, key, caseId, "card"), last]);
  const isCovered = cached && cached.arrived === newest?.arrived && cached.chain === newest.chain;
  return isCovered ? cached.content : undefined;
}
