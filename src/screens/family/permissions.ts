import { type CaseFile, type Head, headAt, textAt } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { fields } from "../../domain/instrument.ts";
import { type Person, peopleOf } from "../../domain/people.ts";
import { isAnswered } from "../../domain/run.ts";
import { holdsWords, isBeside } from "../casefile/spoken.ts";

/** What was said about one other person: may they know it, and in whose voice, how and when was that said? */
export type Permission = { readonly person: Person; readonly may: boolean; readonly head: Head };

/** A record in which somebody spoke, with their last words in it, and who may know it. Nobody named: workers only. */
export type Spoken = {
  readonly record: RecordId;
  readonly head: Head;
  readonly permissions: readonly Permission[];
  /** Somebody who is no person of the case, by the name that was given. */
  readonly byName: string;
};

function permissionFor(
  file: CaseFile,
  record: RecordId,
  said: readonly Head[],
  person: Person,
): Permission | undefined {
  const recorded = headAt(file, record, fields.mayKnow(person.id));
  if (typeof recorded?.value === "boolean") return { person, may: recorded.value, head: recorded };
  // Said along with the words themselves: it holds where it went with every one of them.
  const [first] = said;
  const isInAll = said.every((head) => head.audience?.includes(person.id));
  return first && isInAll ? { person, may: true, head: first } : undefined;
}

/** Everything that this person said, the latest first, with every permission that was given or refused. */
export function permissionsOf(file: CaseFile, voice: RecordId): readonly Spoken[] {
  const others = possibleKnowers(file, voice);
  const found: Spoken[] = [];
  for (const [record, places] of file.records) {
    if (!holdsWords(file, record)) continue;
    const said = [...places.keys()]
      .filter((field) => !isBeside(field))
      .flatMap((field) => headAt(file, record, field) ?? [])
      .filter((head) => head.voice === voice && isAnswered(head.value))
      .sort((a, b) => b.lamport - a.lamport);
    const [head] = said;
    if (!head) continue;
    const permissions = others.flatMap((person) => permissionFor(file, record, said, person) ?? []);
    found.push({ record, head, permissions, byName: textAt(file, record, fields.mayKnowByName) });
  }
  return found.sort((a, b) => b.head.lamport - a.head.lamport);
}

/** Who could be allowed to know what this person said: everybody else who stands by the family, a teacher too. */
export const possibleKnowers = (file: CaseFile, voice: RecordId): readonly Person[] =>
  peopleOf(file).filter((person) => person.id !== voice && person.name !== "");
