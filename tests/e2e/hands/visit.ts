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

/** Opens a tool by what its card on the table says. */
export async function openTool({ page }: Hands, card: string): Promise<void> {
  await page().getByRole("button", { name: card, exact: true }).click();
  await expect(page()).toHaveURL(/\/tools\//);
}

/** Closes the visit from its last page; ends on the list of families. */
export async function finishVisit({ page, press, heading, say }: Hands): Promise<void> {
  if (!page().url().endsWith("/finish"))
    await page()
      .getByRole("button", { name: say("visit:steps.finish") })
      .click();
  await press("visit:finish.close");
  await expect(heading("families:title")).toBeVisible();
}

/** On "Afronden": a sheet for these readers, with these lines, copied by hand from large letters. */
export async function leaveBehind(
  { page, say, link, tick, pick, press }: Hands,
  readers: readonly string[],
  lines: readonly string[],
): Promise<void> {
  await link("visit:sheet.make").click();
  const forWhom = page().getByRole("group", { name: say("sheets:questions.for"), exact: true });
  for (const reader of readers) await tick(reader, forWhom);
  await pick(say("sheets:dangers.no"));
  for (const line of lines) await tick(line);
  await press("sheets:leave.copy");
}
