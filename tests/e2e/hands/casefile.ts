import { type CaseFile, emptyCaseFile } from "../../../src/domain/casefile.ts";
import type { Entry } from "../../../src/domain/entry.ts";
import { foldInto } from "../../../src/domain/fold.ts";
import type { CaseId } from "../../../src/domain/ids.ts";
import { decodeCbor } from "../../../src/protocol/cbor.ts";
import { fromInside } from "../../../src/store/entryCodec.ts";
import { openBackup } from "../../../src/vault/backup.ts";
import { openEntry } from "../../../src/vault/seal.ts";
import { familyIn } from "./family.ts";
import { type Copy, makeCopy } from "./files.ts";
import type { Hands } from "./hands.ts";

/** One family as it is stored: every entry, and what they add up to. */
export type Stored = { readonly entries: readonly Entry[]; readonly file: CaseFile };

/** As much of a copy's content as a test reads: see `BackupContent`. */
type Content = {
  readonly cases: readonly {
    readonly case: string;
    readonly keys: readonly { readonly kid: string; readonly key: Uint8Array<ArrayBuffer> }[];
    readonly entries: readonly Uint8Array[];
  }[];
};

/** Every family in a copy, by its id. @throws Error where the words or any entry do not open. */
export async function readCopy(copy: Copy): Promise<ReadonlyMap<string, Stored>> {
  const opened = await openBackup(copy.bytes, copy.words.join(" "));
  if (!opened.ok) throw new Error(`the copy does not open: ${opened.reason}`);
  const { cases } = decodeCbor(opened.bytes) as Content;
  return new Map(await Promise.all(cases.map(async (one) => [one.case, await storedIn(one)] as const)));
}

async function storedIn({ case: id, keys, entries }: Content["cases"][number]): Promise<Stored> {
  const known = new Map<string, CryptoKey>();
  for (const { kid, key } of keys)
    known.set(kid, await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]));
  const read = await Promise.all(
    entries.map(async (bytes) => {
      const opened = await openEntry(bytes, (kid) => known.get(kid));
      const entry = opened.ok && fromInside(opened.header, opened.id, opened.inside);
      if (!entry) throw new Error("an entry of the copy does not open");
      return entry;
    }),
  );
  return { entries: read, file: foldInto(emptyCaseFile(id as CaseId), read) };
}

/** What is stored of the family whose page is open. Goes by way of a copy of that family, and comes back. */
export async function casefile(hands: Hands, goTo: (path: string) => Promise<void>): Promise<Stored> {
  const { pathname, search, href } = new URL(hands.page().url());
  const family = familyIn(href);
  await goTo("/settings");
  await goTo(`/settings/export?family=${family}`);
  const stored = (await readCopy(await makeCopy(hands))).get(family);
  if (!stored) throw new Error("the copy does not hold this family");
  await goTo(`${pathname}${search}`);
  return stored;
}
