import { expect } from "@playwright/test";
import type { Hands } from "./hands.ts";

/** From any page of a family that is this worker's alone: under the agency. Ends on its people page. */
export async function shareFamily(hands: Hands): Promise<void> {
  const { page, link, press, say } = hands;
  await hands.activate(link("casefile:tabs.people"));
  await press("sharing:alone.share");
  await press("sharing:alone.yes");
  await expect(page().getByText(say("sharing:alone.title"))).toBeHidden({ timeout: 30_000 });
  await expect(hands.button("sharing:add.open")).toBeVisible({ timeout: 30_000 });
}

/** On the people page of a family of the agency: a colleague joins in, and may write. */
export async function addColleague(hands: Hands, name: string): Promise<void> {
  const { page, press, say } = hands;
  await press("sharing:add.open");
  const dialog = page().getByRole("dialog");
  await hands.choose(dialog.getByLabel(say("sharing:add.who"), { exact: true }), name);
  // A choice says more than its first words.
  await expect(dialog.getByRole("radio", { name: say("sharing:right.write") })).toBeChecked();
  await press("sharing:add.yes");
  await expect(dialog).toBeHidden({ timeout: 30_000 });
}

/** On the people page: a colleague is taken out. */
export async function takeOut(hands: Hands, name: string): Promise<void> {
  const { page, press } = hands;
  await press("sharing:remove.one", { name });
  await press("sharing:remove.yes");
  await expect(page().getByRole("alertdialog").or(page().getByRole("dialog"))).toBeHidden({
    timeout: 30_000,
  });
}
