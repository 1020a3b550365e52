import { type CaseFile, recordsOf, textAt, valueAt } from "./casefile.ts";
import { familyRecord, type RecordId } from "./ids.ts";

/** Roles of `case-persons`. A person can have several; each is a place of its own: `roles/<role>`. */
export type Role =
  | "child"
  | "sibling"
  | "parent-concern"
  | "parent-other"
  | "partner"
  | "relative"
  | "network-person"
  | "teacher"
  | "professional"
  | "guardian"
  | "coordinator"
  | "trusted-adult";

export const roles: readonly Role[] = [
  "child",
  "sibling",
  "parent-concern",
  "parent-other",
  "partner",
  "relative",
  "network-person",
  "teacher",
  "professional",
  "guardian",
  "coordinator",
  "trusted-adult",
];

/** Fields of a person's record: those of the inventory, and ours for language, reading and a secret address. */
export const personFields = {
  name: "name",
  role: (role: Role): string => `roles/${role}`,
  birth: "birth-date",
  livesWith: "lives-with",
  contact: "contact",
  languageNote: "language-and-literacy",
  note: "note",
  /** Language code of the family's screens for this person. */
  language: "language",
  interpreter: "interpreter",
  /** "yes" | "little" | "no" | unsaid: whether reading is no hurdle. */
  reads: "reads",
  /** "Geheim adres of nummer": keeps address and contact from every family view, print and export. */
  secretAddress: "secret-address",
} as const;

export type Person = {
  readonly id: RecordId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly birth: string;
  readonly language: string;
  readonly secretAddress: boolean;
  /** `child`: addressed with "je", and asked what a child may be asked. */
  readonly voice: "parent" | "child";
};

const childRoles: ReadonlySet<Role> = new Set(["child", "sibling"]);
const parentRoles: ReadonlySet<Role> = new Set(["parent-concern", "parent-other", "partner"]);

export function personOf(file: CaseFile, id: RecordId): Person {
  const own = roles.filter((role) => valueAt(file, id, personFields.role(role)) === true);
  return {
    id,
    name: textAt(file, id, personFields.name),
    roles: own,
    birth: textAt(file, id, personFields.birth),
    language: textAt(file, id, personFields.language) || "nl",
    secretAddress: valueAt(file, id, personFields.secretAddress) === true,
    voice: own.some((role) => childRoles.has(role)) ? "child" : "parent",
  };
}

/** The people around the case in the order of writing, without those who were removed. */
export function peopleOf(file: CaseFile): readonly Person[] {
  return recordsOf(file, "person").map((id) => personOf(file, id));
}

export const isChild = (person: Person): boolean => person.voice === "child";

export const isParent = (person: Person): boolean => person.roles.some((role) => parentRoles.has(role));

export const isProfessional = (person: Person): boolean =>
  person.roles.some((role) => role === "professional" || role === "guardian" || role === "coordinator");

/** Persons who may sit at the table with a voice of their own: everybody but school and professionals. */
export const isFamily = (person: Person): boolean =>
  !isProfessional(person) && !person.roles.includes("teacher");

export function workersOf(file: CaseFile): readonly { readonly id: RecordId; readonly name: string }[] {
  return recordsOf(file, "worker").map((id) => ({ id, name: textAt(file, id, "name") }));
}

/** The name behind a voice, an author or an about: person, worker or "" for the family as a whole. */
export function nameOf(file: CaseFile, id: RecordId): string {
  return id === familyRecord ? "" : textAt(file, id, "name");
}

/**
 * Age in whole years on a day, from a birth date that begins with a year (`2019`, `2019-03`, `2019-03-04`, or
 * "ongeveer 2019"). `undefined` where no year can be read or the year lies after the day.
 */
export function ageOn(
  birth: string,
  day: { readonly year: number; readonly month: number; readonly day: number },
): { readonly years: number; readonly exact: boolean } | undefined {
  const full = /^(\d{4})-(\d{2})-(\d{2})/.exec(birth);
  if (full) {
    const [year, month, date] = [Number(full[1]), Number(full[2]), Number(full[3])];
    const before = day.month < month || (day.month === month && day.day < date);
    const years = day.year - year - (before ? 1 : 0);
    return years >= 0 && years < 130 ? { years, exact: true } : undefined;
  }
  const loose = /(?:^|\D)((?:19|20)\d{2})(?:\D|$)/.exec(birth);
  if (loose) {
    const years = day.year - Number(loose[1]);
    return years >= 0 && years < 130 ? { years, exact: false } : undefined;
  }
  const stated = /^\s*(\d{1,3})\s*(jaar|years?)?\s*$/i.exec(birth);
  if (stated && Number(stated[1]) < 130) return { years: Number(stated[1]), exact: false };
  return undefined;
}
