import { expect } from "@playwright/test";
import { familyIn } from "./family.ts";
import type { Hands } from "./hands.ts";

/** A visit without a day, from any page of a family; ends on its preparation. @returns its id. */
export async function planVisit({ page, link, press, button }: Hands): Promise<string> {
  await link("casefile:tabs.visits").click();
  await button("casefile:visits.plan").first().click();
  await press("casefile:visits.planYes");
  await expect(page()).toHaveURL(/\/prepare$/);
  return visitIn(page().url());
}

/** The visit that an address speaks of. */
export function visitIn(url: string): string {
  const id = /\/visits\/([0-9a-f]{32})/.exec(url)?.[1];
  if (!id) throw new Error(`No visit in ${url}.`);
  return id;
}

/** Starts the first visit that stands in the family's list; ends at the table. */
export async function startVisit({ page, button, say }: Hands): Promise<void> {
  const family = familyIn(page().url());
  if (!page().url().endsWith(`/families/${family}/visits`))
    await page()
      .getByRole("link", { name: say("casefile:tabs.visits"), exact: true })
      .click();
  await button("casefile:visits.begin").first().click();
  await expect(page()).toHaveURL(/\/table$/);
}
