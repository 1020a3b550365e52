import { expect } from "@playwright/test";
import type { Hands } from "./hands.ts";

/** What opens a tablet, as the worker has it on paper and in mind. */
export type Secrets = {
  readonly words: readonly string[];
  readonly pin: string;
  /** The code of the recovery sheet. */
  readonly identity: string;
  readonly worker: string;
};

export type SetUpWishes = {
  readonly worker?: string;
  readonly pin?: string;
  /** The heading of what the address leads to, where that is not the list of families. */
  readonly leadsTo?: string;
};

/** From the welcome to the empty list of families, as a worker does it with pen and paper. */
export async function setUp(hands: Hands, wishes: SetUpWishes = {}): Promise<Secrets> {
  const { worker = "Marit", pin = "284613", leadsTo = "families:title" } = wishes;
  const { page, press, field, say } = hands;
  await chooseLanguage(hands);
  await press("start:way.setUp.title");
  await hands.write(field("start:name.label"), worker);
  await press("start:next");
  const list = page().getByRole("list", { name: say("start:words.label"), exact: true });
  await expect(list.getByRole("listitem").first()).toBeVisible();
  const words = await list.getByRole("listitem").allInnerTexts();
  await press("start:words.written");
  await hands.write(field("start:confirm.label"), words.join(" "));
  await press("start:next");
  await expect(page().getByText(say("start:pin.first"), { exact: true })).toBeVisible();
  await hands.typePin(pin);
  await expect(page().getByText(say("start:pin.second"), { exact: true }).first()).toBeVisible();
  await hands.typePin(pin);
  const identity = await readSheet(hands);
  await press("start:next");
  await hands.tick(say("instruments:scope-statement.items.has-read"));
  await press("start:scope.done");
  await expect(hands.heading(leadsTo)).toBeVisible();
  return { words, pin, identity, worker };
}

async function chooseLanguage(hands: Hands): Promise<void> {
  const { page, language, press } = hands;
  await hands.activate(
    page()
      .getByRole("radio")
      .filter({ has: page().locator(`bdi[lang=${language}]`) }),
  );
  await expect(page().locator("html")).toHaveAttribute("lang", language);
  await press("start:next");
}

/** Copies the code off the sheet that lies open, and ticks that it is kept. */
export async function readSheet({ page, say, tick }: Hands): Promise<string> {
  const code = page().locator("[lang=zxx]");
  await expect(code).toBeVisible({ timeout: 20_000 });
  const identity = (await code.innerText()).replaceAll(/\s/g, "");
  await tick(say("start:sheet.kept"));
  return identity;
}

/** "Rondkijken": from the welcome into the practice family, whose PIN is 123456. */
export async function practise(hands: Hands): Promise<void> {
  const { page, press, say } = hands;
  await chooseLanguage(hands);
  await press("start:way.practice.title");
  await press("start:practice.open");
  // About 400 entries, each sealed, signed and stored.
  await expect(page()).toHaveURL(/\/families/, { timeout: 45_000 });
  await expect(page().getByText(say("common:practice"), { exact: true }).first()).toBeVisible({
    timeout: 45_000,
  });
}
