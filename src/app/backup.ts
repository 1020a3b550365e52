import type { CaseId } from "../domain/ids.ts";
import { decodeCbor, encodeCbor } from "../protocol/cbor.ts";
import { openBackup, sealBackup } from "../vault/backup.ts";
import { noteAccess } from "./agency/accesses.ts";
import { currentWorld } from "./current.ts";
import { listFamilies } from "./families.ts";
import type { Profile } from "./profile.ts";
import { appStore } from "./state.ts";
import type { World } from "./world.ts";

/**
 * The content of a backup file. The entries are the sealed bytes as they stand on the device, so that they are
 * checked like any others when they arrive; beside them the keys that open them, and who made the file.
 */
export type BackupContent = {
  readonly v: 1;
  readonly kind: "keukentafel-backup";
  /** Milliseconds since 1970, by the clock of the device. */
  readonly made: number;
  readonly author: { readonly id: string; readonly name: string };
  readonly cases: readonly BackupCase[];
};

export type BackupCase = {
  readonly case: string;
  readonly keys: readonly { readonly kid: string; readonly key: Uint8Array }[];
  readonly entries: readonly Uint8Array[];
};

export type OpenedFile =
  | { readonly ok: true; readonly content: BackupContent }
  /** `wrong`: other words. `damaged`: not a backup, or not whole. `newer`: made by a newer version of the app. */
  | { readonly ok: false; readonly reason: "wrong" | "damaged" | "newer" };

/** What came of one family of a file. An entry that was refused stops no other. */
export type Imported = {
  readonly case: CaseId;
  readonly name: string;
  readonly inFile: number;
  readonly stored: number;
  readonly refused: readonly { readonly id: string; readonly why: string }[];
};

type Source = Pick<World, "vault" | "journal">;

/** @throws Error where nothing is open. */
export async function backupContent(
  { vault, journal }: Source,
  caseIds: readonly CaseId[],
  wall: number,
): Promise<BackupContent> {
  const session = vault.session();
  if (!session) throw new Error("no backup while locked");
  const { worker } = session.profile() as Profile;
  const cases: BackupCase[] = [];
  for (const caseId of caseIds) {
    const entries = await journal.sealedEntries(caseId);
    cases.push({ case: caseId, keys: session.exportCaseKeys(caseId), entries });
  }
  const author = { id: worker.id, name: worker.name };
  return { v: 1, kind: "keukentafel-backup", made: wall, author, cases };
}

/** One age file, under these words. The keys in `content` are wiped. */
export async function sealContent(content: BackupContent, words: readonly string[]): Promise<Uint8Array> {
  const plain = encodeCbor(content);
  for (const { keys } of content.cases) for (const { key } of keys) key.fill(0);
  return sealBackup(plain, words).finally(() => plain.fill(0));
}

export async function readBackup(file: Uint8Array, typed: string): Promise<OpenedFile> {
  const opened = await openBackup(file, typed);
  if (!opened.ok) return opened;
  try {
    return contentFrom(decodeCbor(opened.bytes));
  } catch {
    return { ok: false, reason: "damaged" };
  } finally {
    opened.bytes.fill(0);
  }
}

function contentFrom(value: unknown): OpenedFile {
  if (!isObject(value) || value.kind !== "keukentafel-backup") return { ok: false, reason: "damaged" };
  if (typeof value.v === "number" && value.v > 1) return { ok: false, reason: "newer" };
  return isContent(value) ? { ok: true, content: value } : { ok: false, reason: "damaged" };
}

/** Takes a file's families in: unchanged entries, under this device's own id for whatever is written from now on. */
export async function importBackup(
  { vault, journal }: Source,
  content: BackupContent,
): Promise<readonly Imported[]> {
  const session = vault.session();
  if (!session) throw new Error("no import while locked");
  const results: Imported[] = [];
  for (const { case: id, keys, entries } of content.cases) {
    const caseId = id as CaseId;
    // A key that is here already stays where it is: the one that seals now must not change by an old file.
    const fresh = keys.filter(({ kid }) => session.keyOf(id, kid) === undefined);
    if (fresh.length > 0) await session.importCase(id, fresh);
    const { stored, refused } = await journal.receive(caseId, entries);
    const { name } = await journal.card(caseId);
    results.push({ case: caseId, name, inFile: entries.length, stored, refused });
  }
  return results;
}

/** All families, or one, of the world that is open. */
export async function exportFamilies(
  caseIds: readonly CaseId[],
  words: readonly string[],
): Promise<Uint8Array> {
  const file = await sealContent(await backupContent(currentWorld(), caseIds, Date.now()), words);
  for (const caseId of caseIds) void noteAccess(caseId, "exported");
  return file;
}

/**
 * Takes a file in on this device. `asAuthor`: the worker is the one who made the file, and goes on under that name, so
 * that what was written there and what is written here count as one person's.
 */
export async function importFamilies(
  content: BackupContent,
  asAuthor: boolean,
): Promise<readonly Imported[]> {
  const { vault } = currentWorld();
  const session = vault.session();
  if (asAuthor && session) {
    const profile = session.profile() as Profile;
    const worker = content.author as Profile["worker"];
    await session.setProfile({ ...profile, worker });
    appStore.setState({ worker });
  }
  const imported = await importBackup(currentWorld(), content);
  const known = new Map(appStore.getState().files);
  for (const one of imported) known.delete(one.case);
  appStore.setState({ files: known });
  await listFamilies();
  return imported;
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null;

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

const isKey = (value: unknown): boolean =>
  isObject(value) && typeof value.kid === "string" && isBytes(value.key) && value.key.length === 32;

const isCase = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.case === "string" &&
  /^[0-9a-f]{32}$/.test(value.case) &&
  Array.isArray(value.keys) &&
  value.keys.every(isKey) &&
  Array.isArray(value.entries) &&
  value.entries.every(isBytes);

function isContent(value: unknown): value is BackupContent {
  if (!isObject(value) || value.v !== 1 || typeof value.made !== "number") return false;
  const { author, cases } = value;
  const isAuthor = isObject(author) && typeof author.id === "string" && typeof author.name === "string";
  return isAuthor && Array.isArray(cases) && cases.every(isCase);
}
