import type { Tables } from "../../src/server/tables.ts";
import { overBadNetwork, quietly } from "./badNetwork.ts";
import { type Chance, createChance } from "./chance.ts";
import { conflictsOn, currentOf, divergedIn, lostIn } from "./losses.ts";
import { createSigner } from "./quickSigning.ts";
import { createSimulatedAgency, hex, type SimulatedAgency } from "./simulatedAgency.ts";
import { createDevice, type RelayCallsOf, type SimulatedDevice } from "./simulatedDevice.ts";

/**
 * Histories of an agency as they might happen on a bad year: tablets that write without a network, messages that are lost,
 * repeated and answered in vain, a relay that is restored from old backups, cloned and vanished tablets, people who
 * come and go, clocks that are weeks apart. At the end the network heals, and nothing may be missing anywhere.
 */

export type BackedUp = {
  readonly backup: () => Promise<unknown>;
  readonly restore: (from: unknown) => Promise<void>;
};
export type SimulatedTables = Tables & BackedUp;

export type Happened = {
  readonly writes: number;
  readonly rollbacks: number;
  readonly forks: number;
  readonly clones: number;
  readonly vanished: number;
  readonly removals: number;
  readonly revocations: number;
  readonly conflicts: number;
  readonly takenIn: number;
  readonly failedCalls: number;
};

export type Outcome = {
  readonly seed: number;
  readonly happened: Happened;
  /** Devices that were held against another of the same case. */
  readonly compared: number;
  /** Sentences that say what is wrong; none where all is well. */
  readonly diverged: readonly string[];
  readonly lost: readonly string[];
};

type Person = { readonly member: string; readonly devices: SimulatedDevice[] };

type Year = {
  readonly chance: Chance;
  readonly tables: SimulatedTables;
  readonly agency: SimulatedAgency;
  readonly network: RelayCallsOf;
  readonly people: readonly Person[];
  readonly cases: readonly string[];
  readonly backups: unknown[];
  readonly happened: { -readonly [K in keyof Happened]: Happened[K] };
  /** Milliseconds since 1970. */
  time: number;
  isBad: boolean;
};

const day = 86_400_000;

const devicesOf = ({ people }: Year): SimulatedDevice[] => people.flatMap(({ devices }) => devices);

const ownerOf = ({ people }: Year, device: SimulatedDevice): Person | undefined =>
  people.find(({ member }) => member === device.identity().member);

function newDevice(year: Year, member: string): SimulatedDevice {
  const { chance, agency, network } = year;
  const skew = chance.below(60) - 30;
  const signer = createSigner(chance.bytes(32));
  const recipient = `age1${hex(chance.bytes(8))}`;
  return createDevice(
    { agency: agency.agency, chance, relay: network, clock: () => year.time + skew * day },
    { signer, recipient, member },
  );
}

/** Three people with one or two tablets each, who work in two families together. */
async function beginning(seed: number, tables: SimulatedTables): Promise<Year> {
  const chance = createChance(seed);
  const happened: Year["happened"] = {
    ...{ writes: 0, rollbacks: 0, forks: 0, clones: 0, vanished: 0, removals: 0 },
    ...{ revocations: 0, conflicts: 0, takenIn: 0, failedCalls: 0 },
  };
  const state = { time: 1_790_000_000_000, isBad: false };
  const agency = createSimulatedAgency({ tables, chance, clock: () => year.time });
  const network = overBadNetwork(agency.relay, agency.agency, {
    chance,
    isBad: () => year.isBad,
    onFailed: () => {
      happened.failedCalls += 1;
    },
  });
  const people: Person[] = [];
  const cases: string[] = [];
  const year: Year = Object.assign(state, {
    chance,
    tables,
    agency,
    network,
    people,
    cases,
    happened,
    backups: [],
  });
  for (let i = 0; i < 3; i += 1) {
    const member = hex(chance.bytes(16));
    const count = i === 1 ? 2 : 1 + chance.below(2);
    people.push({ member, devices: Array.from({ length: count }, () => newDevice(year, member)) });
  }
  await agency.found();
  for (const [i, { devices }] of people.entries()) {
    for (const device of devices) await agency.admit(device, i === 0 ? "administrator" : "worker");
  }
  cases.push(hex(chance.bytes(16)), hex(chance.bytes(16)));
  for (const [i, caseId] of cases.entries()) {
    const first = people[i]?.devices[0];
    if (!first) continue;
    const others = people.flatMap(({ member }) => (member === first.identity().member ? [] : [member]));
    await agency.openCase(first, caseId, others, `before ${i}`);
  }
  year.backups.push(await tables.backup());
  return year;
}

async function write({ chance, happened }: Year, device: SimulatedDevice, caseId: string, value: string) {
  const before = device.ledger.rows(caseId).length;
  await device.write(caseId, chance.below(4), value);
  if (device.ledger.rows(caseId).length > before) happened.writes += 1;
}

async function rollBack({ tables, chance, backups, happened }: Year): Promise<void> {
  await tables.restore(chance.pick(backups));
  happened.rollbacks += 1;
}

