import { languageOf } from "./languages.ts";

const localeOf = (language: string): string => languageOf(language)?.locale ?? language;

/** Formatters are slow to make and asked for in lists: one of each kind is kept. */
const made = new Map<string, Intl.DateTimeFormat>();
function formatter(language: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}/${name}/${options.timeZone ?? ""}`;
  const known = made.get(key);
  if (known) return known;
  // Western digits and the Gregorian calendar in every language: a family reads these beside letters and appointments.
  const one = new Intl.DateTimeFormat(`${localeOf(language)}-u-nu-latn-ca-gregory`, options);
  made.set(key, one);
  return one;
}

/** `14:32`. */
export const timeOf = (language: string, at: Date): string =>
  formatter(language, "time", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);

/** `22 november 2026`. */
export const dateOf = (language: string, at: Date): string =>
  formatter(language, "date", { day: "numeric", month: "long", year: "numeric" }).format(at);

/** The same on one line: its year never stands alone on the next. */
export const unbrokenDateOf = (language: string, at: Date): string =>
  dateOf(language, at).replaceAll(" ", "\u00a0");

/** `zo 22 nov`: for lists, where the year stands elsewhere. */
export const shortDateOf = (language: string, at: Date): string =>
  formatter(language, "shortDate", { weekday: "short", day: "numeric", month: "short" }).format(at);

export const dateTimeOf = (language: string, at: Date): string =>
  formatter(language, "dateTime", {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);

const pad = (part: number): string => String(part).padStart(2, "0");

const dayOf = (at: Date): string => `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;

const daysBefore = (now: Date, days: number): Date =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() - days, 12);

/** "vandaag", "gisteren": what people call this day and the one before it. */
function nearDays(language: string, now: Date): readonly { readonly name: string; readonly day: string }[] {
  const words = new Intl.RelativeTimeFormat(localeOf(language), { numeric: "auto" });
  return [0, 1].map((days) => ({ name: words.format(-days, "day"), day: dayOf(daysBefore(now, days)) }));
}

/** A moment as one says it: `vandaag 16:52`, `gisteren 09:05`, `vr 20 nov 09:05`; with the year where it is another. */
export function momentText(language: string, at: Date, now: Date): string {
  const near = nearDays(language, now).find(({ day }) => day === dayOf(at));
  if (near) return `${near.name} ${timeOf(language, at)}`;
  return at.getFullYear() === now.getFullYear()
    ? `${shortDateOf(language, at)} ${timeOf(language, at)}`
    : dateTimeOf(language, at);
}

/** `vandaag 16:55` as it is stored, since tomorrow the words mean another day. All else stays as it was typed. */
export function momentFromTyped(language: string, typed: string, now: Date): string {
  const parts = /^(.+?)\s+(\d{1,2})[:.](\d{2})$/u.exec(typed.trim());
  const [, name = "", hour = "", minute = ""] = parts ?? [];
  const same = (day: string): boolean => day.toLocaleLowerCase(language) === name.toLocaleLowerCase(language);
  const near = nearDays(language, now).find((one) => same(one.name));
  return near && Number(hour) < 24 && Number(minute) < 60
    ? `${near.day}T${pad(Number(hour))}:${minute}`
    : typed;
}

/**
 * A stored date: `2026-11-22`, or as much of it as is known (`2026-11`, `2026`), with `~` before it where it is
 * about then. Text that is no such date ("toen oma er nog was") comes back as it was written.
 */
export function storedDateOf(language: string, stored: string, about: (date: string) => string): string {
  const parts = /^(~?)(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(stored.trim());
  if (!parts) return stored;
  const [, tilde, year, month, day] = parts;
  // At noon UTC, read in UTC: no zone moves it to another day.
  const at = new Date(`${year}-${month ?? "01"}-${day ?? "01"}T12:00:00Z`);
  if (Number.isNaN(at.getTime())) return stored;
  const text = formatter(language, `stored${day ? "Day" : month ? "Month" : "Year"}`, {
    timeZone: "UTC",
    year: "numeric",
    ...(month ? { month: "long" as const } : {}),
    ...(day ? { day: "numeric" as const } : {}),
  }).format(at);
  return tilde ? about(text) : text;
}

/**
 * What somebody typed as a date, as it is stored: `22-11-2026`, `22/11/2026`, `2026-11-22`, `11-2026`, `2019`, and
 * each with "ongeveer", "rond", "about", "ca." or `~` before it. Anything else is kept as the words that it is.
 */
export function dateFromTyped(typed: string): string {
  const text = typed.trim();
  const [, about, rest] = /^(ongeveer|rond|circa|ca\.?|about|around|~)?\s*(.*)$/i.exec(text) ?? [];
  const found = dateParts(rest ?? "");
  if (!found) return text;
  return `${about ? "~" : ""}${found}`;
}

function dateParts(text: string): string | undefined {
  const pad = (part: string | undefined) => (part ?? "").padStart(2, "0");
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text);
  const local = /^(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})$/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : [];
  if (!year) return /^\d{4}$/.test(text) ? text : undefined;
  const stored = `${year}-${pad(month)}${day ? `-${pad(day)}` : ""}`;
  return isRealDate(stored) ? stored : undefined;
}

/** `Date` turns 31 February into 3 March: a date that comes back changed was none. */
function isRealDate(stored: string): boolean {
  const whole = stored.length === 7 ? `${stored}-01` : stored;
  const at = new Date(`${whole}T12:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(whole);
}

export const numberOf = (language: string, value: number): string =>
  new Intl.NumberFormat(`${localeOf(language)}-u-nu-latn`).format(value);

/** `Elif, Bram en Noor`. */
export const listOf = (language: string, parts: readonly string[]): string =>
  new Intl.ListFormat(localeOf(language), { type: "conjunction" }).format(parts);
