import { agencyIdOf } from "../../src/protocol/agencyId.ts";
import type { LogName } from "../../src/protocol/logs.ts";
import type { RosterSaying } from "../../src/protocol/rosterSaying.ts";
import {
  encodeStatement,
  type KnownStatement,
  statementDigest,
  statementIdOf,
} from "../../src/protocol/statement.ts";
import { createRelay, type Relay } from "../../src/server/relay.ts";
import type { Tables } from "../../src/server/tables.ts";
import { type RelayCalls, RelayProblem } from "../../src/sync/relayCalls.ts";
import { nextStatement } from "../../src/sync/saying.ts";
import { canonical } from "../domain/histories.ts";
import { type Chance, createChance } from "./chance.ts";
import { createSigner, isQuicklySigned } from "./quickSigning.ts";
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
  /** Sentences that say what is wrong; none where all is well. */
  readonly diverged: readonly string[];
  readonly lost: readonly string[];
};

type Person = { readonly member: string; readonly devices: SimulatedDevice[] };

const day = 86_400_000;
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

type Counters = { -readonly [K in keyof Happened]: Happened[K] };

class Silence extends RelayProblem {
  constructor() {
    super("offline");
  }
}

/** A network that loses questions, loses answers, and asks twice. */
function badNetwork(
  relay: Relay,
  agency: string,
  chance: Chance,
  counters: Counters,
  isBad: () => boolean,
): RelayCallsOf {
  return (device) => {
    const caller = () => ({ agency, device: device() });
    const through = async <T>(call: () => Promise<T>): Promise<T> => {
      const luck = isBad() ? chance.next() : 1;
      if (luck < 0.06) {
        counters.failedCalls += 1;
        throw new Silence();
      }
      if (luck < 0.1) await call();
      const answer = await call();
      if (luck >= 0.1 && luck < 0.16) {
        counters.failedCalls += 1;
        throw new Silence();
      }
      return answer;
    };
    const calls: RelayCalls = {
      push: (log, rows, isNew) => through(() => relay.push(caller(), log, rows, isNew)),
      pull: (log, after) => through(() => relay.pull(caller(), log, after, 1 + chance.below(8))),
      ids: (log, after) => through(() => relay.ids(caller(), log, after, 1 + chance.below(40))),
      heads: () => through(() => relay.heads(caller())),
      late: (caseId, rows) => through(() => relay.late(caller(), caseId, rows)),
      missing: (caseId, names) => through(() => relay.missing(caller(), caseId, names)),
      lateOf: (caseId) => through(() => relay.lateOf(caller(), caseId)),
    };
    return calls;
  };
}

/** Rounds that the network breaks off go on the next time. Anything else is a fault of ours. */
async function quietly(step: () => Promise<unknown>): Promise<boolean> {
  try {
    await step();
    return true;
  } catch (error) {
    if (error instanceof Silence) return false;
    throw error;
  }
}

