import { bytesToHex } from "@noble/hashes/utils.js";
import { nameAgency } from "../../commands/agency.ts";
import type { CaseId } from "../../domain/ids.ts";
import type { RosterSaying } from "../../protocol/rosterSaying.ts";
import { RelayProblem } from "../../sync/relayCalls.ts";
import { createRoot, type MadeRoot } from "../../vault/root.ts";
import { signStatement } from "../../vault/statements.ts";
import { currentWorld } from "../current.ts";
import type { Profile } from "../profile.ts";
import { random } from "../random.ts";
import { openSession, relayFor } from "./link.ts";
import { attendNow } from "./watch.ts";

/** An agency that is made and not yet known to any relay: it lives in the page, with the code for its sheet. */
export type Founding = MadeRoot & {
  readonly name: string;
  /** When, in milliseconds since 1970: its first words stay the same words, however often they are sent. */
  readonly at: number;
};

export const makeAgency = async (name: string): Promise<Founding> => ({
  ...(await createRoot(random)),
  name: name.trim(),
  at: Date.now(),
});

/** The root's first words: to whom every key is also wrapped, and who is its first administrator. */
async function firstWords({ agency, recovery, signer, at: wall }: Founding): Promise<readonly Uint8Array[]> {
  const session = openSession();
  const { worker } = session.profile() as Profile;
  const { device } = session;
  const says: readonly RosterSaying[] = [
    { kind: "founded", recovery },
    {
      ...{ kind: "admitted", member: worker.id, device, role: "administrator" },
      recipient: await session.recipient(),
    },
  ];
  const rows: Uint8Array[] = [];
  let last = { n: 0, id: "" };
  for (const [index, one] of says.entries()) {
    const place = { agency, case: "", last, lamport: index + 1, wall };
    const { id, bytes } = await signStatement(signer, place, one);
    rows.push(bytes);
    last = { n: index + 1, id };
  }
  return rows;
}

/**
 * Does the one-time link hold still? Asked before anybody writes down a sheet for nothing; without an answer it is taken to,
 * and found out later. Nothing is said, and the link stays unused.
 */
export async function isLinkGood({ agency, signer }: Founding, secret: string): Promise<boolean> {
  try {
    return (await relayFor(agency, { by: signer.by, sign: signer.sign }).found(secret, [])) !== undefined;
  } catch (error) {
    if (error instanceof RelayProblem) return true;
    throw error;
  }
}

/**
 * Sets the agency up at the relay that this page came from, by the secret of its one-time link. Safe to repeat with the
 * same founding after a cut connection. False where the link does not hold, or not any more. @throws RelayProblem.
 */
export async function foundAgency(founding: Founding, secret: string): Promise<boolean> {
  const { agency, root, recovery, name, sealedSeed } = founding;
  const relay = relayFor(agency, { by: founding.signer.by, sign: founding.signer.sign });
  const answer = await relay.found(secret, await firstWords(founding));
  if (!answer?.answers.every((one) => "seq" in one)) return false;
  const session = openSession();
  const { worker } = session.profile() as Profile;
  const { vault, door } = currentWorld();
  await session.keepAgency({ agency, root, recovery, relay: location.origin, member: worker.id });
  await vault.setAgencyRecovery(recovery);
  await session.addCase(agency);
  await door.run(agency as CaseId, nameAgency, { name, sealedRoot: bytesToHex(sealedSeed) });
  await attendNow();
  return true;
}
