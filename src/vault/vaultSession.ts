import type { SignatureContext } from "../protocol/signing.ts";
import { forgetAgency, keepAgency } from "./agencies.ts";
import { addCase, importCase, removeCase } from "./caseKeys.ts";
import { type FormerContext, forgetFormer, formerDevicesOf, signAsFormer } from "./deviceKeys.ts";
import type { Granted, GrantedCase, Received } from "./grants.ts";
import { blobKeyOf } from "./held.ts";
import { changeSecrets, type Keeping, mustHold, mustHoldAll } from "./keeping.ts";
import { wipe } from "./random.ts";
import { recipientOf } from "./recovery.ts";
import type { CaseKey } from "./seal.ts";
import { type Agency, derivedKey, deviceBlobPurpose, type Profile, type RawKey } from "./secrets.ts";
import type { Giver } from "./sharedKeys.ts";
import { signWith } from "./signature.ts";
import { vaultError } from "./vaultError.ts";

/**
 * What an open vault can be asked. It holds no key itself: after a lock each call finds none, and throws VaultError
 * `locked`. Where one family is open, whatever needs more throws `out-of-scope`.
 */
export type VaultSession = {
  readonly device: string;
  /** As `device`. @throws VaultError `locked`, also where the device was renewed since: ask for the session again. */
  sign(context: SignatureContext, bytes: Uint8Array): Promise<Uint8Array>;
  /** Ids that this device had before, the earliest first. They and their keys need every family open. */
  formerDevices(): readonly string[];
  /** @throws VaultError `out-of-scope` where that id is none of `formerDevices`. */
  signAsFormer(device: string, context: FormerContext, bytes: Uint8Array): Promise<Uint8Array>;
  forgetFormer(device: string): Promise<void>;
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
  /** Copies, for a backup; the caller wipes them. */
  exportCaseKeys(caseId: string): readonly RawKey[];
  /**
   * Makes another key for a family, which seals once `orderKeys` says so: nobody else may have it yet. Gives its kid, once
   * it is on the shelf. @throws VaultError `out-of-scope` where the family's keys are not at hand.
   */
  prepareKey(caseId: string): Promise<string>;
  /** Which keys of a family are at hand, in order: the last one seals. */
  kids(caseId: string): readonly string[];
  /**
   * Puts a family's keys in the order in which its membership announced them: the last of `kids` that is at hand seals.
   * Keys that were not announced come before. Writes nothing where they stand so already.
   */
  orderKeys(caseId: string, kids: readonly string[]): Promise<void>;
  /**
   * All of a family's keys up to now, as an age file to a recipient that the roster holds.
   * @throws VaultError `out-of-scope` where they are not at hand.
   */
  grant(granted: GrantedCase, recipient: string): Promise<Granted>;
  /** Fetches what opens a grant, and starts it, before one comes. */
  expectGrants(): Promise<void>;
  /**
   * Takes in the keys of a grant to this device: what is announced is what the file must hold. A key that is here
   * already stays as it is. `order` as in `orderKeys`. Of a stranger only keys that bear their own names are taken. Needs
   * every family open.
   */
  receive(
    file: Uint8Array,
    announced: GrantedCase & Pick<Granted, "kids">,
    order: readonly string[],
    by?: Giver,
  ): Promise<Received>;
  /** The age recipient that this device receives grants with: what a roster certifies. Needs every family open. */
  recipient(): Promise<string>;
  /** Nothing of this family opens on this device any more. */
  removeCase(caseId: string): Promise<void>;
  blobKey(caseId: string): Promise<CryptoKey>;
  /** For what is kept of all families together. */
  deviceBlobKey(): Promise<CryptoKey>;
  profile(): Profile;
  setProfile(profile: Profile): Promise<void>;
  /** Also where one family is open. */
  agencies(): readonly Agency[];
  /** Adds an agency, or what is known of it anew. @throws RangeError where its id is not its root's. */
  keepAgency(agency: Agency): Promise<void>;
  /** Its families stay: see `removeCase`. */
  forgetAgency(agency: string): Promise<void>;
};

export function createVaultSession(keeping: Keeping, device: string, onSign: () => void): VaultSession {
  const keysOf = (caseId: string) => keeping.held()?.cases.get(caseId);
  const copies = (caseId: string): readonly RawKey[] =>
    (keysOf(caseId) ?? []).map(({ kid, key }) => ({ kid, key: key.slice() }));
  return {
    device,
    sign: async (context, bytes) => {
      const held = mustHold(keeping);
      // An entry names its device: signed with another's key it would be refused everywhere.
      if (held.device !== device) throw vaultError("locked");
      onSign();
      return signWith(held.signKey, context, bytes);
    },
    formerDevices: () => formerDevicesOf(keeping),
    signAsFormer: (former, context, bytes) => signAsFormer(keeping, former, context, bytes),
    forgetFormer: (former) => forgetFormer(keeping, former),
    cases: () => [...mustHold(keeping).cases.keys()],
    caseKey: (caseId) => {
      const last = keysOf(caseId)?.at(-1);
      return last && { kid: last.kid, key: last.usable };
    },
    keyOf: (caseId, kid) => keysOf(caseId)?.find((key) => key.kid === kid)?.usable,
    addCase: (caseId) => addCase(keeping, caseId),
    importCase: (caseId, keys) => importCase(keeping, caseId, keys),
    exportCaseKeys: copies,
    prepareKey: async (caseId) => (await import("./sharedKeys.ts")).prepareKey(keeping, caseId),
    kids: (caseId) => (keysOf(caseId) ?? []).map(({ kid }) => kid),
    orderKeys: async (caseId, kids) => (await import("./sharedKeys.ts")).orderKeys(keeping, caseId, kids),
    grant: async (granted, recipient) => {
      const { sealGrant } = await import("./grants.ts");
      const keys = copies(granted.case);
      if (keys.length === 0) throw vaultError(keeping.held() ? "out-of-scope" : "locked");
      return sealGrant(granted, keys, recipient).finally(() => wipe(...keys.map(({ key }) => key)));
    },
    expectGrants: async () => (await import("./sharedKeys.ts")).expectGrants(),
    receive: async (file, announced, order, by = "member") =>
      (await import("./sharedKeys.ts")).receiveGrant(keeping, file, announced, order, by),
    recipient: async () => recipientOf(mustHoldAll(keeping).all.receiving),
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
    agencies: () => mustHold(keeping).agencies,
    keepAgency: (agency) => keepAgency(keeping, agency),
    forgetAgency: (agency) => forgetAgency(keeping, agency),
  };
}
