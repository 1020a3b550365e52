import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import type { Hands } from "./hands.ts";

/** A file of the app, as it lay in the downloads, with the words that open it. */
export type Copy = { readonly name: string; readonly bytes: Buffer; readonly words: readonly string[] };

/** "Kopie maken", of all families; from any of the worker's pages. */
export async function exportFamilies(hands: Hands, goTo: (path: string) => Promise<void>): Promise<Copy> {
  const { page, say, press, tick, button } = hands;
  await goTo("/settings/export");
  await press("settings:export.draw");
  const list = page().getByRole("list", { name: say("start:words.label"), exact: true });
  await expect(list.getByRole("listitem")).toHaveCount(5);
  const words = await list.getByRole("listitem").allInnerTexts();
  await tick(say("settings:export.written"));
  const [download] = await Promise.all([
    page().waitForEvent("download", { timeout: 60_000 }),
    hands.activate(button("settings:export.make")),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()), words };
}

/** "Kopie inlezen": the file and its words, as the same worker or as a colleague; ends where what came is told. */
export async function importFile(
  hands: Hands,
  goTo: (path: string) => Promise<void>,
  copy: Copy,
  who: "same" | "other",
): Promise<void> {
  const { page, say, press, field } = hands;
  await goTo("/settings/import");
  await page()
    .locator("input[type=file]")
    .setInputFiles({ name: copy.name, mimeType: "application/octet-stream", buffer: copy.bytes });
  await hands.write(field("settings:import.words"), copy.words.join(" "));
  await press("settings:import.open");
  const group = page().getByRole("radiogroup");
  await expect(group).toBeVisible({ timeout: 60_000 });
  await pickStarting(hands, say(`settings:import.${who}`));
  await press("settings:import.take");
  await expect(page().getByText(say("settings:import.done"))).toBeVisible({ timeout: 60_000 });
}

const pickStarting = ({ page, activate }: Hands, words: string): Promise<void> =>
  activate(page().getByRole("radio").filter({ hasText: words }));
