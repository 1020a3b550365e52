import { decodeCbor, encodeCbor } from "../protocol/cbor.ts";
import { hasExactly, isBytes, isHex } from "../protocol/shape.ts";
import { pad, unpad } from "./padding.ts";
import { wipe } from "./random.ts";
import { wrapTo } from "./recovery.ts";
import type { RawKey } from "./secrets.ts";
import { unwrapBeside } from "./unwrapBeside.ts";

/**
 * A grant's file holds `{ v, case, agency, opened, keys }` as deterministic CBOR, padded, as an age file to one recipient.
 * age does not prove who sent a file: the statement that carries it is signed, and says what the file must hold.
 */
export type GrantedCase = {
  readonly agency: string;
  readonly case: string;
  /** Id of the statement that opened the case; the agency's id for the agency's own case. */
  readonly opened: string;
};

export type Granted = { readonly kids: readonly string[]; readonly file: Uint8Array };

/**
 * `closed`: to somebody else, or bytes of it were changed. `malformed`: opened, and no grant. `mismatch`: of another case
 * or with other keys than was announced.
 */
export type Unreceived = { readonly ok: false; readonly reason: "closed" | "malformed" | "mismatch" };

export type Received = { readonly ok: true } | Unreceived;

export type OpenedGrant = { readonly ok: true; readonly keys: readonly RawKey[] } | Unreceived;

type Content = GrantedCase & { readonly v: 1; readonly keys: readonly RawKey[] };

const keyBytes = 32;

/** Seals all of a case's keys, in order: the last one seals. The keys stay the caller's, to wipe. */
export async function sealGrant(
  { agency, case: caseId, opened }: GrantedCase,
  keys: readonly RawKey[],
  recipient: string,
): Promise<Granted> {
  const raw = keys.map(({ kid, key }) => ({ kid, key }));
  const content: Content = { v: 1, case: caseId, agency, opened, keys: raw };
  const encoded = encodeCbor(content);
  const plain = pad(encoded);
  wipe(encoded);
  try {
    return { kids: raw.map(({ kid }) => kid), file: await wrapTo(recipient, plain) };
  } finally {
    wipe(plain);
  }
}

/**
 * Opens a grant with a device's identity, or with a recovery identity as typed. Whoever asked wipes the keys, which are
 * no part of `file`.
 */
export async function openGrant(
  identity: string,
  file: Uint8Array,
  announced: GrantedCase & Pick<Granted, "kids">,
): Promise<OpenedGrant> {
  const plain = await unwrapBeside(identity, file);
  if (!plain) return { ok: false, reason: "closed" };
  const content = contentOf(plain);
  wipe(plain);
  if (!content) return { ok: false, reason: "malformed" };
  const { keys } = content;
  if (isAsAnnounced(content, announced)) return { ok: true, keys };
  wipe(...keys.map(({ key }) => key));
  return { ok: false, reason: "mismatch" };
}

function contentOf(plain: Uint8Array): Content | undefined {
  try {
    // The decoder copies every byte string: the keys outlive the bytes that they came in.
    const content = decodeCbor(unpad(plain));
    return isContent(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

function isContent(value: unknown): value is Content {
  if (!hasExactly(value, ["v", "case", "agency", "opened", "keys"])) return false;
  const { v, case: caseId, agency, opened, keys } = value;
  return (
    v === 1 &&
    isHex(caseId, 16) &&
    isHex(agency, 16) &&
    (isHex(opened, 16) || isHex(opened, 32)) &&
    Array.isArray(keys) &&
    keys.length > 0 &&
    keys.every(isRawKey) &&
    new Set(keys.map(({ kid }) => kid)).size === keys.length
  );
}

const isRawKey = (value: unknown): value is RawKey =>
  hasExactly(value, ["kid", "key"]) &&
  isHex(value.kid, 8) &&
  isBytes(value.key) &&
  value.key.length === keyBytes;

const isAsAnnounced = (content: Content, announced: GrantedCase & Pick<Granted, "kids">): boolean =>
  content.case === announced.case &&
  content.agency === announced.agency &&
  content.opened === announced.opened &&
  content.keys.length === announced.kids.length &&
  content.keys.every(({ kid }, at) => kid === announced.kids[at]);
