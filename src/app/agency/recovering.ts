import { hexToBytes } from "@noble/hashes/utils.js";
import { colleagueNameOf, sealedRootOf } from "../../domain/agency.ts";
import type { CaseId } from "../../domain/ids.ts";
import type { LogName } from "../../protocol/logs.ts";
import { devicesOf } from "../../protocol/roster.ts";
import type { Role, RosterSaying } from "../../protocol/rosterSaying.ts";
import { encodeStatement, statementIdOf } from "../../protocol/statement.ts";
import { RelayProblem } from "../../sync/relayCalls.ts";
import { nextStatement } from "../../sync/saying.ts";
import { openGrant, sealGrant } from "../../vault/grants.ts";
import { openRoot } from "../../vault/root.ts";
import { currentWorld } from "../current.ts";
import { currentLedger } from "../ledger.ts";
import { exchangeNow } from "./exchanging.ts";
import { type Link, linkTo, openSession, signedBy, type Voucher } from "./link.ts";
import { type Said, told } from "./told.ts";

/** The agency's sheet, opened with its typed code: for as long as it is held one speaks as the agency. */
export type OpenSheet = {
  readonly agency: string;
  readonly typed: string;
  readonly voucher: Voucher;
  readonly link: Link;
};

/** A family of the agency as its sheet shows it: who works there. What it is about, the sheet alone does not tell. */
export type SheetFamily = {
  readonly case: CaseId;
  readonly members: readonly { readonly member: string; readonly name: string }[];
  /** Milliseconds since 1970; undefined where nobody works there any more. */
  readonly since: number | undefined;
};

/** Undefined where the code is another, or this device has not heard of the agency's root yet. */
export async function openSheet(typed: string): Promise<OpenSheet | undefined> {
  const agency = openSession().agencies()[0]?.agency;
  if (agency === undefined || openSession().kids(agency).length === 0) return undefined;
  const sealed = sealedRootOf(await currentWorld().journal.open(agency as CaseId));
  const signer =
    sealed === "" ? undefined : await openRoot(typed, { agency, sealedSeed: hexToBytes(sealed) });
  if (!signer) return undefined;
  const voucher: Voucher = { by: signer.by, sign: signer.sign };
  return { agency, typed, voucher, link: linkTo(agency, voucher) };
}

const rosterLog = (agency: string): LogName => ({ agency, kind: "roster", case: "" });

/**
 * Each use of the sheet is said to everybody. Without a network it is signed now, while the sheet is at hand, and kept to
 * be said with the next exchange.
 */
async function log({ agency, voucher, link }: OpenSheet, says: RosterSaying): Promise<void> {
  const name = rosterLog(agency);
  try {
    if (await link.exchange.say(name, says)) return;
  } catch (error) {
    if (!(error instanceof RelayProblem)) throw error;
  }
  const ledger = currentLedger();
  const known = await link.exchange.rosterStatements();
  const statement = nextStatement(name, voucher.by, known, Date.now(), says);
  const kept = { id: statementIdOf(statement), bytes: encodeStatement(await signedBy(voucher, statement)) };
  await ledger.keepStatements(name, [kept], await ledger.cursor(name));
  await ledger.takeBackStatements(name, [kept.id]);
}

/** This tablet was opened with the agency's sheet. */
export async function logDeviceOpened(typed: string): Promise<void> {
  const sheet = await openSheet(typed);
  if (!sheet) return;
  const { device, agencies } = openSession();
  const member = agencies()[0]?.member ?? "";
  await log(sheet, { kind: "recovered", at: device, opened: "device", what: device, member });
  exchangeNow();
}

/**
 * Gives a role that no administrator may give: another administrator, also where the only one has no device any more.
 * The root says it itself, for all to see.
 */
export const appointWithSheet = ({ agency, link }: OpenSheet, member: string, role: Role): Promise<Said> =>
  told(async () => {
    await link.exchange.hearRoster();
    return link.exchange.say(rosterLog(agency), { kind: "appointed", member, role });
  });

/** @throws RelayProblem. */
export async function familiesOf(sheet: OpenSheet): Promise<readonly SheetFamily[]> {
  const { exchange } = sheet.link;
  await exchange.hearRoster();
  const file = await currentWorld().journal.open(sheet.agency as CaseId);
  const found: SheetFamily[] = [];
  for (const caseId of await exchange.casesTold()) {
    await exchange.hearMembers(caseId);
    const { members } = await exchange.membership(caseId);
    found.push({
      case: caseId as CaseId,
      members: [...members.keys()].map((member) => ({ member, name: colleagueNameOf(file, member) })),
      since: [...members.values()].map(({ since }) => since).sort((a, b) => a - b)[0],
    });
  }
  return found.sort((a, b) => (b.since ?? 0) - (a.since ?? 0));
}

/**
 * Lets somebody into a family with the sheet alone: nobody who works there need be there any more. Its keys are wrapped
 * to that one's devices, and it is logged. `refused`: the family's keys are not all with the sheet.
 */
export const letInto = (sheet: OpenSheet, caseId: CaseId, member: string): Promise<Said> =>
  told(async () => {
    const { agency, link, typed } = sheet;
    const { exchange } = link;
    await exchange.hearMembers(caseId);
    const { opened = "", kids, grants } = await exchange.membership(caseId);
    const whole = (grants.get("") ?? []).findLast((grant) => kids.every((kid) => grant.kids.includes(kid)));
    if (!whole) return false;
    const announced = { agency, case: caseId, opened };
    const found = await openGrant(typed, whole.file, { ...announced, kids: whole.kids });
    if (!found.ok) return false;
    try {
      // First the log: broken off after this, nobody has come in unseen.
      await log(sheet, { kind: "recovered", at: openSession().device, opened: "case", what: caseId, member });
      const members: LogName = { agency, kind: "members", case: caseId };
      if (!(await exchange.say(members, { kind: "recovered", member, right: "write" }))) return false;
      const roster = await exchange.roster();
      for (const to of devicesOf(roster, member)) {
        const recipient = roster.devices.get(to)?.recipient ?? "";
        const { kids: given, file } = await sealGrant(announced, found.keys, recipient);
        await exchange.say(members, { kind: "granted", to, kids: given, file });
      }
      return true;
    } finally {
      for (const { key } of found.keys) key.fill(0);
    }
  });
