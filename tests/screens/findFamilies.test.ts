import { expect, test } from "vitest";
import type { ListedFamily } from "../../src/app/state.ts";
import type { FamilyCard } from "../../src/domain/familyCard.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { findFamilies, folded, inOrder, visitsOn } from "../../src/screens/families/findFamilies.ts";

const family = (name: string, card: Partial<FamilyCard> = {}): ListedFamily => ({
  id: name as CaseId,
  card: {
    name,
    children: [],
    adults: [],
    languages: [],
    planned: [],
    openVisit: undefined,
    openDecision: false,
    unknownAlarms: 0,
    agreementsRunning: 0,
    versions: 0,
    safetyVersions: 0,
    ...card,
  },
});

const yilmaz = family("Gezin Yılmaz", { children: [{ name: "Çağla", birth: "2019" }] });
const muller = family("Familie Müller-Łukasz");
const arabic = family("عائلة أحمد", { adults: [{ name: "فاطمة", roles: [] }] });
const cyrillic = family("Родина Шевченко");
const emoji = family("👩‍👧 thuis");
const all = [yilmaz, muller, arabic, cyrillic, emoji];
const found = (typed: string): readonly string[] => findFamilies(all, typed).map(({ card }) => card.name);

test("a family is found without its accents, its capitals, and by the name of a child", () => {
  expect(found("YILMAZ")).toEqual([yilmaz.card.name]);
  expect(found("cagla")).toEqual([yilmaz.card.name]);
  expect(found("lukasz muller")).toEqual([muller.card.name]);
});

test("a family is found in any script", () => {
  expect(found("أحمد")).toEqual([arabic.card.name]);
  expect(found("فاطمة")).toEqual([arabic.card.name]);
  expect(found("шевченко")).toEqual([cyrillic.card.name]);
  expect(found("👩‍👧")).toEqual([emoji.card.name]);
});

test("nothing typed shows everybody, and a strange name nobody", () => {
  expect(found("  ")).toHaveLength(all.length);
  expect(found("zzz")).toEqual([]);
  expect(folded("İstanbul")).toBe(folded("istanbul"));
});

test("what touches safety stands first, then who is visited soonest", () => {
  const open = family("Z", { openDecision: true });
  const conflict = family("Y", { versions: 1, safetyVersions: 1 });
  const soon = family("X", { planned: [{ id: "v", at: "2026-11-26T15:30", location: "" }] });
  const later = family("W", { planned: [{ id: "v", at: "2026-12-01", location: "" }] });
  const names = inOrder([family("A"), later, soon, conflict, open], "nl").map(({ card }) => card.name);
  expect(names).toEqual(["Y", "Z", "X", "W", "A"]);
  expect(visitsOn([later, soon], "2026-11-26").map(({ family: one }) => one.card.name)).toEqual(["X"]);
});
