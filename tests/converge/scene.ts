import type { LogName } from "../../src/protocol/logs.ts";
import type { MembershipSaying } from "../../src/protocol/membershipSaying.ts";
import type { RosterSaying } from "../../src/protocol/rosterSaying.ts";
import { contextOf, encodeStatement, statementDigest } from "../../src/protocol/statement.ts";
import { push } from "../../src/server/logs.ts";
import { readEntries, readStatements } from "../../src/server/offered.ts";
import { readStatement } from "../../src/sync/localLogs.ts";
import type { RelayCalls } from "../../src/sync/relayCalls.ts";
import { nextStatement } from "../../src/sync/saying.ts";
import { createMemoryTables } from "../server/memoryTables.ts";
import { callsTo } from "./badNetwork.ts";
import { createChance } from "./chance.ts";
import { currentOf, lostIn, shownOn } from "./losses.ts";
import { createSigner, isQuicklySigned } from "./quickSigning.ts";
import { createSimulatedAgency, hex } from "./simulatedAgency.ts";
import { createDevice, type SimulatedDevice } from "./simulatedDevice.ts";

/** What a relay or a network answers in the place of the honest one; whatever is not named stays honest. */
export type Lie = (honest: RelayCalls, device: string) => Partial<RelayCalls>;

const pages = { rows: () => 200, ids: () => 10_000 };

/**
 * A history that is written out, step by step: Anna, an administrator, has opened a family in which Bram and Carla work too;
 * Dirk belongs to the agency only. Each has one tablet with the real exchange, over the relay's own code.
 */
