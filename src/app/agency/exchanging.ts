import { introduceSelf } from "../../commands/agency.ts";
import { agencyNameOf } from "../../domain/agency.ts";
import type { CaseId } from "../../domain/ids.ts";
import type { Round } from "../../sync/exchange.ts";
import { type Loop, startLoop } from "../../sync/loop.ts";
import { currentWorld, hasWorld } from "../current.ts";
import { listFamilies, removeFamily } from "../families.ts";
import { currentLedger } from "../ledger.ts";
import { appStore } from "../state.ts";
import { repairForks } from "./forks.ts";
import { type Link, linkTo, openSession, thisDevice } from "./link.ts";
import { readViews } from "./readViews.ts";

const set = appStore.setState;
const get = appStore.getState;

let running:
  | {
      readonly agency: string;
      readonly device: string;
      readonly isWhole: boolean;
      readonly link: Link;
      readonly loop: Loop;
      /** By family and device, up to which entry the relay keeps what came too late. */
      readonly late: Map<string, ReadonlyMap<string, number>>;
    }
  | undefined;

/** The exchange that runs. @throws Error where none does: what needs it is not shown then. */
export function currentLink(): Link {
  if (!running) throw new Error("no exchange runs");
  return running.link;
}

/** It rests while the app is locked or in a family's hands. */
function mayRun(): boolean {
  const { phase, world } = get();
  return phase === "open" && world === "own" && hasWorld();
}

/** After a soft lock the PIN opens one family: what needs the keys of all waits. */
const isWhole = (): boolean => get().scope === "all";

const agencyHere = (): string | undefined => (mayRun() ? openSession().agencies()[0]?.agency : undefined);

/** What was left with the relay as late is on no device yet: it is asked for. */
async function hearLate(link: Link, { toReview }: Round): Promise<void> {
  const late = running?.link === link ? running.late : undefined;
  if (!late) return;
  for (const caseId of late.keys()) if (!toReview.has(caseId)) late.delete(caseId);
  for (const caseId of toReview) late.set(caseId, await link.exchange.toReview(caseId));
}

/** After each round: what came is on the screens, and what a fork left is said anew. */
async function afterRound(link: Link, agency: string, round: Round): Promise<void> {
  const rosterLog = { agency, kind: "roster", case: "" } as const;
  // A use of the recovery sheet without a network, for one: it was signed then, and is said now.
  if ((await currentLedger().unheardStatements(rosterLog)).length > 0) await link.exchange.hearRoster();
  await hearLate(link, round);
  if (isWhole()) {
    await letGoOfRevoked(link);
    await repairForks(link, agency);
    attend();
    await introduce(agency);
  }
  await refreshViews();
  await listFamilies();
  await currentWorld().journal.layOut();
}

/**
 * A device that the agency has revoked keeps none of its families, once nothing of them is unsent: that the relay has it
 * all, its receipts say. What is this device's alone stays.
 */
async function letGoOfRevoked({ exchange }: Link): Promise<void> {
  const ledger = currentLedger();
  const roster = await exchange.roster();
  if (!roster.devices.get(openSession().device)?.revoked) return;
  for (const caseId of await ledger.cases(roster.agency)) {
    const { opened } = await exchange.membership(caseId);
    const isKept = openSession().kids(caseId).length > 0;
    if (caseId === roster.agency || opened === undefined || !isKept) continue;
    if ((await ledger.unsentCount(caseId)) === 0) await removeFamily(caseId as CaseId);
  }
}

/** The first thing that a new colleague writes, once the key of the agency's own case has come: its name. */
async function introduce(agency: string): Promise<void> {
  const { door, journal } = currentWorld();
  const caseId = agency as CaseId;
  if (openSession().kids(agency).length === 0) return;
  const file = await journal.open(caseId);
  if (agencyNameOf(file) !== "") await door.run(caseId, introduceSelf, {});
}

/** Reads anew what the screens show of the agency and of who works in which family. */
export async function refreshViews(): Promise<void> {
  const link = running?.link;
  const agency = running?.agency;
  if (!running || !link || !agency) return;
  const views = await readViews(link, agency, running.late);
  if (running?.link !== link || !mayRun()) return;
  set({ ...views.app, exchange: { ...(get().exchange ?? firstState), unsent: views.unsent } });
}

const firstState = {
  ...{ isBusy: false, heardAt: undefined, problem: undefined, unsent: 0, progress: undefined },
} as const;

/** How often what has come so far is shown while more is coming, in milliseconds. */
const showMillis = 1_000;

/** A round of many families: what has come is there to work with while the rest is coming. */
function createProgress(): (done: number, of: number) => void {
  let shownAt = 0;
  return (done, of) => {
    if (!mayRun() || performance.now() - shownAt < showMillis) return;
    shownAt = performance.now();
    set(({ exchange }) => ({ exchange: exchange && { ...exchange, progress: { done, of } } }));
    void listFamilies().catch(() => undefined);
  };
}

function begin(agency: string): void {
  const link = linkTo(agency, thisDevice(), createProgress());
  const { device } = openSession();
  const isCurrent = (): boolean => running?.link === link;
  const loop = startLoop({
    round: () => link.exchange.round(),
    poke: link.relay.poke,
    onState: (state) => {
      if (!isCurrent() || !mayRun()) return;
      set(({ exchange }) => ({
        exchange: {
          ...{ ...state, unsent: exchange?.unsent ?? 0 },
          progress: state.isBusy ? exchange?.progress : undefined,
        },
      }));
      // A round that failed may all the same have sent something.
      if (!state.isBusy) void refreshViews().catch(() => undefined);
    },
    onRound: (round) => (isCurrent() ? afterRound(link, agency, round) : Promise.resolve()),
    clock: () => Date.now(),
    chance: Math.random,
  });
  running = { agency, device, isWhole: isWhole(), link, loop, late: new Map() };
  set({ exchange: firstState });
  void refreshViews().catch(() => undefined);
}

function end(): void {
  running?.loop.stop();
  running = undefined;
}

/** Starts, ends or begins anew, as the app stands. */
export function attend(): void {
  const agency = agencyHere();
  const device = agency === undefined ? undefined : openSession().device;
  const isSame = running?.agency === agency && running?.device === device && running?.isWhole === isWhole();
  if (running && isSame) return;
  end();
  if (agency !== undefined) begin(agency);
}

/** "Nu proberen". */
export const exchangeNow = (): void => running?.loop.now();

/**
 * Whose devices there are, before any family is opened: nobody writes as another. Called between the unlock and the first
 * screen.
 */
export async function readRoster(): Promise<void> {
  if (get().world !== "own") return;
  const agency = openSession().agencies()[0]?.agency;
  if (agency === undefined) return;
  const { devices } = await linkTo(agency).exchange.roster();
  set({ memberOf: new Map([...devices].map(([device, { member }]) => [device, member])) });
}

/**
 * Something was stored: it is to be sent. It is counted at once, before anybody has looked how much there is: nowhere does it
 * say "sent" meanwhile.
 */
export function attendStored(caseId: CaseId): void {
  if (!running) return;
  running.loop.nudge();
  if (get().sharing.has(caseId) || caseId === running.agency) {
    set(({ exchange = firstState }) => ({ exchange: { ...exchange, unsent: exchange.unsent + 1 } }));
  }
  void refreshViews().catch(() => undefined);
}
