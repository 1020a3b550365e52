import { nameInvitation } from "../../commands/agency.ts";
import type { CaseId } from "../../domain/ids.ts";
import type { LogName } from "../../protocol/logs.ts";
import type { MembershipSaying, Right } from "../../protocol/membershipSaying.ts";
import type { Role, RosterSaying } from "../../protocol/rosterSaying.ts";
import { createInvitationKey } from "../../vault/invitationKey.ts";
import { currentWorld } from "../current.ts";
import { changeSettings, removeFamily } from "../families.ts";
import { random } from "../random.ts";
import { appStore } from "../state.ts";
import { currentLink } from "./exchanging.ts";
import { invitationLink } from "./invitationLink.ts";
import { openSession } from "./link.ts";
import { type Said, told } from "./told.ts";

export type { Said } from "./told.ts";

/** How long an invitation holds, in milliseconds: a week. */
export const invitationMillis = 7 * 24 * 60 * 60_000;

const agencyId = (): string => openSession().agencies()[0]?.agency ?? "";
const rosterLog = (): LogName => ({ agency: agencyId(), kind: "roster", case: "" });

const sayOfRoster = (says: RosterSaying): Promise<Said> =>
  told(() => currentLink().exchange.say(rosterLog(), says));

const sayOfCase = (caseId: CaseId, says: MembershipSaying): Promise<Said> =>
  told(() => currentLink().exchange.sayOfCase(caseId, says));

/** Only the agency's own people read for whom a link is. Without a name it holds as well. */
async function noteInvited(key: string, name: string): Promise<void> {
  const { door, journal } = currentWorld();
  const agency = agencyId() as CaseId;
  if (name.trim() === "" || openSession().kids(agency).length === 0) return;
  await journal.open(agency);
  await door.run(agency, nameInvitation, { key, name });
}

/**
 * A link for one device: of somebody new, of whom `name` is noted, or, with `member`, of that colleague. It is shown once and
 * kept nowhere.
 */
export async function invite(
  role: Role,
  { member = "", name = "" }: { readonly member?: string | undefined; readonly name?: string } = {},
): Promise<Said & { readonly link?: string }> {
  const { seedText, signer } = await createInvitationKey(random);
  const until = Date.now() + invitationMillis;
  const said = await sayOfRoster({ kind: "invited", key: signer.by, member, role, until });
  // The link is good whether or not there was room to write down whose it is.
  if (said.ok) await noteInvited(signer.by, name).catch(() => undefined);
  return said.ok ? { ...said, link: invitationLink(location.origin, agencyId(), seedText) } : said;
}

export const appoint = (member: string, role: Role): Promise<Said> =>
  sayOfRoster({ kind: "appointed", member, role });

/** A device, for good; or an invitation that nobody has used. */
export const revoke = (key: string): Promise<Said> => told(() => currentLink().exchange.revoke(key));

/** Puts a family that this device made under the agency: from now on its relay keeps what is written there, sealed. */
export const shareFamily = (caseId: CaseId): Promise<Said> =>
  told(() => currentLink().exchange.openCase(caseId));

export const addColleague = (caseId: CaseId, member: string, right: Right): Promise<Said> =>
  sayOfCase(caseId, { kind: "added", member, right });

/** Takes a colleague out of a family, or leaves it. Who is left gets another key. */
export const removeColleague = (caseId: CaseId, member: string): Promise<Said> =>
  told(() => currentLink().exchange.remove(caseId, member));

/** Asks a colleague to take the family over: it does once that one says yes. */
export const offerFamily = (caseId: CaseId, member: string): Promise<Said> =>
  sayOfCase(caseId, { kind: "offered", member });

export const acceptFamily = (caseId: CaseId, offer: string): Promise<Said> =>
  sayOfCase(caseId, { kind: "accepted", offer });

/** The colleague is asked no longer. Whoever works here may say it: who asked may have left since. */
export const withdrawOffer = (caseId: CaseId, offer: string): Promise<Said> =>
  sayOfCase(caseId, { kind: "withdrawn", offer });

/** "Niet nu": nothing is said to anybody, and on this device the request no longer stands above the list. */
export async function putOfferAway(offer: string): Promise<Said> {
  const { settings, sharing } = appStore.getState();
  const open = new Set([...sharing.values()].flatMap(({ offers }) => offers.map(({ id }) => id)));
  const before = settings?.offersPutAway ?? [];
  await changeSettings({ offersPutAway: [...before.filter((id) => open.has(id) && id !== offer), offer] });
  return { ok: true };
}

/** Takes in what somebody wrote who may no longer, up to that entry. */
export const takeInLate = (caseId: CaseId, device: string, entries: number): Promise<Said> =>
  told(() => currentLink().exchange.takeIn(caseId, device, entries));

/** A family that was left, or from which one was taken out, goes off this device by the worker's word. */
export const putAwayLeft = (caseId: CaseId): Promise<void> => removeFamily(caseId);
