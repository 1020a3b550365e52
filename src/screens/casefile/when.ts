import { dateOf, dateTimeOf } from "../../i18n/formats.ts";
import { languageOf } from "../../i18n/languages.ts";

/** A time as the case file has it: milliseconds since 1970, or a local date as written (`2026-11-26T15:30`). */
export type Moment = number | string | undefined;

const written = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/;

/** The moment as a date of this device; `undefined` for words that are no date. A bare day stands at its noon. */
export function dateFrom(moment: Moment): Date | undefined {
  if (typeof moment === "number") return new Date(moment);
  const parts = moment === undefined ? null : written.exec(moment);
  if (!parts) return undefined;
  const [year, month, day, hour, minute] = parts.slice(1).map((part) => Number(part ?? Number.NaN));
  const at = new Date(year ?? 0, (month ?? 1) - 1, day ?? 1, hour || hour === 0 ? hour : 12, minute || 0);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

export const hasTime = (moment: Moment): boolean =>
  typeof moment === "number" || (moment !== undefined && /T\d{2}:\d{2}/.test(moment));

const pad = (part: number): string => String(part).padStart(2, "0");

/** The local day, `2026-11-26`. */
export const dayOf = (at: Date): string =>
  `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;

/** The local time as a planned visit has it, `2026-11-26T15:30`. */
export const momentOf = (at: Date): string => `${dayOf(at)}T${pad(at.getHours())}:${pad(at.getMinutes())}`;

export const calendarDay = (at: Date) => ({
  year: at.getFullYear(),
  month: at.getMonth() + 1,
  day: at.getDate(),
});

/** Whole days between two days: -1 is yesterday. A day of 23 or 25 hours counts as one. */
export function daysFrom(now: Date, at: Date): number {
  const noon = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate(), 12);
  return Math.round((noon(at) - noon(now)) / 86_400_000);
}

const made = new Map<string, Intl.DateTimeFormat>();

function format(language: string, name: string, options: Intl.DateTimeFormatOptions, at: Date): string {
  const key = `${language}/${name}`;
  const locale = `${languageOf(language)?.locale ?? language}-u-nu-latn-ca-gregory`;
  const one = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, one);
  return one.format(at);
}

/** `donderdag 26 november`. */
export const longDayOf = (language: string, at: Date): string =>
  format(language, "long", { weekday: "long", day: "numeric", month: "long" }, at);

/** `26 nov`, and the year where it is another one. */
export function dayWords(language: string, at: Date, now: Date): string {
  const year = at.getFullYear() === now.getFullYear() ? {} : ({ year: "numeric" } as const);
  return format(
    language,
    "year" in year ? "dayYear" : "day",
    { day: "numeric", month: "short", ...year },
    at,
  );
}

export const clockOf = (language: string, at: Date): string =>
  format(language, "clock", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, at);

const weekdayOf = (language: string, at: Date, now: Date): string =>
  `${format(language, "weekday", { weekday: "short" }, at)} ${dayWords(language, at, now)}`;

type Near = { readonly today: string; readonly tomorrow: string; readonly yesterday: string };

/** "vandaag 15:30", "morgen", "do 26 nov 15:30". Words that are no date come back as they were written. */
export function momentWords(language: string, moment: Moment, now: Date, near: Near): string {
  const at = dateFrom(moment);
  if (!at) return typeof moment === "string" ? moment : "";
  const days = daysFrom(now, at);
  const day =
    days === 0
      ? near.today
      : days === 1
        ? near.tomorrow
        : days === -1
          ? near.yesterday
          : weekdayOf(language, at, now);
  return hasTime(moment) ? `${day} ${clockOf(language, at)}` : day;
}

/** "26 november 2026 om 15:30": for paper, which is read on another day. Words that are no date come back as they were. */
export function lastingMomentWords(language: string, moment: Moment): string {
  const at = dateFrom(moment);
  if (!at) return typeof moment === "string" ? moment : "";
  return hasTime(moment) ? dateTimeOf(language, at) : dateOf(language, at);
}

/**
 * A birth date as one would type it again: `4-3-2019`, `ongeveer 2019`. What `dateFromTyped` reads is exactly this.
 */
export function typedFrom(stored: string, about: string): string {
  const parts = /^(~?)(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(stored);
  if (!parts) return stored;
  const [, tilde, year, month, day] = parts;
  const date = [day, month].flatMap((part) => (part ? [String(Number(part))] : []));
  return `${tilde ? `${about} ` : ""}${[...date, year].join("-")}`;
}

/** A bare age ("7", "7 jaar", "7 years") as about the year of birth: an age that is kept would never grow. */
export function birthFromAge(typed: string, now: Date): string | undefined {
  const years = /^\s*(\d{1,3})\s*(?:jaar|years?|yrs?)?\s*$/i.exec(typed)?.[1];
  return years && Number(years) < 130 ? `~${now.getFullYear() - Number(years)}` : undefined;
}

/** May a visit be planned in this year? The device's clock is not asked: it may be wrong by years. */
export const isLikelyYear = (moment: string): boolean => /^20\d{2}-/.test(moment);

/** Does a stored date lie after today? As much of it as is known is compared. */
export function isFuture(stored: string, now: Date): boolean {
  const date = /^~?(\d{4}(?:-\d{2}(?:-\d{2})?)?)$/.exec(stored)?.[1];
  return date !== undefined && date > dayOf(now).slice(0, date.length);
}
