import type { VaultSession } from "../vault/vault.ts";
import type { CaseKeys } from "./tend.ts";

export type VaultKeysNeeds = {
  readonly agency: string;
  /** The open vault. @throws where it is locked: a round ends then, and goes on after the next unlock. */
  readonly session: () => VaultSession;
  /** See `CaseKeys`. */
  readonly isPartial?: () => boolean;
  /** Keys of a case have come: what waited for them can be read. */
  readonly onKeys: (caseId: string) => Promise<void>;
};

/** The keys of the vault, as the exchange hands them on. */
export function createVaultKeys({
  agency,
  session,
  isPartial = () => false,
  onKeys,
}: VaultKeysNeeds): CaseKeys {
  /** Made here and not sealing yet. Where the page goes before it does, another is made: the first then seals nothing. */
  const prepared = new Map<string, string>();

  return {
    isPartial,
    kids: (caseId) => session().kids(caseId),

    // Where that can't be fetched, it is found when the first key is opened.
    expect: () =>
      void session()
        .expectGrants()
        .catch(() => undefined),

    sealGrant: async (caseId, recipient, opened) =>
      (await session().grant({ agency, case: caseId, opened }, recipient)).file,

    async openGrant(caseId, opened, { kids, file, stands }, order) {
      const by = stands ? "member" : "stranger";
      const received = await session().receive(file, { agency, case: caseId, opened, kids }, order, by);
      if (received.ok) await onKeys(caseId);
      return received.ok;
    },

    async prepare(caseId) {
      const kid = prepared.get(caseId) ?? (await session().prepareKey(caseId));
      prepared.set(caseId, kid);
      return kid;
    },

    async sealWith(caseId, kid) {
      if (prepared.get(caseId) === kid) prepared.delete(caseId);
      await session().orderKeys(caseId, [kid]);
    },
  };
}
