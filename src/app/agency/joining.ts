import type { Roster } from "../../protocol/roster.ts";
import type { Role } from "../../protocol/rosterSaying.ts";
import { invitationSignerOf } from "../../vault/invitationKey.ts";
import { currentWorld } from "../current.ts";
import type { Profile } from "../profile.ts";
import { appStore } from "../state.ts";
import { invitationFrom } from "./invitationLink.ts";
import { type Link, linkTo, openSession } from "./link.ts";
import { attendNow } from "./watch.ts";

/** An invitation as its link says it, looked up with the relay. */
export type Invited = {
  readonly agency: string;
  readonly role: Role;
  /** Whose second tablet this becomes; "" for somebody new. */
  readonly member: string;
  readonly until: number;
};

/**
 * `broken`: the link was cut off or typed over. `unknown`: the agency knows no such invitation. `spent`: it was used, or
 * taken back. `over`: its time is over. `member-already`: this device belongs to an agency, which knows it. `not-empty`: a
 * second tablet of somebody takes that one's name, and this one has families under its own.
 */
export type NotInvited = "broken" | "unknown" | "spent" | "over" | "member-already" | "not-empty";

type Found = { readonly link: Link; readonly roster: Roster; readonly invited: Invited };

async function find(hash: string): Promise<Found | NotInvited> {
  const read = invitationFrom(hash);
  const signer = read && (await invitationSignerOf(read.seed));
  if (!read || !signer) return "broken";
  const { agency } = read;
  const before = openSession().agencies()[0];
  if (before && before.agency !== agency) return "member-already";
  const link = linkTo(agency, { by: signer.by, sign: signer.sign });
  const denied = await link.exchange.hearRoster();
  if (denied) return "unknown";
  const roster = await link.exchange.roster();
  // A relay that was restored may have forgotten a tablet, which comes in once more as whose it was.
  if (before && roster.devices.has(openSession().device)) return "member-already";
  const invitation = roster.invitations.get(signer.by);
  if (!invitation || roster.root === undefined) return "unknown";
  const { member, role, until } = invitation;
  if (invitation.spent && !roster.devices.has(openSession().device)) return "spent";
  if (!invitation.spent && until < Date.now()) return "over";
  if (before && (member || before.member) !== before.member) return "member-already";
  if (member !== "" && member !== before?.member && openSession().cases().length > 0) return "not-empty";
  return { link, roster, invited: { agency, role, member, until } };
}

/** Looks an invitation up before anything is said. @throws RelayProblem. */
export async function readInvitation(hash: string): Promise<Invited | NotInvited> {
  const found = await find(hash);
  return typeof found === "string" ? found : found.invited;
}

/** The second tablet of somebody writes as that one. */
async function takeMember(member: string): Promise<void> {
  const session = openSession();
  const profile = session.profile() as Profile;
  if (profile.worker.id === member) return;
  const worker = { ...profile.worker, id: member as Profile["worker"]["id"] };
  await session.setProfile({ ...profile, worker });
  appStore.setState({ worker });
}

/**
 * Joins: the agency certifies the key that this device writes with already, so that what was written before stands. Safe to
 * repeat after a cut connection. @throws RelayProblem.
 */
export async function join(hash: string): Promise<"joined" | NotInvited> {
  const found = await find(hash);
  if (typeof found === "string") return found;
  const { link, roster, invited } = found;
  const session = openSession();
  const member = invited.member || (session.profile() as Profile).worker.id;
  const { device } = session;
  if (!roster.devices.has(device)) {
    const recipient = await session.recipient();
    const says = { kind: "admitted", member, device, recipient, role: invited.role } as const;
    const isTaken = await link.exchange.say({ agency: invited.agency, kind: "roster", case: "" }, says);
    if (!isTaken && !(await link.exchange.roster()).devices.has(device)) return "spent";
  }
  const { root = "", recovery = "" } = roster;
  await takeMember(member);
  await session.keepAgency({ agency: invited.agency, root, recovery, relay: location.origin, member });
  await currentWorld().vault.setAgencyRecovery(recovery);
  await attendNow();
  return "joined";
}
