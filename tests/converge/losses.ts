import { canonical } from "../domain/histories.ts";
import { isForked } from "./memoryLedger.ts";
import type { SimulatedDevice } from "./simulatedDevice.ts";

/** The devices of those who work in a case now. */
export async function currentOf(
  caseId: string,
  devices: readonly SimulatedDevice[],
): Promise<readonly SimulatedDevice[]> {
  const current: SimulatedDevice[] = [];
  for (const device of devices) {
    const { members } = await device.exchange().membership(caseId);
    const known = (await device.exchange().roster()).devices.get(device.identity().signer.id);
    if (known && !known.revoked && members.has(known.member)) current.push(device);
  }
  return current;
}

/** A case as a device shows it, to be compared with another's. */
export const shownOn = (device: SimulatedDevice, caseId: string): string =>
  JSON.stringify(canonical(device.ledger.file(caseId)));

/** Places of a case where two values stand beside each other. */
export const conflictsOn = (device: SimulatedDevice, caseId: string): number =>
  [...device.ledger.file(caseId).records.values()]
    .flatMap((places) => [...places.values()])
    .filter(({ heads }) => heads.length > 1).length;

/** Which of the devices shows another file than the first. */
export function divergedIn(caseId: string, current: readonly SimulatedDevice[]): readonly number[] {
  const shown = current.map((device) => shownOn(device, caseId));
  return shown.flatMap((other, i) => (other === shown[0] ? [] : [i]));
}

/** What stands on a device, and which entries were answered by an author who had seen them. */
function keptOn(reference: SimulatedDevice, caseId: string) {
  const standing = new Set<unknown>();
  const answered = new Set<string>();
  for (const { entry, stands, held } of reference.ledger.rows(caseId)) {
    if (!entry || !stands || isForked(held)) continue;
    for (const op of entry.ops) {
      standing.add(op.value);
      for (const id of op.over) answered.add(id);
    }
  }
  return { standing, answered };
}

/** Values that somebody still has, and that neither stand nor were replaced by an author who had seen them. */
export function lostIn(
  caseId: string,
  current: readonly SimulatedDevice[],
  all: readonly SimulatedDevice[],
): readonly string[] {
  const [reference] = current;
  if (!reference) return [];
  const { standing, answered } = keptOn(reference, caseId);
  const isCurrent = new Set(current);
  const missing = new Set<string>();
  for (const device of all) {
    const own = device.identity().signer.id;
    for (const row of device.ledger.rows(caseId)) {
      if (!row.entry || (!isCurrent.has(device) && row.device !== own)) continue;
      for (const op of row.entry.ops) {
        if (standing.has(op.value) || answered.has(row.id)) continue;
        missing.add(`${String(op.value)} (${row.held ?? "held by nobody"})`);
      }
    }
  }
  return [...missing];
}
