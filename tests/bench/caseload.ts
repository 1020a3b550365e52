import { annotate, answerItem } from "../../src/commands/answer.ts";
import type { Command } from "../../src/commands/command.ts";
import { type Appender, createDoor } from "../../src/commands/door.ts";
import { openFamily, writePerson } from "../../src/commands/family.ts";
import { noteDown, writeGoal } from "../../src/commands/plan.ts";
import { beginVisit, finishVisit, planVisit } from "../../src/commands/visit.ts";
import { isAcceptable } from "../../src/domain/acceptable.ts";
import { emptyCaseFile } from "../../src/domain/casefile.ts";
import type { Entry, Value } from "../../src/domain/entry.ts";
import { foldInto } from "../../src/domain/fold.ts";
import {
  type CaseId,
  type DeviceId,
  type RecordId,
  type RunKey,
  recordIdFrom,
} from "../../src/domain/ids.ts";
import { fields, type Group, type Instrument, type Item, inputOf } from "../../src/domain/instrument.ts";
import { instruments } from "../../src/domain/instruments/list.ts";
import { personFields, type Role } from "../../src/domain/people.ts";
import { chainAfter } from "../../src/protocol/runningHash.ts";
import { writeCache } from "../../src/store/cache.ts";
import type { Database, EntryRow } from "../../src/store/database.ts";
import { toInside } from "../../src/store/entryCodec.ts";
import type { JournalKeys } from "../../src/store/journal.ts";
import { sealEntry } from "../../src/vault/seal.ts";

/** Cases as they are after months of visits, written through the real commands, the real door and the real seal. */

export const worker = { id: "1f".repeat(16) as RecordId, name: "Marit" };

export const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

const firstMoment = Date.UTC(2026, 0, 5, 14);

export type Written = { readonly entries: number; readonly places: number };

/**
 * A journal that keeps its rows until `finish`: the entries are planned, sealed, signed and chained one by one as the
 * real journal does, and reach the disk a thousand at a time. At the end it writes the caches that the journal writes
 * before a lock, from the file that it kept folded: opening 50,000 entries anew to fold them would double the time.
 */
export function bulkJournal(database: Database, keys: JournalKeys, caseId: CaseId) {
  let file = emptyCaseFile(caseId);
  let prev = "";
  let chain = "";
  let n = 0;
  let waiting: EntryRow[] = [];
  const flush = async (): Promise<void> => {
    const rows = waiting;
    waiting = [];
    await database.entries.bulkAdd(rows);
  };
  const finish = async (): Promise<void> => {
    await flush();
    await writeCache(database, await keys.blobKey(caseId), file, [], { arrived: n, chain });
  };
  const appender: Appender = {
    async append(_caseId, plan) {
      const planned = plan(file);
      if (!planned) return undefined;
      const caseKey = keys.caseKey(caseId);
      if (!caseKey) throw new Error("the vault is locked");
      n += 1;
      const inside = toInside(planned, file.counts);
      const sealer = { caseKey, sign: keys.sign, device: keys.device };
      const { id, bytes } = await sealEntry(sealer, { case: caseId, n, prev }, inside);
      chain = chainAfter(chain, id);
      prev = id;
      const { device } = keys;
      waiting.push({
        id,
        case: caseId,
        arrived: n,
        chain,
        device,
        n,
        state: "folded",
        sealed: bytes,
        unsent: 1,
      });
      const entry: Entry = { ...planned, id: id as Entry["id"], device: device as DeviceId, n };
      file = foldInto(file, [entry]);
      if (waiting.length === 1000) await flush();
      return entry;
    },
  };
  const written = (): Written => ({
    entries: n,
    places: [...file.records.values()].reduce((sum, record) => sum + record.size, 0),
  });
  return { ...appender, finish, written };
}

const people: readonly { readonly name: string; readonly roles: readonly Role[] }[] = [
  { name: "Elif Demir", roles: ["parent-other"] },
  { name: "Bram de Wit", roles: ["parent-concern"] },
  { name: "Noor", roles: ["child"] },
  { name: "Sem", roles: ["child"] },
  { name: "Oma Sevim", roles: ["relative", "trusted-adult"] },
];

const sentences = [
  "Op woensdag en vrijdag past oma op, dan is er rust in huis en kan mama slapen na haar dienst.",
  "Hij zei dat hij wegloopt als het te veel wordt, en dat de kinderen dat niet mogen zien.",
  "Zij noemt een 4 omdat er deze week twee avonden zonder ruzie waren; vorige week was dat er een.",
  "Afgesproken dat we dit de volgende keer met school erbij bespreken.",
];

