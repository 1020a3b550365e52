import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { CaseId } from "../domain/ids.ts";
import type { DraftContent } from "../store/drafts.ts";
import { appStore } from "./state.ts";

/** The name of a draft on disk: a hash, so that it tells nothing about the place. */
export const draftKeyOf = (caseId: CaseId, record: string, field: string, voice: string): string =>
  bytesToHex(
    sha256(utf8ToBytes([caseId, record, field, voice].map((part) => `${part.length}:${part}`).join("|"))),
  ).slice(0, 32);

/** A draft that became an entry, or that nobody wants, is no longer shown. */
export function forgetDraft(caseId: CaseId, key: string): void {
  appStore.setState(({ drafts }) => {
    const own = new Map(drafts.get(caseId));
    own.delete(key);
    return { drafts: new Map(drafts).set(caseId, own) };
  });
}

/** Half-typed words come back when the screen is opened again, also without a lock between. */
export function rememberDraft(caseId: CaseId, key: string, content: DraftContent): void {
  appStore.setState(({ drafts }) => ({
    drafts: new Map(drafts).set(caseId, new Map(drafts.get(caseId)).set(key, content)),
  }));
}
