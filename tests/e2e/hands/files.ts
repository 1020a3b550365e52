import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import type { Hands } from "./hands.ts";

/** A file of the app, as it lay in the downloads, with the words that open it. */
export type Copy = { readonly name: string; readonly bytes: Buffer; readonly words: readonly string[] };

type GoTo = (path: string) => Promise<void>;

/** "Kopie maken", of all families or of this one; from any of the worker's pages. */
export async function exportFamilies(hands: Hands, goTo: GoTo, family?: string): Promise<Copy> {
  const { page, say } = hands;
  // By way of the list: the page of an earlier copy stays as it was.
  await goTo("/settings");
  await expect(
    page()
      .getByRole("link", { name: say("settings:parts.export.title") })
      .first(),
  ).toBeVisible();
  await goTo("/settings/export");
  if (family !== undefined)
    await hands.choose(page().getByLabel(say("settings:export.which"), { exact: true }), family);
  return makeCopy(hands);
}

/** On "Kopie maken", of what is chosen there. */
export async function makeCopy(hands: Hands): Promise<Copy> {
  const { page, say, press, tick, button } = hands;
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

/** "Kopie inlezen": chooses the file and types its words. What comes of it is for the scenario to look at. */
export async function tryFile(hands: Hands, goTo: GoTo, copy: Copy): Promise<void> {
  const { page, press, field } = hands;
  await goTo("/settings");
  await goTo("/settings/import");
  await page()
    .locator("input[type=file]")
    .setInputFiles({ name: copy.name, mimeType: "application/octet-stream", buffer: copy.bytes });
  await hands.write(field("settings:import.words"), copy.words.join(" "));
  await press("settings:import.open");
}

/** The same to its end, as the same worker or as a colleague; ends where what came is told. */
export async function importFile(hands: Hands, goTo: GoTo, copy: Copy, who: "same" | "other"): Promise<void> {
  const { page, say, press } = hands;
  await tryFile(hands, goTo, copy);
  const group = page().getByRole("radiogroup");
  await expect(group).toBeVisible({ timeout: 60_000 });
  await pickStarting(hands, say(`settings:import.${who}`));
  await press("settings:import.take");
  await expect(page().getByText(say("settings:import.done"))).toBeVisible({ timeout: 60_000 });
}

const pickStarting = ({ page, activate }: Hands, words: string): Promise<void> =>
  activate(page().getByRole("radio").filter({ hasText: words }));
