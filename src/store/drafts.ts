import { openBlob, sealBlob } from "../vault/seal.ts";
import type { Database } from "./database.ts";
import { guardFormat, persist } from "./persist.ts";

/** Half-typed words: where they belong, in whose voice, and which heads stood there when the typing began. */
export type DraftContent = {
  readonly version: 1;
  readonly record: string;
  readonly field: string;
  readonly voice: string;
  readonly heads: readonly string[];
  readonly text: string;
  /** Milliseconds since 1970 of the last keystroke. */
  readonly wall: number;
};

const contextOf = (caseId: string, key: string): string => `draft/${caseId}/${key}`;

/** Seals first, writes then: the words reach the disk only as ciphertext. */
export async function writeDraft(
  database: Database,
  blobKey: CryptoKey,
  caseId: string,
  key: string,
  content: DraftContent,
): Promise<void> {
  const sealed = await sealBlob(
    blobKey,
    contextOf(caseId, key),
    new TextEncoder().encode(JSON.stringify(content)),
  );
  await persist(database, () =>
    database.transaction("rw", database.drafts, database.meta, async () => {
      await guardFormat(database);
      await database.drafts.put({ key, case: caseId, sealed });
    }),
  );
}

export async function dropDraft(database: Database, key: string): Promise<void> {
  await persist(database, () => database.drafts.delete(key));
}

/** All drafts of a case that open, by key. One that does not open stays on disk, untouched. */
export async function readDrafts(
  database: Database,
  blobKey: CryptoKey,
  caseId: string,
): Promise<ReadonlyMap<string, DraftContent>> {
  const rows = await persist(database, () => database.drafts.where("case").equals(caseId).toArray());
  const found = new Map<string, DraftContent>();
  for (const row of rows) {
    const content = await openBlob(blobKey, contextOf(caseId, row.key), row.sealed)
      .then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as DraftContent)
      .catch(() => undefined);
    if (content) found.set(row.key, content);
  }
  return found;
}
