import { expect, test } from "vitest";
import { createI18n, familyT, isTranslated, loadEverything, loadFamily } from "../../src/i18n/setUp.ts";

test("the words of an instrument are found under its id", async () => {
  const i18n = await createI18n({ language: "nl", namespaces: ["instruments"] });
  const t = i18n.getFixedT(null, "instruments");
  expect(t("signs-of-safety.title")).toBe("Goed · Zorgen · Nodig");
  expect(t("signs-of-safety.items.goes-well")).toBe("Wat gaat goed");
});

test("a worker's screen is in English while the family reads Dutch, both at once", async () => {
  const i18n = await createI18n({ language: "en" });
  await loadFamily(i18n, "nl");
  expect(familyT(i18n, "nl")("stopped.child")).toBe("Je bent gestopt. Dat is goed.");
  expect(familyT(i18n, "en")("oneOfMany", { n: 2, total: 5 })).toBe("2 of 5");
});

test("a word that a language lacks is said in Dutch, and the screen can know it", async () => {
  const i18n = await createI18n({ language: "nl", namespaces: ["instruments", "family"] });
  await loadFamily(i18n, "tr");
  expect(familyT(i18n, "tr")("instruments:stoplight.title")).toBe("Stoplicht");
  expect(isTranslated(i18n, "tr", "instruments", "stoplight.title")).toBe(false);
  expect(isTranslated(i18n, "nl", "instruments", "stoplight.title")).toBe(true);
  expect(isTranslated(i18n, "nl", "family", "stopped.child")).toBe(true);
});

test("a language that nobody has heard of speaks Dutch", async () => {
  const i18n = await createI18n({ language: "xx", namespaces: ["family"] });
  expect(i18n.t("family:yes")).toBe("Ja");
});

test("a key without a word throws in tests, and shows itself in use", async () => {
  const strict = await createI18n({ language: "en", namespaces: ["family"] });
  expect(() => strict.getFixedT(null, "instruments")("no.such.word")).toThrow(/No word for/);
  const kind = await createI18n({ language: "en", missing: "show", namespaces: ["family"] });
  expect(kind.getFixedT(null, "instruments")("no.such.word")).toBe("no.such.word");
});

test("after loading everything, no namespace is waited for", async () => {
  const i18n = await createI18n({ language: "en" });
  await loadEverything(i18n);
  for (const namespace of ["instruments", "family", "rules", "warnings", "aspects"])
    expect(i18n.hasLoadedNamespace(namespace), namespace).toBe(true);
});
