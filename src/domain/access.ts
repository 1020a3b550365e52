import { type CaseFile, headsAt, recordsOf, textAt } from "./casefile.ts";
import type { RecordId } from "./ids.ts";

/** What was done with a case file, as NEN 7513 wants it logged: who, which case, what, when, on whose behalf. */
export const accessKinds = ["read", "printed", "exported"] as const;
export type AccessKind = (typeof accessKinds)[number];

export const accessRecord = "access";

export const accessFields = {
  what: "what",
  /** The case, where it is logged elsewhere: in the agency's own file, by who may read there and not write. */
  case: "case",
  /** In what role: on whose behalf. */
  role: "role",
} as const;

export type Access = {
  readonly id: RecordId;
  readonly who: RecordId;
  readonly what: string;
  readonly case: string;
  readonly role: string;
  /** Milliseconds since 1970, by the clock of the device. */
  readonly at: number;
};

/** The latest first. */
export function accessesOf(file: CaseFile): readonly Access[] {
  return recordsOf(file, accessRecord)
    .flatMap((id) => {
      const head = headsAt(file, id, accessFields.what)[0];
      if (!head) return [];
      return [
        {
          id,
          who: head.author,
          what: String(head.value),
          case: textAt(file, id, accessFields.case) || file.case,
          role: textAt(file, id, accessFields.role),
          at: head.wall,
        },
      ];
    })
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}