async function changeMembers(year: Year, device: SimulatedDevice, caseId: string): Promise<void> {
  const { agency, chance, happened, people } = year;
  await quietly(async () => {
    const { members } = await device.exchange().membership(caseId);
    const other = chance.pick(people)?.member ?? "";
    const own = device.identity().member;
    if (other === own || !members.has(own)) return;
    if (!members.has(other)) {
      await device
        .exchange()
        .say(agency.membersLog(caseId), { kind: "added", member: other, right: "write" });
    } else if (await device.exchange().remove(caseId, other)) happened.removals += 1;
  });
}

function cloneOne(year: Year, device: SimulatedDevice): void {
  const person = ownerOf(year, device);
  if (!person || person.devices.length > 2) return;
  person.devices.push(device.clone(year.network));
  year.happened.clones += 1;
}

/** Never the last one of a person: somebody must be left to compare with. */
function vanish(year: Year, device: SimulatedDevice): void {
  const person = ownerOf(year, device);
  if (!person || person.devices.length < 2) return;
  person.devices.splice(person.devices.indexOf(device), 1);
  year.happened.vanished += 1;
}

async function revokeOne({ agency: { rosterLog }, people, happened }: Year): Promise<void> {
  const administrator = people[0]?.devices[0];
  const lost = people[1]?.devices[1];
  if (!administrator || !lost) return;
  await quietly(async () => {
    await administrator.round();
    const statements = (await administrator.ledger.statements(rosterLog)).length;
    const says = { kind: "revoked", device: lost.identity().signer.id, statements } as const;
    if (await administrator.exchange().say(rosterLog, says)) happened.revocations += 1;
  });
}

async function step(year: Year, turn: number): Promise<void> {
  const { chance, tables, backups } = year;
  year.time += chance.below(3_600_000);
  const device = chance.pick(devicesOf(year));
  const caseId = chance.pick(year.cases);
  if (!device || caseId === undefined) return;
  const luck = chance.next();
  if (luck < 0.55) await write(year, device, caseId, `v${turn}`);
  else if (luck < 0.9) await quietly(() => device.round());
  else if (luck < 0.92) backups.push(await tables.backup());
  else if (luck < 0.935) await rollBack(year);
  else if (luck < 0.95) await changeMembers(year, device, caseId);
  else if (luck < 0.96) cloneOne(year, device);
  else if (luck < 0.97) vanish(year, device);
  else if (luck < 0.975) await revokeOne(year);
  else await quietly(() => device.round());
}

async function takeInLate(year: Year, caseId: string): Promise<void> {
  for (const device of devicesOf(year)) {
    for (const [by, n] of await device.exchange().toReview(caseId)) {
      if (await device.exchange().takeIn(caseId, by, n)) year.happened.takenIn += 1;
    }
  }
}

/** How far each device has heard each log, and how much it holds. */
async function reachOf(year: Year): Promise<string> {
  const { agency, cases } = year;
  const logs = [agency.rosterLog, ...cases.flatMap((id) => [agency.membersLog(id), agency.entriesLog(id)])];
  const reached = devicesOf(year).map(async ({ ledger }) => [
    cases.map((id) => ledger.rows(id).length),
    await Promise.all(logs.map((log) => ledger.cursor(log))),
  ]);
  return JSON.stringify(await Promise.all(reached));
}

/** A tablet that a restored relay does not know any more asks the administrator for a link, and is let in once more. */
async function letInAgain({ agency: { rosterLog }, people }: Year, device: SimulatedDevice) {
  const { signer, recipient, member } = device.identity();
  const { roles, devices } = await device.exchange().roster();
  const administrator = people[0]?.devices.find((one) => one !== device);
  const role = roles.get(member) ?? "worker";
  if (!administrator || devices.get(signer.id)?.revoked) return;
  await administrator
    .exchange()
    .say(rosterLog, { kind: "admitted", member, device: signer.id, recipient, role });
}

/** The network heals. Until nothing changes any more; what was left as late is taken in by whoever works there. */
async function heal(year: Year): Promise<void> {
  year.isBad = false;
  for (let turn = 0, before = ""; turn < 30; turn += 1) {
    for (const device of devicesOf(year)) {
      if ((await device.round()).unknown) await letInAgain(year, device);
    }
    for (const caseId of year.cases) await takeInLate(year, caseId);
    const reached = await reachOf(year);
    if (reached === before) return;
    before = reached;
  }
}

async function judge(seed: number, year: Year): Promise<Outcome> {
  const { cases, happened } = year;
  const all = devicesOf(year);
  const diverged: string[] = [];
  const lost: string[] = [];
  let compared = 0;
  happened.forks = all.reduce((sum, device) => sum + device.relabelled, 0);
  for (const [i, caseId] of cases.entries()) {
    const current = await currentOf(caseId, all);
    compared += Math.max(0, current.length - 1);
    for (const one of divergedIn(caseId, current)) {
      diverged.push(`seed ${seed}: device ${one} of case ${i} shows another file`);
    }
    for (const what of lostIn(caseId, current, all)) lost.push(`seed ${seed}: ${what} of case ${i}`);
    if (current[0]) happened.conflicts += conflictsOn(current[0], caseId);
  }
  return { seed, happened, compared, diverged, lost };
}

export async function simulate(seed: number, tables: SimulatedTables, ops = 200): Promise<Outcome> {
  const year = await beginning(seed, tables);
  year.isBad = true;
  for (let turn = 0; turn < ops; turn += 1) await step(year, turn);
  await heal(year);
  return judge(seed, year);
}