/** What may stand there, another at each round; undefined where the item takes no answer by itself. */
function valueFor(instrument: Instrument, group: Group, item: Item, seed: number): Value | undefined {
  const input = inputOf(group, item);
  const candidates: readonly Value[] = [
    ...(item.choices ? [item.choices[seed % item.choices.length] ?? ""] : []),
    ...(input === "longText" || input === "text" ? [`${sentences[seed % 4]} (${seed})`] : []),
    ["yes", "no", "unknown"][seed % 3] ?? "no",
    seed % 11,
    seed % 2 === 0,
  ];
  return candidates.find((value) => isAcceptable(instrument, item.id, value));
}

const answerable = instruments.flatMap((instrument) =>
  instrument.groups
    .filter((group) => !group.rows && !group.rowOf && !group.single)
    .flatMap((group) => group.items.map((item) => ({ instrument, group, item }))),
);

export type Story = {
  /** How many entries the story has when it is told once. */
  readonly entries: number;
  /** Told anew, in the same places and no others, until there are so many. */
  readonly retoldUntil?: number;
  readonly name?: string;
};

/** Some 120 entries a visit: answers in several voices, each sixth answered again, notes beside them, goals. */
export async function tellStory(journal: Appender, caseId: CaseId, story: Story): Promise<void> {
  let written = 0;
  let made = 0;
  let voice = worker.id;
  const { entries, retoldUntil = entries, name = "Gezin Demir" } = story;
  const door = createDoor({
    journal,
    author: () => worker,
    now: () => ({ wall: firstMoment + written * 60_000, zone: 60 }),
    random,
    mode: () => ({ kind: "worker" }),
  });
  const write = async <Args>(command: Command<Args>, args: Args, visit?: RecordId): Promise<void> => {
    const outcome = await door.run(caseId, command, args, { voice, ...(visit ? { visit } : {}) });
    if (!outcome.ok) throw new Error(outcome.refused);
    if (outcome.entry) written += 1;
  };
  // The same record in every round, and another in every case.
  const salt = recordIdFrom(random(16)).slice(0, 24);
  const record = (): RecordId => {
    made += 1;
    return `${salt}${made.toString(16).padStart(8, "0")}` as RecordId;
  };
  // How far the first telling came, in steps: the next ones stop there, however many entries that makes.
  let steps = Number.POSITIVE_INFINITY;
  for (let round = 0; written < Math.max(entries, retoldUntil); round += 1) {
    made = 0;
    const isOver = (at: number): boolean => (round === 0 ? written >= entries : at >= steps);
    await write(openFamily, { name: `${name}${round === 0 ? "" : ` (${round})`}` });
    const ids: RecordId[] = [];
    for (const { name: own, roles } of people) {
      const id = record();
      ids.push(id);
      const values = Object.fromEntries(roles.map((role) => [personFields.role(role), true]));
      await write(writePerson, { record: id, values: { name: own, note: `${round}`, ...values } });
    }
    const goal = record();
    await write(writeGoal, { record: goal, values: { "i-would-like": `Ik zou graag rust willen ${round}` } });
    let at = 0;
    while (!isOver(at)) {
      const visit = record();
      await write(planVisit, { record: visit, values: { location: "home", reason: `${round}` } });
      await write(beginVisit, { visit });
      for (let i = 0; i < 110 && !isOver(at); i += 1, at += 1) {
        const { instrument, group, item } = answerable[at % answerable.length] ?? answerable[0] ?? never();
        const value = valueFor(instrument, group, item, at + round);
        if (value === undefined) continue;
        voice = ids[at % 2] ?? worker.id;
        const about = ids[2 + (at % 2)] ?? worker.id;
        const key: RunKey = { instrument: instrument.id, about, voice, visit };
        await write(answerItem, { instrument, key, item: item.id, value }, visit);
        const field = fields.note(item.id);
        if (i % 6 === 0) await write(annotate, { key, field, value: `${sentences[i % 4]} ${round}` }, visit);
        const again = valueFor(instrument, group, item, at + round + 1);
        if (i % 6 === 3 && again !== undefined) {
          await write(answerItem, { instrument, key, item: item.id, value: again }, visit);
        }
        voice = worker.id;
      }
      await write(noteDown, { record: record(), values: { text: `${sentences[made % 4]} ${round}` } });
      await write(finishVisit, { visit });
    }
    steps = Math.min(steps, at);
  }
}

function never(): never {
  throw new Error("there are no instruments");
}
