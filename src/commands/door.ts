import { type CaseFile, existsField, headsAt, overAt, textAt, valueAt } from "../domain/casefile.ts";
import { type Entry, type Means, type Op, readerVersion, sameValue } from "../domain/entry.ts";
import { type CaseId, type RecordId, recordIdFrom } from "../domain/ids.ts";
import { type Change, type Command, isRefusal, type Setting, tooLong } from "./command.ts";

/** Everything of an entry but what the journal alone knows: its id, device and number. */
export type PlannedEntry = Omit<Entry, "id" | "device" | "n">;

/** What the journal offers to the door: one turn in the queue of a case, with the case as it stands in that turn. */
export type Appender = {
  /**
   * Runs `plan` when all earlier writes of the case are stored, seals and stores what it yields, and only then
   * folds it. Nothing is written where it yields no entry. `clearsDraft` is removed in the same transaction.
   */
  append(
    caseId: CaseId,
    plan: (file: CaseFile) => PlannedEntry | undefined,
    clearsDraft?: string,
  ): Promise<Entry | undefined>;
};

export type Mode = { readonly kind: "worker" } | { readonly kind: "together"; readonly voice: RecordId };

export type DoorNeeds = {
  readonly journal: Appender;
  readonly author: () => { readonly id: RecordId; readonly name: string };
  readonly now: () => { readonly wall: number; readonly zone: number };
  readonly random: (bytes: number) => Uint8Array;
  readonly mode: () => Mode;
};

export type How = {
  /** In whose words; the author's where absent. On a family's screen it is always that person's. */
  readonly voice?: RecordId;
  readonly means?: Means;
  readonly visit?: RecordId;
  readonly audience?: readonly RecordId[];
  readonly clearsDraft?: string;
};

export type Outcome =
  | { readonly ok: true; readonly entry: Entry | undefined }
  | { readonly ok: false; readonly refused: string };

export type Door = {
  run<Args>(caseId: CaseId, command: Command<Args>, args: Args, how?: How): Promise<Outcome>;
};

/** The author's name travels with the case, so that every device can say who wrote. Written once, with the first entry. */
function introduction(file: CaseFile, author: { id: RecordId; name: string }): readonly Change[] {
  if (textAt(file, author.id, "name") === author.name) return [];
  return [
    { record: author.id, field: existsField, value: "worker" },
    { record: author.id, field: "name", value: author.name },
  ];
}

/** A change that writes what already stands alone in its place says nothing new. */
function isNews(file: CaseFile, change: Change): boolean {
  const standing = valueAt(file, change.record, change.field);
  const heads = overAt(file, change.record, change.field);
  if (heads.length > 1) return true;
  return standing === undefined ? change.value !== null : !sameValue(standing, change.value);
}

/** A family's screen writes only in records that its own voice began, or in new ones. */
const isForeign = (file: CaseFile, voice: RecordId, change: Change): boolean => {
  const births = headsAt(file, change.record, existsField);
  return births.length > 0 && births.every((birth) => birth.voice !== voice);
};

const opFrom = (file: CaseFile, change: Change): Op => ({
  kind: "set",
  record: change.record,
  field: change.field,
  value: change.value,
  over: change.over ? [...change.over].sort() : overAt(file, change.record, change.field),
});

/** The one way to write: mode, then rule, then ops, then entry, then journal. */
export function createDoor(needs: DoorNeeds): Door {
  return {
    async run(caseId, command, args, how = {}) {
      const mode = needs.mode();
      const author = needs.author();
      if (mode.kind === "together" && !command.inTogether) return { ok: false, refused: "notHere" };
      if (mode.kind === "together" && how.voice !== undefined && how.voice !== mode.voice) {
        return { ok: false, refused: "notHere" };
      }
      const voice = mode.kind === "together" ? mode.voice : (how.voice ?? author.id);
      let refused: string | undefined;
      const plan = (file: CaseFile): PlannedEntry | undefined => {
        const now = needs.now();
        const setting: Setting = {
          case: caseId,
          file,
          author: author.id,
          voice,
          now,
          newRecord: () => recordIdFrom(needs.random(16)),
        };
        const planned = command.plan(args, setting);
        if (isRefusal(planned)) {
          refused = planned.refused;
          return undefined;
        }
        if (planned.some((change) => tooLong(change.value))) {
          refused = "tooLong";
          return undefined;
        }
        if (mode.kind === "together" && planned.some((change) => isForeign(file, voice, change))) {
          refused = "notHere";
          return undefined;
        }
        const news = planned.filter((change) => isNews(file, change));
        if (news.length === 0) return undefined;
        return {
          case: caseId,
          reader: readerVersion,
          lamport: file.lamport + 1,
          ...now,
          author: author.id,
          voice,
          means: how.means ?? "self",
          ...(how.visit ? { visit: how.visit } : {}),
          ...(how.audience ? { audience: how.audience } : {}),
          intent: command.intent,
          ops: [...introduction(file, author), ...news].map((change) => opFrom(file, change)),
        };
      };
      const entry = await needs.journal.append(caseId, plan, how.clearsDraft);
      return refused === undefined ? { ok: true, entry } : { ok: false, refused };
    },
  };
}
