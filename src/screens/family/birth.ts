import type { CaseFile } from "../../domain/casefile.ts";
import { dateFromTyped } from "../../i18n/formats.ts";
import { birthFromAge, isFuture } from "../casefile/when.ts";

export type Birth =
  | { readonly ok: true; readonly stored: string }
  | { readonly ok: false; readonly refused: "futureDate" | "tooLongAgo" };

/** Nobody at a kitchen table was born before this year. */
const firstYear = 1900;

/**
 * What somebody typed as a birth date, as it is kept: a day, a month, a year, about then, an age, or any words. Refused,
 * with a sentence, are only years that can't be: still to come, or longer ago than anybody lives.
 */
export function birthFrom(typed: string, now: Date): Birth {
  const stored = birthFromAge(typed, now) ?? dateFromTyped(typed);
  if (isFuture(stored, now)) return { ok: false, refused: "futureDate" };
  const year = /^~?(\d{4})(?:-|$)/.exec(stored)?.[1];
  if (year !== undefined && Number(year) < firstYear) return { ok: false, refused: "tooLongAgo" };
  return { ok: true, stored };
}

/** Is it written as a day, and is there no such day: 31-2-2019? The words are kept, and it is said. */
export const isNoDay = (stored: string): boolean => /(?:^|\s)\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}$/.test(stored);

/**
 * The latest time that anything of this family knows of. A tablet whose clock stands years back must not call a child's
 * birth "still to come" where entries of other tablets tell otherwise.
 */
export function latestTime(file: CaseFile, now: Date): Date {
  let latest = now.getTime();
  for (const places of file.records.values()) {
    for (const { heads } of places.values()) {
      for (const { wall } of heads) if (wall > latest) latest = wall;
    }
  }
  return new Date(latest);
}