export async function createScene() {
  const chance = createChance(1);
  const tables = createMemoryTables();
  const world = createSimulatedAgency({ tables, chance, clock: () => 1_790_000_000_000 });
  const { relay, agency } = world;
  const caseId = hex(chance.bytes(16));
  const entries = world.entriesLog(caseId);
  let lie: Lie | undefined;
  let place = 0;

  const relayOf = (identity: () => string): RelayCalls => {
    const honest = (): RelayCalls => callsTo(relay, agency, identity(), pages);
    const calls = (): RelayCalls => {
      const true_ = honest();
      return { ...true_, ...lie?.(true_, identity()) };
    };
    return {
      push: (...asked) => calls().push(...asked),
      pull: (...asked) => calls().pull(...asked),
      // What is told of one log is told of it among others too.
      pulls: async (asked) => ({
        answers: await Promise.all(asked.map(({ log, after }) => calls().pull(log, after))),
      }),
      ids: (...asked) => calls().ids(...asked),
      heads: () => calls().heads(),
      late: (...asked) => calls().late(...asked),
      missing: (...asked) => calls().missing(...asked),
      lateOf: (...asked) => calls().lateOf(...asked),
    };
  };

  function tabletOf(member: string): SimulatedDevice {
    const recipient = `age1${hex(chance.bytes(8))}`;
    const signer = createSigner(chance.bytes(32));
    const needs = { agency, chance, relay: relayOf, clock: () => 1_790_000_000_000 };
    return createDevice(needs, { signer, recipient, member });
  }
  const newcomer = (): SimulatedDevice => tabletOf(hex(chance.bytes(16)));
  const [anna, bram, carla, dirk] = [newcomer(), newcomer(), newcomer(), newcomer()];
  const all = [anna, bram, carla, dirk];

  await world.found();
  for (const device of all) await world.admit(device, device === anna ? "administrator" : "worker");
  const others = [bram, carla].map((device) => device.identity().member);
  await world.openCase(anna, caseId, others, "the first");

  /** Rounds of these until nothing moves any more; of all that are left, where none is named. */
  async function settle(...devices: readonly SimulatedDevice[]): Promise<void> {
    for (let turn = 0, before = ""; turn < 20; turn += 1) {
      const who = devices.length > 0 ? devices : all;
      for (const device of who) await device.round();
      const now = JSON.stringify(
        await Promise.all(
          who.map(async ({ ledger }) => [ledger.rows(caseId).length, await ledger.cursor(entries)]),
        ),
      );
      if (now === before) return;
      before = now;
    }
    throw new Error("it does not come to rest");
  }
  await settle();

  return {
    ...world,
    tables,
    caseId,
    members: world.membersLog(caseId),
    entries,
    anna,
    bram,
    carla,
    dirk,
    settle,
    /** From now on; without one, the relay is honest. */
    lie: (told?: Lie): void => {
      lie = told;
    },
    /** Each value in a place of its own, so that none answers another. */
    async write(device: SimulatedDevice, value: string): Promise<void> {
      place += 1;
      const before = device.ledger.rows(caseId).length;
      await device.write(caseId, place, value);
      if (device.ledger.rows(caseId).length === before) throw new Error("there is no key to write with");
    },
    shows: (device: SimulatedDevice, value: string): boolean =>
      shownOn(device, caseId).includes(`"${value}"`),
    vanish: (device: SimulatedDevice): void => void all.splice(all.indexOf(device), 1),
    async secondTablet(device: SimulatedDevice): Promise<SimulatedDevice> {
      const second = tabletOf(device.identity().member);
      await world.admit(second, device === anna ? "administrator" : "worker");
      all.push(second);
      return second;
    },
    clone(device: SimulatedDevice): SimulatedDevice {
      const twin = device.clone(relayOf);
      all.push(twin);
      return twin;
    },
    /** A relay that lets everybody in: what it would have refused is in the log. */
    async forceIn(device: SimulatedDevice): Promise<void> {
      const rows = await device.ledger.unsent(caseId, 200, 1_000_000);
      const offered = await readEntries(
        isQuicklySigned,
        entries,
        rows.map(({ bytes }) => bytes),
        device.identity().signer.id,
      );
      const read = offered.flatMap((one) => ("row" in one ? [one.row] : []));
      await tables.inAgency(agency, (shard) => push(shard, entries, read, () => undefined, 1));
    },
    /** A statement that an honest relay would refuse, in the log all the same. */
    async forceSaid(by: SimulatedDevice, log: LogName, says: RosterSaying | MembershipSaying): Promise<void> {
      const { signer } = by.identity();
      const kept = await by.ledger.statements(log);
      const known = kept.flatMap(({ bytes }) => readStatement(log, bytes)?.statement ?? []);
      const statement = nextStatement(log, signer.id, known, 0, says);
      const signature = signer.sign(contextOf(statement), statementDigest(statement));
      const bytes = encodeStatement({ statement, signature });
      const offered = await readStatements(isQuicklySigned, log, [bytes]);
      const read = offered.flatMap((one) => ("row" in one ? [one.row] : []));
      await tables.inAgency(agency, (shard) => push(shard, log, read, () => undefined, 1));
    },
    /** Takes in whatever waits for it, and rests. */
    async takeInAll(by: SimulatedDevice): Promise<void> {
      for (const [device, n] of await by.exchange().toReview(caseId))
        await by.exchange().takeIn(caseId, device, n);
      await settle();
    },
    /** What somebody holds and that neither stands nor was answered; and whether all who work here show the same. */
    async wrongs(): Promise<readonly string[]> {
      const current = await currentOf(caseId, all);
      const shown = new Set(current.map((device) => shownOn(device, caseId)));
      return [...lostIn(caseId, current, all), ...(shown.size > 1 ? ["they show different files"] : [])];
    },
  };
}

export type Scene = Awaited<ReturnType<typeof createScene>>;

export const nameOf = (device: SimulatedDevice): string => device.identity().signer.id;
export const memberOf = (device: SimulatedDevice): string => device.identity().member;

/** Which of these values which of these devices does not show. */
export const missingOn = (
  { shows }: Scene,
  devices: readonly SimulatedDevice[],
  ...values: readonly string[]
): readonly string[] =>
  devices.flatMap((device, i) =>
    values.flatMap((value) => (shows(device, value) ? [] : [`${value} on device ${i}`])),
  );

/** Anna lets Carla go; nobody but her hears of it yet. */
export const letCarlaGo = ({ anna, carla, caseId }: Scene): Promise<boolean> =>
  anna.exchange().remove(caseId, memberOf(carla));
