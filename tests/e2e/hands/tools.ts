import { expect, type Locator } from "@playwright/test";
import type { Hands } from "./hands.ts";

/** Opens a tool outside a visit from "In beeld", by its title; about whom, where it is about one of several. */
export async function openInAssessment(hands: Hands, tool: string, about?: string): Promise<void> {
  const { page, say, link } = hands;
  await hands.activate(link("casefile:tabs.assessment"));
  const title = page().getByRole("heading", {
    level: 3,
    name: say(`instruments:${tool}.title`),
    exact: true,
  });
  const ways = page().getByRole("listitem").filter({ has: title }).getByRole("link");
  await hands.activate(about === undefined ? ways.first() : ways.filter({ hasText: about }));
  await expect(page()).toHaveURL(new RegExp(`/tools/${tool}`));
}

/** A part of a tool that has several, by the id of its list; ends in it. */
export async function openPart(hands: Hands, tool: string, group: string): Promise<void> {
  const { page, say } = hands;
  const title = say(`instruments:${tool}.groups.${group}`);
  const task = page()
    .locator(".ui-task")
    .filter({ has: page().getByText(title, { exact: true }) });
  await hands.activate(task);
  await expect(page()).toHaveURL(new RegExp(`section=${group}`));
}

/** Answers an item of a worker's list by the words of one of its answers, and waits until it shows: it is stored then. */
export async function tapAnswer(hands: Hands, item: string, answer: string): Promise<void> {
  const answers = hands.page().getByRole("group", { name: item, exact: true });
  const button = answers.getByRole("button", { name: answer, exact: true });
  await hands.activate(button);
  await expect(button).toHaveAttribute("aria-pressed", "true");
}

/** A column of the map that is open. */
export const column = ({ page, say }: Hands, id: string): Locator =>
  page().getByRole("grid", { name: say(`instruments:signs-of-safety.items.${id}`), exact: true });

/** Lays a card on the map that is open. */
export async function layCard(hands: Hands, id: string, text: string): Promise<void> {
  const { page, say } = hands;
  const name = say(`instruments:signs-of-safety.items.${id}`);
  const written = page().getByRole("textbox", {
    name: say("tools:map.write", { column: name }),
    exact: true,
  });
  await hands.write(written, text);
  const add = page().locator(".ui-board-composer").filter({ has: written });
  await hands.activate(add.getByRole("button", { name: say("tools:map.add"), exact: true }));
  await expect(column(hands, id).getByText(text, { exact: true })).toBeVisible();
}

/** Moves a card by its menu: to another column, up, down, away. */
export async function moveCard(hands: Hands, text: string, to: string): Promise<void> {
  const { page, say } = hands;
  await hands.activate(page().getByRole("button", { name: say("tools:map.menu", { text }), exact: true }));
  await hands.activate(page().getByRole("button", { name: to, exact: true }));
}
