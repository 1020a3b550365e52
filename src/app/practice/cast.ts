import { openFamily, writePerson } from "../../commands/family.ts";
import type { RecordId } from "../../domain/ids.ts";
import { personFields, type Role } from "../../domain/people.ts";
import type { Narrator, Speaker, Worker } from "./narrator.ts";

export type Words = (key: string) => string;

/** Who is in the story. */
export type Cast = {
  readonly marit: Worker;
  readonly youssef: Worker;
  readonly elif: RecordId;
  readonly bram: RecordId;
  readonly noor: RecordId;
  readonly sem: RecordId;
  readonly sevim: RecordId;
  readonly loes: RecordId;
  readonly anouk: RecordId;
};

export type Story = {
  readonly tell: Narrator;
  readonly cast: Cast;
  readonly words: Words;
  readonly today: Date;
};

/** Told, and the worker wrote it down. */
export const told = (voice: RecordId): Speaker => ({ voice, means: "told" });
/** Told in another language, by an interpreter. */
export const interpreted = (voice: RecordId): Speaker => ({ voice, means: "interpreter" });
/** Tapped by the person on the tablet. */
export const tapped = (voice: RecordId): Speaker => ({ voice, means: "self" });
/** Written on paper between visits, and typed over. */
export const onPaper = (voice: RecordId): Speaker => ({ voice, means: "paper" });

type Lines = {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly fields?: { readonly [field: string]: string };
};

async function bringIn(tell: Narrator, id: RecordId, { name, roles, fields }: Lines): Promise<void> {
  const values = {
    [personFields.name]: name,
    ...Object.fromEntries(roles.map((role) => [personFields.role(role), true])),
    ...fields,
  };
  await tell.write(writePerson, { record: id, values });
}

/** The family and those around it, as Marit hears of them before and during the first visits. */
export async function openCase({ tell, cast, words, today }: Story): Promise<void> {
  const born = (years: number, rest: string): string => `${today.getFullYear() - years}-${rest}`;
  tell.on(85, "10:05");
  tell.by(cast.marit);
  await tell.write(openFamily, { name: words("family") });
  await bringIn(tell, cast.noor, {
    name: "Noor",
    roles: ["child"],
    fields: { [personFields.birth]: born(7, "01-14"), [personFields.livesWith]: words("livesWithParents") },
  });
  await bringIn(tell, cast.sem, {
    name: "Sem",
    roles: ["child"],
    fields: { [personFields.birth]: born(3, "02-20"), [personFields.livesWith]: words("livesWithParents") },
  });
  await bringIn(tell, cast.elif, {
    name: "Elif",
    roles: ["parent-other"],
    fields: {
      [personFields.birth]: born(32, "03-02"),
      [personFields.language]: "tr",
      [personFields.interpreter]: words("elifInterpreter"),
      [personFields.reads]: "little",
      [personFields.languageNote]: words("elifLanguage"),
      [personFields.contact]: "06 00000001",
    },
  });
  await bringIn(tell, cast.bram, {
    name: "Bram",
    roles: ["parent-concern"],
    fields: {
      [personFields.birth]: born(35, "01-30"),
      [personFields.language]: "nl",
      [personFields.note]: words("bramNights"),
    },
  });
  await bringIn(tell, cast.anouk, { name: words("anouk"), roles: ["teacher"] });
}

export async function bringInNetwork({ tell, cast, words }: Story): Promise<void> {
  await bringIn(tell, cast.sevim, {
    name: words("sevim"),
    roles: ["relative", "trusted-adult"],
    fields: { [personFields.language]: "tr", [personFields.note]: words("sevimNote") },
  });
  await bringIn(tell, cast.loes, {
    name: "Loes",
    roles: ["network-person"],
    fields: { [personFields.note]: words("loesNote") },
  });
}
