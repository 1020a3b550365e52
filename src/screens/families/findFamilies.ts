import type { ListedFamily } from "../../app/state.ts";

/** Without accents, case or width, so that "yilmaz" finds "Yılmaz" and "muller" finds "Müller", in any script. */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLocaleLowerCase("und")
    .replaceAll("ı", "i")
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
    .replaceAll("ß", "ss")
    .trim();

/** Families in which every word that was typed begins a name or stands in one: of the family, a child or an adult. */
export function findFamilies(families: readonly ListedFamily[], typed: string): readonly ListedFamily[] {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return families;
  return families.filter(({ card }) => {
    const names = [card.name, ...card.children.map((one) => one.name), ...card.adults.map((one) => one.name)];
    const all = folded(names.join(" "));
    return wanted.every((word) => all.includes(word));
  });
}

const isOpen = ({ card }: ListedFamily): number =>
  card.safetyVersions > 0 || card.openDecision ? 0 : card.unknownAlarms > 0 || card.versions > 0 ? 1 : 2;

export const nextPlanned = ({
  card,
}: ListedFamily): { readonly id: string; readonly at: string } | undefined =>
  [...card.planned].sort((a, b) => (a.at < b.at ? -1 : 1))[0];

/** What asks for attention first, then who is visited soonest, then by name. */
export function inOrder(families: readonly ListedFamily[], language: string): readonly ListedFamily[] {
  const when = (family: ListedFamily): string => nextPlanned(family)?.at ?? "9999";
  return [...families].sort(
    (a, b) =>
      isOpen(a) - isOpen(b) ||
      when(a).localeCompare(when(b)) ||
      a.card.name.localeCompare(b.card.name, language),
  );
}

export type PlannedVisit = { readonly family: ListedFamily; readonly id: string; readonly at: string };

/** Visits planned for this day, `2026-11-26`, the earliest first. */
export const visitsOn = (families: readonly ListedFamily[], day: string): readonly PlannedVisit[] =>
  families
    .flatMap((family) => family.card.planned.map(({ id, at }) => ({ family, id, at })))
    .filter(({ at }) => at.startsWith(day))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
