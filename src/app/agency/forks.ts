import type { CaseId, RecordId } from "../../domain/ids.ts";
import { currentWorld } from "../current.ts";
import { currentLedger } from "../ledger.ts";
import { formerDevice, type Link, linkTo, openSession } from "./link.ts";

/** The device before vouches for the one that this device is now. */
async function vouch({ exchange }: Link, agency: string, member: string): Promise<boolean> {
  const session = openSession();
  const role = (await exchange.roster()).roles.get(member);
  if (role === undefined) return false;
  const recipient = await session.recipient();
  return exchange.say(
    { agency, kind: "roster", case: "" },
    { kind: "admitted", member, device: session.device, recipient, role },
  );
}

/**
 * A cloned tablet, or one that was put back to an earlier day, goes on under a name of its own: the one before vouches for
 * it, and what had its number taken is said anew. Each step is safe to repeat.
 */
export async function repairForks(link: Link, agency: string): Promise<void> {
  const { vault, journal } = currentWorld();
  const ledger = currentLedger();
  const member =
    openSession()
      .agencies()
      .find((one) => one.agency === agency)?.member ?? "";
  const forked = await ledger.forked();
  for (const [caseId, ids] of forked) {
    const own = new Set((await ledger.writtenBy(caseId, openSession().device)).map(({ id }) => id));
    if (ids.some((id) => own.has(id))) await vault.renewDevice();
  }
  const roster = await link.exchange.roster();
  for (const former of openSession().formerDevices()) {
    if (roster.devices.has(openSession().device)) await openSession().forgetFormer(former);
    else if (roster.devices.has(former)) await vouch(linkTo(agency, formerDevice(former)), agency, member);
  }
  const names = new Set([openSession().device, ...openSession().formerDevices()]);
  for (const [caseId, ids] of forked) {
    await journal.sealAnew(caseId as CaseId, ids, {
      author: member as RecordId,
      isOwn: (device) => names.has(device) || roster.devices.get(device)?.member === member,
    });
  }
}
