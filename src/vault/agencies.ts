import { agencyIdOf } from "../protocol/agencyId.ts";
import { changeSecrets, type Keeping } from "./keeping.ts";
import type { Agency } from "./secrets.ts";

function change(keeping: Keeping, next: (agencies: readonly Agency[]) => readonly Agency[]): Promise<void> {
  return changeSecrets(
    keeping,
    (secrets) => ({ ...secrets, agencies: next(secrets.agencies) }),
    (held) => {
      held.agencies = next(held.agencies);
    },
  );
}

const without = (agencies: readonly Agency[], agency: string): readonly Agency[] =>
  agencies.filter((one) => one.agency !== agency);

/** @throws RangeError where the agency's id is not its root's. */
export async function keepAgency(keeping: Keeping, { agency, root, recovery, relay, member }: Agency) {
  if (agencyIdOf(root) !== agency) throw new RangeError("an agency's id is the hash of its root's key");
  await change(keeping, (known) => [...without(known, agency), { agency, root, recovery, relay, member }]);
}

export const forgetAgency = (keeping: Keeping, agency: string): Promise<void> =>
  change(keeping, (known) => without(known, agency));
