import { agencyNameOf, colleagueNameOf, invitedNameOf } from "../../domain/agency.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import type { CaseId } from "../../domain/ids.ts";
import { entryStands, mayRead, mayWrite } from "../../protocol/entryStands.ts";
import type { EntryName } from "../../protocol/logs.ts";
import type { Membership } from "../../protocol/membershipRules.ts";
import type { Roster } from "../../protocol/roster.ts";
import { currentWorld } from "../current.ts";
import { currentLedger } from "../ledger.ts";
import { type Link, openSession } from "./link.ts";
import type { AgencyView, PersonView, SharingView } from "./views.ts";

type Names = (member: string) => string;

const namesIn =
  (file: CaseFile | undefined): Names =>
  (member) =>
    file ? colleagueNameOf(file, member) : "";

/** The agency's own case file, once its key is here. */
async function agencyFile(agency: string): Promise<CaseFile | undefined> {
  return openSession().kids(agency).length === 0 ? undefined : currentWorld().journal.open(agency as CaseId);
}

function peopleOf({ devices, roles }: Roster, names: Names, self: string, device: string): PersonView[] {
  return [...roles]
    .map(([member, role]) => ({
      member,
      name: names(member),
      role,
      isSelf: member === self,
      devices: [...devices]
        .filter(([, one]) => one.member === member)
        .map(([id, { since, revoked }]) => ({ id, since, isThis: id === device, isRevoked: revoked }))
        .sort((a, b) => a.since - b.since),
    }))
    .sort((a, b) => a.name.localeCompare(b.name) || (a.member < b.member ? -1 : 1));
}

/** What came too late and was not taken in: by device, up to which of its entries, and how many these are. */
function lateOf({ cuts }: Membership, late: ReadonlyMap<string, number>) {
  return [...late].flatMap(([device, entries]) => {
    const count = entries - (cuts.get(device) ?? 0);
    return count > 0 ? [{ device, entries, count }] : [];
  });
}

function highest(...maps: readonly (ReadonlyMap<string, number> | undefined)[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const map of maps) {
    for (const [key, n] of map ?? []) found.set(key, Math.max(n, found.get(key) ?? 0));
  }
  return found;
}

type Here = {
  readonly self: string;
  readonly device: string;
  readonly late: ReadonlyMap<string, number>;
  /** What this device has left as late, taken in or not. */
  readonly left: readonly EntryName[];
};

function sharingOf(
  caseId: CaseId,
  membership: Membership,
  roster: Roster,
  names: Names,
  { self, device, late, left }: Here,
): SharingView {
  const by = membership.gone.get(self);
  return {
    case: caseId,
    members: [...membership.members]
      .map(([member, { right, since }]) => ({
        member,
        name: names(member),
        right,
        since,
        isSelf: member === self,
      }))
      .sort((a, b) => a.since - b.since),
    offers: [...membership.offers].map(([id, { member, by: asker }]) => ({
      id,
      member,
      name: names(member),
      byName: names(roster.devices.get(asker)?.member ?? ""),
    })),
    left: by === undefined ? undefined : by === self ? "stopped" : "removed",
    mayWrite: mayWrite(membership, roster, device),
    mayRead: mayRead(membership, roster, device),
    late: lateOf(membership, late).map(({ device: writer, ...how }) => ({
      device: writer,
      name: names(roster.devices.get(writer)?.member ?? ""),
      ...how,
    })),
    leftLate: left.flatMap((one) => (entryStands(membership, roster, one.device, one.n) ? [] : [one.id])),
  };
}

/** What the screens show, from the statements that were heard and the names in the agency's own case file. */
export async function readViews(
  { exchange }: Link,
  agency: string,
  lateThere: ReadonlyMap<string, ReadonlyMap<string, number>>,
) {
  const ledger = currentLedger();
  const { device, agencies } = openSession();
  const self = agencies().find((one) => one.agency === agency)?.member ?? "";
  const roster = await exchange.roster();
  const file = await agencyFile(agency);
  const names = namesIn(file);
  // Where one family alone is open the agency's file is not: who wrote here is named in the family's own.
  const namesOf = (caseId: CaseId): Names => {
    const here = namesIn(currentWorld().journal.current(caseId));
    return (member) => names(member) || here(member);
  };
  const sharing = new Map<CaseId, SharingView>();
  let unsent = 0;
  for (const caseId of [...new Set([agency, ...(await ledger.cases(agency))])]) {
    unsent += await ledger.unsentCount(caseId);
    if (caseId === agency) continue;
    const membership = await exchange.membership(caseId);
    if (membership.opened === undefined) continue;
    const late = highest(await ledger.outside(caseId), lateThere.get(caseId));
    const here: Here = { self, device, late, left: await ledger.leftLate(caseId) };
    const names = namesOf(caseId as CaseId);
    sharing.set(caseId as CaseId, sharingOf(caseId as CaseId, membership, roster, names, here));
  }
  const own = roster.devices.get(device);
  const view: AgencyView = {
    agency,
    name: file ? agencyNameOf(file) : "",
    self,
    role: own && !own.revoked ? roster.roles.get(own.member) : undefined,
    recoveries: (await exchange.recoveries())
      .map(({ id, wall, says }) => ({
        ...{ id, at: wall, opened: says.opened, name: names(says.member) },
        on: names(roster.devices.get(says.at)?.member ?? ""),
      }))
      .sort((a, b) => b.at - a.at),
    people: peopleOf(roster, names, self, device),
    invitations: [...roster.invitations].flatMap(([key, { member, role, until, spent }]) =>
      spent ? [] : [{ key, member, role, until, name: file ? invitedNameOf(file, key) : "" }],
    ),
  };
  const memberOf = new Map([...roster.devices].map(([id, { member }]) => [id, member]));
  return { app: { agency: view, sharing, memberOf }, unsent };
}
