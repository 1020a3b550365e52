import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { LogName } from "../../../src/protocol/logs.ts";
import { startCluster } from "../../postgres.ts";
import type { Written } from "../../server/people.ts";
import { median, type Result } from "../measure.ts";
import { createWorkers, type Device, patiently, rowsAtOnce, type Workers } from "./devices.ts";
import { lightFetch } from "./lightFetch.ts";
import { createPlain } from "./plainInsert.ts";
import { type RelayProcess, startRelay } from "./process.ts";

/** What is measured of the relay itself, in a process of its own over a PostgreSQL that keeps what it was given. */
export type RelayMeasure = { readonly name: string; readonly run: () => Promise<readonly Result[]> };

const writers = 16;
const rounds = 8;
const warmUps = 3;
const portionsEach = 8;

async function withRelay<T>(use: (relay: RelayProcess, databaseUrl: string) => Promise<T>): Promise<T> {
  const cluster = await startCluster({ isDurable: true });
  try {
    const relay = await startRelay(cluster.urlOf("postgres"));
    try {
      return await use(relay, cluster.urlOf("postgres"));
    } finally {
      await relay.stop();
    }
  } finally {
    cluster.stop();
  }
}

// What a round's rows were made with is collected before the clock runs: else whoever goes first would pay for it.
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

type Task = { readonly device: Device; readonly log: LogName; readonly portions: readonly Written[][] };

/** Rows per second of all writers together, each sending its portions one after the other. */
async function perSecond(
  tasks: readonly Task[],
  send: (task: Task, rows: readonly Written[]) => Promise<void>,
) {
  const start = performance.now();
  await Promise.all(
    tasks.map(async (task) => {
      for (const rows of task.portions) await send(task, rows);
    }),
  );
  const rows = tasks.reduce((sum, { portions }) => sum + portions.length * rowsAtOnce, 0);
  return rows / ((performance.now() - start) / 1000);
}

/** The same by one writer. */
async function inTurn(tasks: readonly Task[], send: (task: Task, rows: readonly Written[]) => Promise<void>) {
  const speeds: number[] = [];
  for (const task of tasks) speeds.push(await perSecond([task], send));
  return speeds.length / speeds.reduce((sum, speed) => sum + 1 / speed, 0);
}

async function pushed({ device, log }: Task, rows: readonly Written[]): Promise<void> {
  const bytes = rows.map((one) => one.bytes);
  const answer = await patiently(() => device.relay.push(log, bytes, true));
  if ("denied" in answer || answer.answers.some((one) => !("seq" in one)))
    throw new Error("The relay refused.");
}

async function tasksOf(
  { devices, portions }: Workers,
  logs: readonly LogName[],
  each: number,
): Promise<Task[]> {
  const tasks: Task[] = [];
  for (const [index, device] of devices.slice(0, writers).entries()) {
    const log = logs[index % logs.length];
    if (log) tasks.push({ device, log, portions: await portions(device, log, each) });
  }
  return tasks;
}

type Speeds = { relay: number; plain: number; oneByOne: number };

/**
 * The relay, as many plain writers as it has devices, and one plain writer alone, in turn over rows of the same kind, so that a
 * slower moment of the machine is one of all. The bar is held against the many.
 */
