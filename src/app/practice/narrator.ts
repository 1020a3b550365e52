import { annotate, answerItem } from "../../commands/answer.ts";
import type { Command } from "../../commands/command.ts";
import { createDoor, type Door } from "../../commands/door.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import type { Entry, Means, Value } from "../../domain/entry.ts";
import type { RunKey } from "../../domain/ids.ts";
import { type CaseId, type RecordId, recordIdFrom, runId } from "../../domain/ids.ts";
import { instrumentById } from "../../domain/instruments/list.ts";
import { random } from "../random.ts";
import type { World } from "../world.ts";

export type Worker = { readonly id: RecordId; readonly name: string };

/** In whose words, and how they came. */
export type Speaker = { readonly voice: RecordId; readonly means?: Means };

/**
 * Tells a story into a case through the same commands and the same door as every screen, with its own clock and
 * with the worker who was there at the time.
 */
export type Narrator = {
  /** Days before today and the local time; each entry after it is a minute later. */
  on(daysAgo: number, time: string): void;
  /** The local date and time of that moment, as it is written down. */
  dateAt(daysAgo: number, time: string): string;
  by(worker: Worker): void;
  during(visit: RecordId | undefined): void;
  newId(): RecordId;
  file(): CaseFile;
  write<Args>(command: Command<Args>, args: Args, speaker?: Speaker): Promise<Entry | undefined>;
  /** An answer in a run; the visit in hand is the run's, unless it spans visits. */
  answer(instrument: string, about: RecordId, item: string, value: Value, speaker?: Speaker): Promise<void>;
  note(instrument: string, about: RecordId, field: string, value: Value, speaker?: Speaker): Promise<void>;
  run(instrument: string, about: RecordId, speaker?: Speaker): RecordId;
};

const pad = (value: number): string => String(value).padStart(2, "0");

function momentOf(today: Date, daysAgo: number, time: string): Date {
  const [hours, minutes] = time.split(":").map(Number);
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() - daysAgo, hours, minutes);
}

const written = (at: Date): string =>
  `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}`;

export function createNarrator(world: World, caseId: CaseId, first: Worker, today: Date): Narrator {
  let clock = today.getTime();
  let worker = first;
  let visit: RecordId | undefined;
  const door: Door = createDoor({
    journal: world.journal,
    author: () => worker,
    now: () => ({ wall: clock, zone: -new Date(clock).getTimezoneOffset() }),
    random,
    mode: () => ({ kind: "worker" }),
  });
  const file = (): CaseFile => {
    const open = world.journal.current(caseId);
    if (!open) throw new Error("the story has not begun");
    return open;
  };
  const keyOf = (instrument: string, about: RecordId, voice: RecordId): RunKey => {
    const { span, repeats } = instrumentOf(instrument);
    return {
      instrument,
      about,
      voice,
      ...(span === "visit" && visit ? { visit } : {}),
      ...(repeats ? { occasion: "1" } : {}),
    };
  };
  async function write<Args>(command: Command<Args>, args: Args, speaker?: Speaker) {
    const how = { ...speaker, ...(visit ? { visit } : {}) };
    const outcome = await door.run(caseId, command, args, how);
    if (!outcome.ok)
      throw new Error(`the story asks for what the door refuses: ${command.intent}, ${outcome.refused}`);
    clock += 60_000;
    return outcome.entry;
  }
  return {
    on(daysAgo, time) {
      clock = momentOf(today, daysAgo, time).getTime();
    },
    dateAt: (daysAgo, time) => written(momentOf(today, daysAgo, time)),
    by(next) {
      worker = next;
    },
    during(next) {
      visit = next;
    },
    newId: () => recordIdFrom(random(16)),
    file,
    write,
    async answer(instrument, about, item, value, speaker) {
      const key = keyOf(instrument, about, speaker?.voice ?? worker.id);
      await write(answerItem, { instrument: instrumentOf(instrument), key, item, value }, speaker);
    },
    async note(instrument, about, field, value, speaker) {
      const key = keyOf(instrument, about, speaker?.voice ?? worker.id);
      await write(annotate, { key, field, value }, speaker);
    },
    run: (instrument, about, speaker) => runId(caseId, keyOf(instrument, about, speaker?.voice ?? worker.id)),
  };
}

function instrumentOf(id: string) {
  const found = instrumentById(id);
  if (!found) throw new Error(`no instrument ${id}`);
  return found;
}
