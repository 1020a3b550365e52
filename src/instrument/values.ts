import { isUnsaid, type Unsaid, type Value } from "../domain/entry.ts";
import type { RecordId } from "../domain/ids.ts";
import type { Group, Item } from "../domain/instrument.ts";
import { dateFromTyped, dateTimeOf, listOf, storedDateOf } from "../i18n/formats.ts";
import type { RunHost } from "./host.ts";
import type { ToolWords } from "./words.ts";

/** `2026-11-22T16:52`: a local date and time, known exactly. */
const exactMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

export const isExactMoment = (value: Value | undefined): boolean =>
  typeof value === "string" && exactMoment.test(value);

/** A moment as an exact field holds it: local, to the minute. */
export function momentOf(at: Date): string {
  const pad = (part: number): string => String(part).padStart(2, "0");
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

/** A stored date as people write it: `22-11-2026`, `03-2019`, "ongeveer 2019". What is no date stays what it is. */
export function typedDateOf(stored: string, about: string): string {
  const parts = /^(~?)(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(stored);
  if (!parts) return stored;
  const [, tilde, year, month, day] = parts;
  const text = [day, month, year].filter(Boolean).join("-");
  return tilde ? `${about} ${text}` : text;
}

/** How a typed date was understood, where that says more than the words themselves. */
export function dateMeaning(language: string, typed: string, about: string): string | undefined {
  const stored = dateFromTyped(typed);
  const said = storedDateOf(language, stored, (date) => `${about} ${date}`);
  return said === typed.trim() || said === stored ? undefined : said;
}

export const unsaidOf = (value: Value | undefined): Unsaid["unsaid"] | undefined =>
  isUnsaid(value) ? value.unsaid : undefined;

/** A whole number from 0 to 10, or `null`. */
export const scoreOf = (value: Value | undefined): number | null =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 10 ? value : null;

export const idsOf = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

type Reading = {
  readonly host: Pick<RunHost, "nameOf" | "voice">;
  readonly words: ToolWords;
  readonly group: Group;
  readonly item: Item;
};

/** An answer in words, as it stands beside a new one. */
export function valueText(value: Value | undefined, reading: Reading): string {
  const { words } = reading;
  if (value === undefined || value === null) return "";
  const unsaid = unsaidOf(value);
  if (unsaid) return words.say(unsaid);
  if (typeof value === "boolean") return words.say(value ? "yes" : "no");
  if (typeof value === "number") return String(value);
  if (Array.isArray(value))
    return listOf(
      words.language,
      idsOf(value).map((id) => nameText(id, reading)),
    );
  return typeof value === "string" ? wordText(value, reading) : "";
}

const nameText = (id: string, { host }: Reading): string => host.nameOf(id as RecordId) || id;

function wordText(value: string, reading: Reading): string {
  const { words, group, item } = reading;
  if (value === "yes" || value === "no" || value === "unknown") return words.say(value);
  if (group.single && group.items.some((one) => one.id === value)) {
    return words.item({ id: value });
  }
  if (item.input === "choice") return words.option(item, value);
  if (item.input === "person") return nameText(value, reading);
  if (isExactMoment(value)) return dateTimeOf(words.language, new Date(value));
  if (item.input === "date") return storedDateOf(words.language, value, (date) => `± ${date}`);
  return item.input === "yesNo" ? nameText(value, reading) : value;
}