async function compared(
  id: string,
  workers: Workers,
  logs: readonly LogName[],
  databaseUrl: string,
): Promise<Result[]> {
  const plain = await createPlain(databaseUrl, writers);
  const insert = ({ device, log }: Task, rows: readonly Written[]) =>
    plain.insert(log, device.signer.id, rows);
  const speeds: Speeds[] = [];
  for (let round = 1 - warmUps; round <= rounds; round += 1) {
    const tasks = await tasksOf(workers, logs, portionsEach);
    const alone = (await tasksOf(workers, logs, 1)).slice(0, writers);
    const speed: Speeds = { relay: 0, plain: 0, oneByOne: 0 };
    const isRelayFirst = round % 2 === 0;
    const relayed = async () => {
      collect();
      speed.relay = await perSecond(tasks, pushed);
    };
    if (isRelayFirst) await relayed();
    collect();
    speed.plain = await perSecond(tasks, insert);
    if (!isRelayFirst) await relayed();
    collect();
    speed.oneByOne = await inTurn(alone, insert);
    // Of what `alone` has, the relay lacks nothing afterwards: numbers go on without a gap.
    await perSecond(alone, pushed);
    // A relay runs for months: its first second is not what is measured.
    if (round > 0) speeds.push(speed);
  }
  await plain.close();
  const middle = (of: (speed: Speeds) => number): number => median(speeds.map(of));
  return [
    { id: `${id}.perSecond`, value: middle(({ relay }) => relay), unit: "count" },
    { id: `${id}.plainPerSecond`, value: middle((one) => one.plain), unit: "count" },
    { id: `${id}.plainOneByOnePerSecond`, value: middle((one) => one.oneByOne), unit: "count" },
    { id: `${id}.timeAgainstPlain`, value: middle((one) => one.plain / one.relay), unit: "ratio", atMost: 2 },
    { id: `${id}.timeAgainstOneByOne`, value: middle((one) => one.oneByOne / one.relay), unit: "ratio" },
  ];
}

const pushing = (isOneCase: boolean): RelayMeasure => {
  const name = isOneCase ? "relay.pushOneCase" : "relay.pushSixteenCases";
  const run = () =>
    withRelay(async (relay, databaseUrl) => {
      const workers = await createWorkers(relay, writers, lightFetch);
      const logs: LogName[] = isOneCase ? [await workers.openCase(workers.devices)] : [];
      if (!isOneCase) for (const device of workers.devices) logs.push(await workers.openCase([device]));
      return compared(name, workers, logs, databaseUrl);
    });
  return { name, run };
};

const megabyte = 1024 * 1024;

/** Grown by less than this from 50,000 to 200,000 entries: Node collects when it likes, and the keys of the cache are small. */
const mostGrown = 64 * megabyte;

const memory: RelayMeasure = {
  name: "relay.memory",
  run: () =>
    withRelay(async (relay) => {
      const workers = await createWorkers(relay, writers);
      const logs: LogName[] = [];
      for (const device of workers.devices) logs.push(await workers.openCase([device]));
      const held: number[] = [];
      const each = 4;
      for (let entries = 0; entries < 200_000; entries += writers * each * rowsAtOnce) {
        await perSecond(await tasksOf(workers, logs, each), pushed);
        held.push(await relay.memory());
      }
      const quarter = Math.ceil(held.length / 4);
      const early = Math.max(...held.slice(0, quarter));
      const late = Math.max(...held.slice(-quarter));
      return [
        { id: "relay.memory.first50000", value: early, unit: "bytes" },
        { id: "relay.memory.last50000", value: late, unit: "bytes" },
        { id: "relay.memory.grown", value: Math.max(0, late - early), unit: "bytes", atMost: mostGrown },
      ];
    }),
};

const idlePokes = 1000;
/** So many a device may hold. */
const pokesEach = 4;

const pokes: RelayMeasure = {
  name: "relay.pokes",
  run: () =>
    withRelay(async (relay) => {
      const { devices } = await createWorkers(relay, idlePokes / pokesEach);
      for (const { relay: one } of devices) await patiently(() => one.heads());
      const before = await relay.memory();
      const leaving = new AbortController();
      const waiting = devices.flatMap(({ relay: one }) =>
        Array.from(
          { length: pokesEach },
          () =>
            new Promise<void>((ready, failed) => {
              one.poke(() => ready(), leaving.signal).then(() => failed(new Error("not let wait")), failed);
            }),
        ),
      );
      await Promise.all(waiting);
      const after = await relay.memory();
      leaving.abort();
      return [
        { id: "relay.pokes.memoryBefore", value: before, unit: "bytes" },
        { id: "relay.pokes.memoryOf1000", value: after - before, unit: "bytes" },
      ];
    }),
};

export const relayMeasures: readonly RelayMeasure[] = [pushing(false), pushing(true), memory, pokes];
