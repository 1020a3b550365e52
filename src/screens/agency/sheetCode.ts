import { inGroups } from "../../app/secrets.ts";

/** The last two groups: who types these over has the whole code on paper, or is close to it. */
export const endOf = (identity: string): string => inGroups(identity).slice(-2).join("");

/** Spaces and capitals do not matter. */
export const isEndOf = (identity: string, typed: string): boolean =>
  typed.normalize("NFKC").replace(/\s+/g, "").toUpperCase() === endOf(identity);
