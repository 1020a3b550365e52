import { expect, type Locator } from "@playwright/test";
import type { Role } from "../../../src/domain/people.ts";
import type { Hands } from "./hands.ts";

/** A family by its name, from the list; ends on its overview. @returns its id. */
export async function newFamily(hands: Hands, name: string): Promise<string> {
  const { page, press, field } = hands;
  await press("families:new.open");
  await hands.write(field("families:new.name"), name);
  await press("families:new.create");
  await expect(page()).toHaveURL(/\/families\/[0-9a-f]{32}$/);
  return familyIn(page().url());
}

/** The family that an address speaks of. */
export function familyIn(url: string): string {
  const id = /\/families\/([0-9a-f]{32})/.exec(url)?.[1];
  if (!id) throw new Error(`No family in ${url}.`);
  return id;
}

export type PersonWishes = {
  /** Ids of the roles, as in the instrument case-persons. */
  readonly roles?: readonly Role[];
  /** As a worker types it: 2019, "ongeveer 2019", 3-5-2019. */
  readonly birth?: string;
  /** In the language itself: Türkçe. */
  readonly language?: string;
};

/** From any page of a family; ends on the list of its people. */
export async function addPerson(hands: Hands, name: string, wishes: PersonWishes = {}): Promise<void> {
  const { page, say, field, link } = hands;
  await hands.activate(link("casefile:tabs.people"));
  await hands.activate(link("casefile:people.add"));
  await hands.write(field("casefile:person.name"), name);
  await field("casefile:person.name").press("Tab");
  await expect(page()).toHaveURL(/\/people\/[0-9a-f]{32}/);
  for (const role of wishes.roles ?? []) await hands.tick(say(`instruments:case-persons.items.${role}`));
  if (wishes.birth) {
    await hands.write(field("casefile:person.birth"), wishes.birth);
    await field("casefile:person.birth").press("Tab");
  }
  if (wishes.language)
    await hands.choose(page().getByLabel(say("casefile:person.language"), { exact: true }), wishes.language);
  await hands.activate(link("casefile:person.back"));
  await expect(page().getByRole("link", { name, exact: true })).toBeVisible();
}

/** A note among the notes, not the words in the field: what is shown there is stored. */
export const noted = ({ page }: Hands, text: string): Locator =>
  page().getByRole("paragraph").filter({ hasText: text });

/** Writes a note on a family's overview, and waits until it is stored. */
export async function note(hands: Hands, text: string): Promise<void> {
  await hands.write(hands.field("casefile:notes.new"), text);
  await hands.press("casefile:notes.keep");
  await expect(noted(hands, text)).toBeVisible();
}
