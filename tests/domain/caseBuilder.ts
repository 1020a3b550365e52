import { answerItem } from "../../src/commands/answer.ts";
import type { Command } from "../../src/commands/command.ts";
import {
  type Appender,
  createDoor,
  type Door,
  type How,
  type Mode,
  type Outcome,
} from "../../src/commands/door.ts";
import { openFamily, writePerson } from "../../src/commands/family.ts";
import { beginVisit, finishVisit, planVisit } from "../../src/commands/visit.ts";
import { type CaseFile, emptyCaseFile, recordsOf } from "../../src/domain/casefile.ts";
import type { Entry, Value } from "../../src/domain/entry.ts";
import { foldInto } from "../../src/domain/fold.ts";
import {
  type CaseId,
  type DeviceId,
  type EntryId,
  familyRecord,
  type RecordId,
  type RunKey,
  runId,
} from "../../src/domain/ids.ts";
import type { Instrument } from "../../src/domain/instrument.ts";
import { instrumentById } from "../../src/domain/instruments/list.ts";
import { personFields, type Role } from "../../src/domain/people.ts";
import type { RuleContext } from "../../src/domain/rules/rule.ts";

/**
 * A case in memory, written through the real commands and the real door. Verbs for a test:
 *
 *   const family = await newCase();
 *   const elif = await family.person("Elif", ["parent-concern"]);
 *   const visit = await family.visit();
 *   const run = await family.answer("stress-sources", { about: elif, voice: elif, visit }, { "parent-health": "yes" });
 *   findingsOf(family.context(run));
 *
 * `as(worker)` is a second pair of hands on the same case; `apart()` a second device that has seen what is there now,
 * and `merge` brings both together.
 */
export const theCase = "case-1" as CaseId;
export const marit = { id: "worker-marit" as RecordId, name: "Marit" };
export const youssef = { id: "worker-youssef" as RecordId, name: "Youssef" };
export const today = { year: 2026, month: 11, day: 26 };

/** Thursday 26 November 2026, 15:30 in Amsterdam; every entry is written a minute after the one before. */
const start = { wall: Date.UTC(2026, 10, 26, 14, 30), zone: 60 };

export type MemoryJournal = Appender & {
  readonly entries: () => readonly Entry[];
  readonly file: () => CaseFile;
  /** What comes from elsewhere. */
  receive(entries: readonly Entry[]): void;
  readonly cleared: readonly string[];
};

let devices = 0;

/** A journal that keeps entries in memory: ids and numbers as the real one gives them, and one turn at a time. */
export function memoryJournal(): MemoryJournal {
  devices += 1;
  const device = `device-${devices}` as DeviceId;
  const entries: Entry[] = [];
  const cleared: string[] = [];
  let file = emptyCaseFile(theCase);
  let n = 0;
  const receive = (arriving: readonly Entry[]): void => {
    const known = new Set(entries.map((entry) => entry.id));
    file = foldInto(file, arriving, (id) => known.has(id));
    for (const entry of arriving) if (!known.has(entry.id)) entries.push(entry);
  };
  return {
    async append(_caseId, plan, clearsDraft) {
      const planned = plan(file);
      if (!planned) return undefined;
      n += 1;
      const entry: Entry = { ...planned, id: `${device}-${n}` as EntryId, device, n };
      receive([entry]);
      if (clearsDraft !== undefined) cleared.push(clearsDraft);
      return entry;
    },
    entries: () => entries,
    file: () => file,
    receive,
    cleared,
  };
}

