import { expect, type Locator } from "@playwright/test";

/** How a hand reaches a control: with a pointer, or with the keyboard alone. */
export type Ways = {
  readonly activate: (target: Locator) => Promise<void>;
  readonly write: (target: Locator, text: string) => Promise<void>;
  readonly choose: (target: Locator, option: string) => Promise<void>;
};

export const pointer: Ways = {
  activate: (target) => target.click(),
  write: (target, text) => target.fill(text),
  choose: async (target, option) => {
    await target.selectOption({ label: option });
  },
};

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** More steps than any page has controls: whoever is not there by then can't be reached. */
const mostSteps = 250;

/** Tab, from wherever the focus is, as a person without a mouse does it. */
async function reach(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const { keyboard } = target.page();
  const isRoving = await target.evaluate((element) => element.getAttribute("role") === "radio");
  for (let steps = 0; steps < mostSteps; steps += 1) {
    if (await isFocused(target)) return expectSeen(target);
    const isInGroup =
      isRoving &&
      (await target.evaluate((element) => element.parentElement?.contains(document.activeElement) ?? false));
    await keyboard.press(isInGroup ? "ArrowDown" : "Tab");
  }
  throw new Error(`Not to be reached by the keyboard: ${target}`);
}

/** What has the focus lies on the screen, and not under a bar. */
async function expectSeen(target: Locator): Promise<void> {
  const isSeen = await target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width === 0) return true;
    const at = document.elementFromPoint(left + width / 2, top + height / 2);
    return at !== null && (element.contains(at) || at.contains(element) || at.closest("label") !== null);
  });
  expect(isSeen, `has the focus and can't be seen: ${target}`).toBe(true);
}

export const keyboardAlone: Ways = {
  activate: async (target) => {
    await reach(target);
    const isLink = await target.evaluate((element) => element.matches("a[href]"));
    await target.page().keyboard.press(isLink ? "Enter" : "Space");
  },
  write: async (target, text) => {
    await reach(target);
    await target.page().keyboard.press("ControlOrMeta+a");
    if (text === "") await target.page().keyboard.press("Delete");
    else await target.page().keyboard.type(text);
  },
  choose: async (target, option) => {
    await reach(target);
    await target.page().keyboard.type(option);
    await expect(target.locator("option:checked")).toHaveText(option);
  },
};
