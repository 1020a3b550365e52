import { expect } from "@playwright/test";
import { familyIn } from "./family.ts";
import type { Hands } from "./hands.ts";

/** A visit without a day, from any page of a family; ends on its preparation. @returns its id. */
export async function planVisit(hands: Hands): Promise<string> {
  const { page, link, press, button } = hands;
  await hands.activate(link("casefile:tabs.visits"));
  await hands.activate(button("casefile:visits.plan").first());
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
export async function startVisit(hands: Hands): Promise<void> {
  const { page, button, say } = hands;
  const family = familyIn(page().url());
  if (!page().url().endsWith(`/families/${family}/visits`))
    await hands.activate(page().getByRole("link", { name: say("casefile:tabs.visits"), exact: true }));
  await hands.activate(button("casefile:visits.begin").first());
  await expect(page()).toHaveURL(/\/table$/);
}

/** Opens a tool by what its card on the table says. */
export async function openTool(hands: Hands, card: string): Promise<void> {
  const { page } = hands;
  await hands.activate(page().getByRole("button", { name: card, exact: true }));
  await expect(page()).toHaveURL(/\/tools\//);
}

/** Closes the visit from its last page; ends on the list of families, or on the words that open it after a PIN. */
export async function finishVisit(hands: Hands): Promise<void> {
  const { page, press, say } = hands;
  if (!page().url().endsWith("/finish"))
    await hands.activate(page().getByRole("button", { name: say("visit:steps.finish") }));
  await press("visit:finish.close");
  await expect(page()).toHaveURL(/\/families$/);
}

/** On "Afronden": a sheet for these readers, with these lines, copied by hand from large letters. */
export async function leaveBehind(
  hands: Hands,
  readers: readonly string[],
  lines: readonly string[],
): Promise<void> {
  const { page, say, link, tick, pick, press } = hands;
  await hands.activate(link("visit:sheet.make"));
  const forWhom = page().getByRole("group", { name: say("sheets:questions.for"), exact: true });
  for (const reader of readers) await tick(reader, forWhom);
  await pick(say("sheets:dangers.no"));
  // A line says more than its words: whose they are, or "voor vannacht".
  for (const line of lines) await hands.activate(page().getByRole("checkbox", { name: line }));
  await press("sheets:leave.copy");
}