export const ok = (outcome: Outcome): Entry | undefined => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refused}`);
  return outcome.entry;
};

export type Key = {
  readonly about?: RecordId;
  readonly voice?: RecordId;
  readonly visit?: RecordId;
  readonly occasion?: string;
};

export type Answers = { readonly [field: string]: Value };

export type CaseBuilder = Awaited<ReturnType<typeof newCase>>;

const needed = (id: string): Instrument => {
  const instrument = instrumentById(id);
  if (!instrument) throw new Error(`no instrument ${id}`);
  return instrument;
};

/** Fields beside an answer, and tools that come later, are written as they stand. */
const writeField: Command<{ key: RunKey; field: string; value: Value }> = {
  intent: "annotated",
  inTogether: true,
  plan: ({ key, field, value }, { case: caseId, file }) => {
    const record = runId(caseId, key);
    const born = file.records.has(record)
      ? []
      : [
          { record, field: "exists", value: "run" },
          { record, field: "key", value: { ...key } as Value },
        ];
    return [...born, { record, field, value }];
  },
};

const keyFrom = (instrument: string, author: RecordId, key: Key): RunKey => ({
  instrument,
  about: key.about ?? familyRecord,
  voice: key.voice ?? author,
  ...(key.visit ? { visit: key.visit } : {}),
  ...(key.occasion ? { occasion: key.occasion } : {}),
});

function build(journal: MemoryJournal, author: typeof marit) {
  let ticks = 0;
  let made = 0;
  const mode: { now: Mode } = { now: { kind: "worker" } };
  const door: Door = createDoor({
    journal,
    author: () => author,
    now: () => {
      ticks += 1;
      return { wall: start.wall + ticks * 60_000, zone: start.zone };
    },
    random: (bytes) => {
      made += 1;
      return new Uint8Array(bytes).map((_, i) =>
        i < 4 ? (made >> (8 * i)) & 255 : devices * 16 + author.name.length,
      );
    },
    mode: () => mode.now,
  });
  const run = async <Args>(command: Command<Args>, args: Args, how?: How): Promise<Entry | undefined> =>
    ok(await door.run(theCase, command, args, how));

  const create = async (kind: string, command: Command<{ values: Answers }>, values: Answers, how?: How) => {
    const before = new Set(recordsOf(journal.file(), kind));
    await run(command, { values }, how);
    const record = recordsOf(journal.file(), kind).find((id) => !before.has(id));
    if (!record) throw new Error(`no ${kind} was made`);
    return record;
  };

  const self = {
    journal,
    door,
    run,
    create,
    file: () => journal.file(),
    author: author.id,
    setMode: (next: Mode): void => {
      mode.now = next;
    },
    person: (name: string, roles: readonly Role[] = [], more: Answers = {}) =>
      create("person", writePerson, {
        name,
        ...Object.fromEntries(roles.map((role) => [personFields.role(role), true])),
        ...more,
      }),
    visit: async (values: Answers = { location: "home" }, { begun = true, finished = false } = {}) => {
      const visit = await create("visit", planVisit, values);
      if (begun) await run(beginVisit, { visit });
      if (finished) await run(finishVisit, { visit });
      return visit;
    },
    /** Answers items, and writes whatever else is named as a field. Returns the run's key with its id. */
    answer: async (instrument: string, at: Key, answers: Answers) => {
      const key = keyFrom(instrument, author.id, at);
      const known = instrumentById(instrument)?.groups.flatMap((group) => group.items.map((item) => item.id));
      const how: How = { voice: key.voice, ...(key.visit ? { visit: key.visit } : {}) };
      for (const [field, value] of Object.entries(answers)) {
        if (known?.includes(field)) {
          await run(answerItem, { instrument: needed(instrument), key, item: field, value }, how);
        } else await run(writeField, { key, field, value }, how);
      }
      return { id: runId(theCase, key), ...key };
    },
    /** What a rule is asked with: the case as it stands, with this run open. */
    context: (open?: { id: RecordId } & RunKey): RuleContext => {
      const instrument = open && instrumentById(open.instrument);
      return {
        file: journal.file(),
        ...(instrument ? { instrument } : {}),
        ...(open ? { run: open } : {}),
        today,
      };
    },
    as: (worker: typeof marit) => build(journal, worker),
    /** A second device that has seen all that is there now. */
    apart: (worker = author) => {
      const other = memoryJournal();
      other.receive(journal.entries());
      return build(other, worker);
    },
    merge: (other: { journal: MemoryJournal }): void => {
      const mine = [...journal.entries()];
      journal.receive(other.journal.entries());
      other.journal.receive(mine);
    },
  };
  return self;
}

/** A family with a name, and nothing else. */
export async function newCase(author = marit) {
  const builder = build(memoryJournal(), author);
  await builder.run(openFamily, { name: "Familie" });
  return builder;
}
