import { bytesToHex } from "@noble/hashes/utils.js";
import type { SignatureContext } from "../protocol/signing.ts";
import { blobKeyOf, type Held, heldKeys } from "./held.ts";
import { changeSecrets, type Keeping, mustHold, mustHoldAll } from "./keeping.ts";
import { wipe } from "./random.ts";
import type { CaseKey } from "./seal.ts";
import { derivedKey, deviceBlobPurpose, type Profile, type RawKey, type Secrets } from "./secrets.ts";
import { signWith } from "./signature.ts";
import { vaultError } from "./vaultError.ts";

/**
 * What an open vault can be asked. It holds no key itself: after a lock each call finds none, and throws VaultError
 * `locked`. Where one family is open, whatever needs more throws `out-of-scope`.
 */
export type VaultSession = {
  readonly device: string;
  sign(context: SignatureContext, bytes: Uint8Array): Promise<Uint8Array>;
  /** Ids of the families whose keys are at hand. */
  cases(): readonly string[];
  /** The key that seals now. */
  caseKey(caseId: string): CaseKey | undefined;
  /** Any of a case's keys, also an older one. */
  keyOf(caseId: string, kid: string): CryptoKey | undefined;
  /** Makes a family's key. When it resolves the key is on the shelf. Does nothing where there is one already. */
  addCase(caseId: string): Promise<void>;
  /** Adds keys that came from a backup or a colleague; the last of them seals from now on. */
  importCase(caseId: string, keys: readonly RawKey[]): Promise<void>;
  /** Copies, for a backup or a colleague; the caller wipes them. */
  exportCaseKeys(caseId: string): readonly RawKey[];
  /** Nothing of this family opens on this device any more. */
  removeCase(caseId: string): Promise<void>;
  blobKey(caseId: string): Promise<CryptoKey>;
  /** For what is kept of all families together. */
  deviceBlobKey(): Promise<CryptoKey>;
  profile(): Profile;
  setProfile(profile: Profile): Promise<void>;
};

export function createVaultSession(keeping: Keeping, device: string, onSign: () => void): VaultSession {
  const keysOf = (caseId: string) => keeping.held()?.cases.get(caseId);
  return {
    device,
    sign: async (context, bytes) => {
      const { signKey } = mustHold(keeping);
      onSign();
      return signWith(signKey, context, bytes);
    },
    cases: () => [...mustHold(keeping).cases.keys()],
    caseKey: (caseId) => {
      const last = keysOf(caseId)?.at(-1);
      return last && { kid: last.kid, key: last.usable };
    },
    keyOf: (caseId, kid) => keysOf(caseId)?.find((key) => key.kid === kid)?.usable,
    addCase: async (caseId) => {
      if (keysOf(caseId)) return;
      const { random } = keeping;
      await addKeys(
        keeping,
        caseId,
        [{ kid: bytesToHex(random(8)), key: random(32) }],
        (own) => own.length > 0,
      );
    },
    importCase: (caseId, keys) =>
      addKeys(
        keeping,
        caseId,
        keys.map(({ kid, key }) => ({ kid, key: key.slice() })),
      ),
    exportCaseKeys: (caseId) => (keysOf(caseId) ?? []).map(({ kid, key }) => ({ kid, key: key.slice() })),
    removeCase: (caseId) => removeCase(keeping, caseId),
    blobKey: async (caseId) => {
      const key = await blobKeyOf(mustHold(keeping), caseId);
      if (!key) throw vaultError("out-of-scope");
      return key;
    },
    deviceBlobKey: async () => derivedKey(mustHoldAll(keeping).all.vaultKey, deviceBlobPurpose),
    profile: () => mustHold(keeping).profile,
    setProfile: (profile) =>
      changeSecrets(
        keeping,
        (secrets) => ({ ...secrets, profile }),
        (held) => {
          held.profile = profile;
        },
      ),
  };
}

const withKeys = (secrets: Secrets, caseId: string, keys: readonly RawKey[]): Secrets => ({
  ...secrets,
  cases: { ...secrets.cases, [caseId]: keys },
});

const merged = <K extends RawKey>(own: readonly K[], added: readonly K[]): readonly K[] => [
  ...own.filter(({ kid }) => added.every((key) => key.kid !== kid)),
  ...added,
];

/** `unless` is asked in the queue, where no other change can come between the question and the write. */
async function addKeys(
  keeping: Keeping,
  caseId: string,
  added: readonly RawKey[],
  unless: (own: readonly RawKey[]) => boolean = () => false,
): Promise<void> {
  const usable = await heldKeys(added);
  const adds = (own: readonly RawKey[] = []): boolean => added.length > 0 && !unless(own);
  let kept = false;
  const change = (secrets: Secrets): Secrets => {
    const own = secrets.cases[caseId] ?? [];
    return adds(own) ? withKeys(secrets, caseId, merged(own, added)) : secrets;
  };
  const apply = ({ cases }: Held): void => {
    const own = cases.get(caseId) ?? [];
    if (!adds(own)) return;
    for (const { kid, key } of own) if (added.some((fresh) => fresh.kid === kid)) wipe(key);
    cases.set(caseId, merged(own, usable));
    kept = true;
  };
  await changeSecrets(keeping, change, apply).finally(() => {
    if (!kept) wipe(...added.map(({ key }) => key));
  });
}

function removeCase(keeping: Keeping, caseId: string): Promise<void> {
  const change = (secrets: Secrets): Secrets => {
    const { [caseId]: _removed, ...cases } = secrets.cases;
    return { ...secrets, cases };
  };
  return changeSecrets(keeping, change, ({ cases }) => {
    wipe(...(cases.get(caseId) ?? []).map(({ key }) => key));
    cases.delete(caseId);
  });
}
