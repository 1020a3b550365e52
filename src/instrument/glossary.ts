import type { i18n } from "i18next";
import { glossary as instrument } from "../domain/instruments/glossary.ts";

/** A word of the method, and what it means. */
export type Term = { readonly id: string; readonly word: string; readonly text: string };

/** A term as it stands in a text: there, in that form. */
export type Said = { readonly term: Term; readonly at: number; readonly said: string };

export type Glossary = {
  /** The terms in a text, in the order in which they stand there; a term that stands there twice is found once. */
  find(text: string): readonly Said[];
};

/** Between the forms of a term in `locales/`: plural, inflected, or said in another way. */
const separator = "|";

type Known = { readonly term: Term; readonly forms: readonly string[] };

const literally = (form: string): string => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * A sentence may begin with a term, so its first letter has both cases. All others stand as they are written: "veilig
 * thuis" is a word of the method, Veilig Thuis is an organisation.
 */
function patternOf(form: string, language: string): string {
  const first = form.charAt(0);
  const cases = [first.toLocaleLowerCase(language), first.toLocaleUpperCase(language)];
  return `(?:${[...new Set(cases)].map(literally).join("|")})${literally(form.slice(1))}`;
}

export function createGlossary(known: readonly Known[], language: string): Glossary {
  const forms = known
    .flatMap(({ term, forms: own }) => own.map((form) => ({ term, form })))
    .sort((a, b) => b.form.length - a.form.length);
  if (forms.length === 0) return { find: () => [] };
  const termBy = new Map(forms.map(({ form, term }) => [form.toLocaleLowerCase(language), term]));
  // The longest first: "samen beslissen" before a term that is a part of it.
  const any = forms.map(({ form }) => patternOf(form, language)).join("|");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, "gu");
  return {
    find: (text) => {
      const seen = new Set<string>();
      return [...text.matchAll(pattern)].flatMap((match): readonly Said[] => {
        const term = termBy.get(match[0].toLocaleLowerCase(language));
        if (!term || seen.has(term.id)) return [];
        seen.add(term.id);
        return [{ term, at: match.index, said: match[0] }];
      });
    },
  };
}

/** The same words are found again on every screen: one glossary for each language. */
const made = new WeakMap<i18n, Map<string, Glossary>>();

/** The terms of the method in the program's own language, or none while its words are not there yet. */
export function glossaryIn(instance: i18n): Glossary {
  const { language } = instance;
  const own = made.get(instance) ?? new Map<string, Glossary>();
  made.set(instance, own);
  const standing = own.get(language);
  if (standing) return standing;
  if (!instance.exists("instruments:glossary.title")) return { find: () => [] };
  const known = instrument.groups.flatMap((group) => group.items).map(({ id }) => knownTerm(instance, id));
  const glossary = createGlossary(known, language);
  own.set(language, glossary);
  return glossary;
}

function knownTerm(instance: i18n, id: string): Known {
  const say = (part: string): string => instance.t(`instruments:glossary.${part}.${id}`);
  const forms = say("forms")
    .split(separator)
    .map((form) => form.trim())
    .filter((form) => form !== "");
  return { term: { id, word: say("terms"), text: say("items") }, forms };
}

/**
 * In which of these texts each term is explained: the first in which it stands. A page that explains a word wherever
 * it stands is hard to read.
 */
export function explainedIn(
  glossary: Glossary,
  texts: readonly string[],
  before: readonly string[] = [],
): ReadonlyMap<string, readonly Said[]> {
  const seen = new Set(before.flatMap((text) => glossary.find(text)).map(({ term }) => term.id));
  const explained = new Map<string, readonly Said[]>();
  for (const text of texts) {
    if (explained.has(text)) continue;
    const found = glossary.find(text).filter(({ term }) => !seen.has(term.id));
    for (const { term } of found) seen.add(term.id);
    explained.set(text, found);
  }
  return explained;
}