export async function simulate(seed: number, tables: SimulatedTables, ops = 200): Promise<Outcome> {
  const chance = createChance(seed);
  const counters: Counters = {
    ...{ writes: 0, rollbacks: 0, forks: 0, clones: 0, vanished: 0, removals: 0 },
    ...{ revocations: 0, conflicts: 0, takenIn: 0, failedCalls: 0 },
  };
  let isBad = false;
  let time = 1_790_000_000_000;
  const relay = createRelay({ tables, verify: isQuicklySigned, clock: () => time });
  const root = createSigner(chance.bytes(32));
  const agency = agencyIdOf(root.id) ?? "";
  const calls = badNetwork(relay, agency, chance, counters, () => isBad);
  const rosterLog: LogName = { agency, kind: "roster", case: "" };

  const newDevice = (member: string): SimulatedDevice => {
    const skew = chance.below(60) - 30;
    const signer = createSigner(chance.bytes(32));
    const recipient = `age1${hex(chance.bytes(8))}`;
    return createDevice(
      { agency, chance, relay: calls, clock: () => time + skew * day },
      { signer, recipient, member },
    );
  };
  const people = Array.from({ length: 3 }, (_, i): Person => {
    const member = hex(chance.bytes(16));
    return {
      member,
      devices: Array.from({ length: i === 1 ? 2 : 1 + chance.below(2) }, () => newDevice(member)),
    };
  });

  const rootStatements: KnownStatement[] = [];
  async function rootSays(says: RosterSaying): Promise<void> {
    const statement = nextStatement(rosterLog, root.id, rootStatements, time, says);
    rootStatements.push({ ...statement, id: statementIdOf(statement) });
    const signature = root.sign("roster", statementDigest(statement));
    const { answers } = await relay.found(agency, [encodeStatement({ statement, signature })]);
    if (!answers.every((one) => "seq" in one)) throw new Error("the agency could not be founded");
  }
  await rootSays({ kind: "founded", recovery: "age1recovery" });
  for (const [i, { member, devices }] of people.entries()) {
    for (const device of devices) {
      const { signer, recipient } = device.identity();
      const role = i === 0 ? "administrator" : "worker";
      await rootSays({ kind: "admitted", member, device: signer.id, recipient, role });
    }
  }

  const cases = [hex(chance.bytes(16)), hex(chance.bytes(16))];
  const membersLog = (caseId: string): LogName => ({ agency, kind: "members", case: caseId });
  for (const [i, caseId] of cases.entries()) {
    const first = people[i]?.devices[0];
    if (!first) continue;
    await first.makeKey(caseId);
    await first.round();
    await first.write(caseId, 0, `before ${i}`);
    await first.exchange().openCase(caseId);
    for (const { member } of people) {
      if (member === first.identity().member) continue;
      await first.exchange().say(membersLog(caseId), { kind: "added", member, right: "write" });
    }
    await first.round();
  }

  const written = new Set(cases.map((_, i) => `before ${i}`));
  const live = (): SimulatedDevice[] => people.flatMap(({ devices }) => devices);
  const backups: unknown[] = [await tables.backup()];

  async function step(turn: number): Promise<void> {
    time += chance.below(3_600_000);
    const device = chance.pick(live());
    const caseId = chance.pick(cases);
    if (!device || caseId === undefined) return;
    const luck = chance.next();
    if (luck < 0.55) {
      const value = `v${turn}`;
      const before = device.ledger.rows(caseId).length;
      await device.write(caseId, chance.below(4), value);
      if (device.ledger.rows(caseId).length > before) {
        written.add(value);
        counters.writes += 1;
      }
    } else if (luck < 0.9) await quietly(() => device.round());
    else if (luck < 0.92) backups.push(await tables.backup());
    else if (luck < 0.935) {
      await tables.restore(chance.pick(backups));
      counters.rollbacks += 1;
    } else if (luck < 0.95) await changeMembers(device, caseId);
    else if (luck < 0.96) await cloneOne(device);
    else if (luck < 0.97) vanish(device);
    else if (luck < 0.975) await revokeOne();
    else await quietly(() => device.round());
  }

  async function changeMembers(device: SimulatedDevice, caseId: string): Promise<void> {
    await quietly(async () => {
      const { members } = await device.exchange().membership(caseId);
      const other = chance.pick(people)?.member ?? "";
      const own = device.identity().member;
      if (other === own || !members.has(own)) return;
      if (!members.has(other)) {
        await device.exchange().say(membersLog(caseId), { kind: "added", member: other, right: "write" });
      } else if (await device.exchange().remove(caseId, other)) counters.removals += 1;
    });
  }

  async function cloneOne(device: SimulatedDevice): Promise<void> {
    const person = people.find(({ member }) => member === device.identity().member);
    if (!person || person.devices.length > 2) return;
    person.devices.push(device.clone(calls));
    counters.clones += 1;
  }

  /** Never the last one of a person: somebody must be left to compare with. */
  function vanish(device: SimulatedDevice): void {
    const person = people.find(({ member }) => member === device.identity().member);
    if (!person || person.devices.length < 2) return;
    person.devices.splice(person.devices.indexOf(device), 1);
    counters.vanished += 1;
  }

  async function revokeOne(): Promise<void> {
    const administrator = people[0]?.devices[0];
    const person = people[1];
    const lost = person?.devices[1];
    if (!administrator || !person || !lost) return;
    await quietly(async () => {
      await administrator.round();
      const statements = await administrator.ledger.statements(rosterLog);
      const says = {
        kind: "revoked",
        device: lost.identity().signer.id,
        statements: statements.length,
      } as const;
      if (await administrator.exchange().say(rosterLog, says)) counters.revocations += 1;
    });
  }

  isBad = true;
  for (let turn = 0; turn < ops; turn += 1) {
    await step(turn);
  }
  isBad = false;

  // The network heals. Until nothing changes any more; what was left as late is taken in by whoever works there.
  let before = "";
  for (let turn = 0; turn < 30; turn += 1) {
    for (const device of live()) await device.round();
    for (const caseId of cases) await takeInLate(caseId);
    const now = JSON.stringify(live().map((device) => cases.map((id) => device.ledger.rows(id).length)));
    const heads = JSON.stringify(await Promise.all(live().map((device) => heardOf(device))));
    if (now + heads === before) break;
    before = now + heads;
  }

  async function heardOf(device: SimulatedDevice): Promise<unknown> {
    const logs = [
      rosterLog,
      ...cases.flatMap((id) => [membersLog(id), { ...membersLog(id), kind: "entries" as const }]),
    ];
    return Promise.all(logs.map((log) => device.ledger.cursor(log)));
  }

  async function takeInLate(caseId: string): Promise<void> {
    for (const device of live()) {
      for (const [by, n] of await device.exchange().toReview(caseId)) {
        if (await device.exchange().takeIn(caseId, by, n)) counters.takenIn += 1;
      }
    }
  }

  return judge();

  async function judge(): Promise<Outcome> {
    const diverged: string[] = [];
    const lost: string[] = [];
    counters.forks = live().reduce((sum, device) => sum + device.relabelled, 0);
    for (const caseId of cases) {
      const current: SimulatedDevice[] = [];
      for (const device of live()) {
        const { members } = await device.exchange().membership(caseId);
        const roster = await device.exchange().roster();
        const known = roster.devices.get(device.identity().signer.id);
        if (known && !known.revoked && members.has(known.member)) current.push(device);
      }
      const shown = current.map((device) => JSON.stringify(canonical(device.ledger.file(caseId))));
      const [one] = shown;
      for (const [i, other] of shown.entries()) {
        if (other !== one)
          diverged.push(`seed ${seed}: device ${i} of case ${cases.indexOf(caseId)} shows another file`);
      }
      const file = current[0]?.ledger.file(caseId);
      counters.conflicts += [...(file?.records.values() ?? [])]
        .flatMap((places) => [...places.values()])
        .filter(({ heads }) => heads.length > 1).length;
      lost.push(...lostIn(caseId, current));
    }
    return { seed, happened: counters, diverged, lost };
  }

  /** Values that somebody still has, and that neither stand nor were replaced by an author who had seen them. */
  function lostIn(caseId: string, current: readonly SimulatedDevice[]): string[] {
    const standing = new Set<unknown>();
    const answered = new Set<string>();
    const reference = current[0];
    if (!reference) return [];
    for (const { entry, stands, held } of reference.ledger.rows(caseId)) {
      if (!entry || !stands || held === "fork" || held === "sealed-anew") continue;
      for (const op of entry.ops) {
        standing.add(op.value);
        for (const id of op.over) answered.add(id);
      }
    }
    const isCurrent = new Set(current);
    const missing = new Set<string>();
    for (const device of live()) {
      const own = device.identity().signer.id;
      for (const row of device.ledger.rows(caseId)) {
        if (!row.entry || (!isCurrent.has(device) && row.device !== own)) continue;
        for (const op of row.entry.ops) {
          if (standing.has(op.value) || answered.has(row.id)) continue;
          missing.add(
            `seed ${seed}: ${String(op.value)} of case ${cases.indexOf(caseId)} (${row.held ?? "held by nobody"})`,
          );
        }
      }
    }
    return [...missing];
  }
}
