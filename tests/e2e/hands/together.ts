import { expect } from "@playwright/test";
import { type Say, wordsIn } from "../words.ts";
import type { Hands } from "./hands.ts";

export type HandOverWishes = {
  /** First name of who gets the tablet. */
  readonly to: string;
  /** Code of the language that this person is asked in, where another than the person's own. */
  readonly language?: string;
  readonly earshot?: "nobody" | "unknown";
  /** What is laid before the person, by what its box says; all else is taken away. */
  readonly tools: readonly string[];
};

/** From the table to the family's first question, past the neutral page and the greeting. */
export async function handOver(hands: Hands, wishes: HandOverWishes): Promise<void> {
  const { page, say, link, tick, pick, press } = hands;
  await hands.activate(link("visit:table.handOver"));
  await tick(wishes.to);
  const part = page().getByRole("region", { name: wishes.to, exact: true });
  if (wishes.language) await hands.activate(part.locator(`[lang=${wishes.language}]`));
  await pick(say(`handover:earshot.${wishes.earshot ?? "nobody"}`), part);
  const tools = part.getByRole("group", { name: say("handover:toolsFor", { name: wishes.to }), exact: true });
  // Named before any is taken away: a list of those that are ticked would shift under the hand.
  const ticked = await tools
    .getByRole("checkbox", { checked: true })
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).labels?.[0]?.textContent ?? ""));
  for (const name of ticked) {
    if (!wishes.tools.includes(name)) {
      await hands.activate(tools.getByRole("checkbox", { name, exact: true }));
    }
  }
  for (const tool of wishes.tools) await tick(tool, tools);
  await press("handover:give", { name: wishes.to });
  const language = await familyLanguage(hands);
  await pressIn(hands, language, "family:neutral.ready");
  await pressIn(hands, language, "family:start");
}

/** The language of the family's screen that is open. */
export async function familyLanguage({ page }: Hands): Promise<string> {
  const screen = page().locator(".family[lang]");
  await expect(screen).toBeVisible({ timeout: 20_000 });
  return (await screen.getAttribute("lang")) ?? "nl";
}

async function pressIn(hands: Hands, language: string, key: string): Promise<void> {
  const { page } = hands;
  await hands.activate(page().getByRole("button", { name: wordsIn(language)(key), exact: true }));
}

/** One of the words of the family's screens, in the language that is open: `family:add`. */
export async function pressTogether(hands: Hands, key: string): Promise<void> {
  await pressIn(hands, await familyLanguage(hands), key);
}

/** Gives one answer to the question that is open: a number or the words of a choice to tap, or a text to write. */
export async function answer(hands: Hands, given: number | string): Promise<void> {
  const { page } = hands;
  const main = page().getByRole("main");
  // A choice says more than its first words: "Oranje", and then what it means.
  const named = { name: new RegExp(`^${String(given).replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}( |$)`) };
  const tapped = main
    .getByRole("radio", named)
    .or(main.getByRole("checkbox", named))
    .or(main.getByRole("button", named));
  const written = main.getByRole("textbox").first();
  await expect(tapped.or(written).first()).toBeVisible();
  if (await tapped.first().isVisible()) await hands.activate(tapped.first());
  else await hands.write(written, String(given));
}

/** "Verder" on a family's screen. */
export const onward = (hands: Hands): Promise<void> => pressTogether(hands, "family:next");

/** All questions that are left, unanswered, and the pages after them, to the worker's PIN; nobody is let know. */
export async function toTheEnd(hands: Hands): Promise<void> {
  const language = await familyLanguage(hands);
  const say: Say = wordsIn(language);
  const button = (key: string) => hands.page().getByRole("button", { name: say(key), exact: true });
  const next = button("family:next").or(button("family:secrets.understood")).or(button("family:done"));
  const pin = hands.page().getByText(hands.say("lock:pin.label"), { exact: true });
  for (let steps = 0; steps < 60 && !(await pin.isVisible()); steps += 1) {
    await hands.activate(next.first());
    await hands.page().waitForTimeout(60);
  }
  await expect(pin).toBeVisible();
}
