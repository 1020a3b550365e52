import { type CaseFile, existsField, headAt } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { type Agreement, agreementsOf } from "../../domain/plan.ts";

/** Agreements that were made in a visit. */
export const agreementsIn = (file: CaseFile, visit: RecordId): readonly Agreement[] =>
  agreementsOf(file).filter(({ id }) => headAt(file, id, existsField)?.visit === visit);

/** Was nothing written in it yet: a form that was opened and left? */
export const isEmptyAgreement = ({ who, what, when, situation, otherwise }: Agreement): boolean =>
  [who, what, when, situation, otherwise].every((text) => text.trim() === "");
