import { expect } from "@playwright/test";
import type { Hands } from "./hands.ts";

/** From "Een instelling beginnen", with the sheet copied, to the agency's page. @returns the code of its sheet. */
export async function foundAgency(hands: Hands, name: string): Promise<string> {
  const { page, heading, field, press, write } = hands;
  await expect(heading("agency:new.title")).toBeVisible();
  await write(field("agency:new.name"), name);
  await press("agency:new.next");
  const identity = await typeOver(hands);
  await press("agency:new.done");
  await expect(page().getByRole("heading", { name, level: 1 })).toBeVisible({ timeout: 30_000 });
  return identity;
}

/** Copies the code off the sheet that lies open, and types its end over. */
export async function typeOver({ page, field, write }: Hands): Promise<string> {
  const code = page().locator(".agency-code");
  await expect(code).toBeVisible({ timeout: 20_000 });
  const groups = (await code.innerText()).trim().split(/\s+/);
  await write(field("agency:sheet.typed"), groups.slice(-2).join(" ").toLowerCase());
  return groups.join("");
}

/** On the agency's page: a link for a colleague, taken off the screen again. */
export async function inviteColleague(hands: Hands, role: "worker" | "supervisor"): Promise<string> {
  await hands.press("agency:invite.open");
  await hands
    .page()
    .getByRole("radio", { name: hands.say(`agency:roles.${role}`) })
    .click();
  await hands.press("agency:invite.make");
  return takeLink(hands);
}

export async function inviteSecondTablet(hands: Hands): Promise<string> {
  await hands.press("agency:people.second");
  return takeLink(hands);
}

async function takeLink({ page, press }: Hands): Promise<string> {
  const shown = page().locator(".agency-link");
  await expect(shown).toBeVisible({ timeout: 30_000 });
  const link = (await shown.innerText()).trim();
  await press("agency:invite.done");
  await expect(shown).toBeHidden();
  return link;
}

/** The path of a link with what stands behind its `#`, for stepping there within the app. */
export function pathOf(link: string): string {
  const { pathname, hash } = new URL(link);
  return `${pathname}${hash}`;
}

/** From an invitation that lies open to the agency's page. */
export async function joinAgency({ button, press, page }: Hands): Promise<void> {
  await expect(button("agency:join.do")).toBeVisible({ timeout: 30_000 });
  await press("agency:join.do");
  await expect(page()).toHaveURL(/\/agency$/, { timeout: 30_000 });
}
