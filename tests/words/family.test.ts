import { expect, test } from "vitest";
import { isReadOnly, type Voice, voicesOf } from "../../src/domain/instrument.ts";
import { instruments } from "../../src/domain/instruments/list.ts";
import { familyNamespaces, languages, wordsOf } from "../words.ts";

/** Words that the family's screens never say, by their stems: the method talks of worries, safety and what goes well. */
const banned: { readonly [language: string]: RegExp } = {
  nl: /mishandel|dader|pleger|slachtoffer|verdacht|verwaarlo|alarm|risico|dossier|cli[eë]nt|\bsmart\b/i,
  en: /maltreat|abus|perpetrat|offender|victim|suspect|neglect|alarm|\brisk|dossier|case file|client|\bsmart\b/i,
  ar: /إساءة|اساءة|اعتداء|جاني|معتد|ضحي|مشتبه|مشبوه|إهمال|اهمال|إنذار|خطر|مخاطر|ملف|عميل|زبون|smart/i,
  tr: /istismar|\bfail|saldırgan|mağdur|kurban|şüphe|ihmal|alarm|\brisk|dosya|müşteri|danışan|\bsmart\b/i,
  pl: /maltret|znęca|sprawc|ofiar|podejrz|zaniedb|alarm|ryzyk|\bakta|dossier|klient|\bsmart\b/i,
  uk: /знуща|жорсток|кривдник|злочин|жертв|підозр|занедб|нехтув|сигнал тривог|ризик|дось[єй]|клієнт|smart/i,
};

const familyWordsOf = (language: string): readonly (readonly [string, string])[] =>
  [...wordsOf(language)].filter(([key]) => familyNamespaces.includes(key.split(".")[0] ?? ""));

const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.?…:])\s+/).filter((one) => one.trim() !== "");
const countWords = (sentence: string): number =>
  sentence.split(/\s+/).filter((one) => /[\p{L}\p{N}]/u.test(one)).length;

test.each(languages())("a family that reads %s never meets a word that judges", (language) => {
  const pattern = banned[language];
  expect(pattern, "a language needs its list of such words here").toBeDefined();
  for (const [key, word] of familyWordsOf(language)) expect(word, key).not.toMatch(pattern as RegExp);
});

test("the lists of banned words would find them", () => {
  expect("Het dossier van de cliënt").toMatch(banned.nl as RegExp);
  expect("خطر على الطفل").toMatch(banned.ar as RegExp);
});

test("no Dutch sentence for a family is longer than twelve words", () => {
  for (const [key, word] of familyWordsOf("nl"))
    for (const sentence of sentencesOf(word))
      expect(countWords(sentence), `${key}: ${sentence}`).toBeLessThan(13);
});

test("in Dutch a parent is spoken to with u, and a child with je", () => {
  for (const [key, word] of familyWordsOf("nl")) {
    if (key.endsWith(".parent")) expect(word, key).not.toMatch(/\b(je|jij|jou|jouw)\b/i);
    if (key.endsWith(".child") && !key.endsWith("groups.child")) expect(word, key).not.toMatch(/\b(u|uw)\b/i);
  }
});

const askable = instruments.flatMap((instrument) =>
  instrument.groups.flatMap((group) =>
    group.items.flatMap((item) =>
      voicesOf(group, item)
        .filter((voice): voice is Exclude<Voice, "worker"> => voice !== "worker")
        .map((voice) => ({ key: `${instrument.id}.${item.id}`, voice, group })),
    ),
  ),
);

test("whatever a parent or a child may be asked has words for that parent or child", () => {
  const words = wordsOf("nl");
  const lacking = askable
    .filter(({ key, voice }) => !words.has(`familyTools.${key}.${voice}`))
    .map(({ key, voice }) => `${key}.${voice}`);
  expect(lacking).toEqual([]);
});

test("words for a parent or a child stand only by what that one may be asked", () => {
  const known = new Set(askable.map(({ key, voice }) => `familyTools.${key}.${voice}`));
  const items = new Set(
    instruments.flatMap((one) =>
      one.groups.flatMap((group) => group.items.map(({ id }) => `${one.id}.${id}`)),
    ),
  );
  const stray = [...wordsOf("nl").keys()].filter((key) => {
    const [, tool, item, voice] = /^familyTools\.([^.]+)\.([^.]+)\.(parent|child)$/.exec(key) ?? [];
    return voice !== undefined && items.has(`${tool}.${item}`) && !known.has(key);
  });
  expect(stray).toEqual([]);
});

test("every scale that a family answers has words at both ends", () => {
  const words = wordsOf("nl");
  for (const instrument of instruments)
    for (const group of instrument.groups)
      for (const item of group.items) {
        const isScale = item.input === "score" || item.input === "level";
        const asked = voicesOf(group, item).some((voice) => voice !== "worker");
        if (!isScale || !asked || isReadOnly(group.kind)) continue;
        for (const end of ["low", "high"])
          expect(
            words.get(`familyTools.${instrument.id}.${item.id}.${end}`),
            `${instrument.id}.${item.id}.${end}`,
          ).toBeDefined();
      }
});

test("the colours say what to do, word for word as agreed", () => {
  const words = wordsOf("nl");
  const colour = (which: string) => words.get(`familyTools.stoplight.${which}`);
  expect(colour("orange.parent")).toBe("Niet fijn. Het lukt nog. Stop, denk, doe.");
  expect(colour("red.parent")).toBe("Het wordt te veel. Stop nu. Pak uw kaart.");
  expect(colour("red.child")).toBe("Het is te veel. Ga naar iemand die helpt.");
});
