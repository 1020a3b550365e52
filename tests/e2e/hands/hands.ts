import { expect, type Locator, type Page } from "@playwright/test";
import { type Say, type Values, wordsIn } from "../words.ts";
import { pointer, type Ways } from "./ways.ts";

/** What every verb works with: the page as it is now, and the words that stand on it. */
export type Hands = {
  /** Asked each time: after a crash it is another page. */
  readonly page: () => Page;
  readonly baseURL: string;
  readonly language: string;
  /** The words of the worker's language; a key as the app has it, with its namespace. */
  readonly say: Say;
  readonly button: (key: string, values?: Values) => Locator;
  readonly link: (key: string, values?: Values) => Locator;
  readonly field: (key: string, values?: Values) => Locator;
  readonly heading: (key: string, values?: Values) => Locator;
  /** Taps it; by keyboard alone: Tab until it has the focus, arrow keys within a group of radios, and then the key. */
  readonly activate: (target: Locator) => Promise<void>;
  /** Writes in place of what stands there. */
  readonly write: (target: Locator, text: string) => Promise<void>;
  /** One option of the device's own list, by its words. */
  readonly choose: (target: Locator, option: string) => Promise<void>;
  readonly press: (key: string, values?: Values) => Promise<void>;
  /** A choice or a tick by its label, within `inside` or on the whole page. */
  readonly pick: (name: string, inside?: Locator) => Promise<void>;
  /** Ticks a box by its label, and waits until it shows: it does so once it is stored. */
  readonly tick: (name: string, inside?: Locator) => Promise<void>;
  readonly typePin: (pin: string) => Promise<void>;
};

export function createHands(
  page: () => Page,
  baseURL: string,
  language: string,
  ways: Ways = pointer,
): Hands {
  const { activate, write, choose } = ways;
  const say = wordsIn(language);
  const byRole =
    (role: "button" | "link" | "textbox" | "heading") =>
    (key: string, values?: Values): Locator =>
      page().getByRole(role, { name: say(key, values), exact: true });
  const button = byRole("button");
  const pick = async (name: string, inside?: Locator): Promise<void> => {
    const within = inside ?? page().locator("body");
    const named = { name, exact: true } as const;
    const found = within
      .getByRole("radio", named)
      .or(within.getByRole("checkbox", named))
      .or(within.getByRole("button", named));
    await activate(found.first());
  };
  return {
    page,
    baseURL,
    language,
    say,
    button,
    link: byRole("link"),
    field: byRole("textbox"),
    heading: byRole("heading"),
    activate,
    write,
    choose,
    press: (key, values) => activate(button(key, values)),
    pick,
    tick: async (name, inside) => {
      const box = (inside ?? page().locator("body")).getByRole("checkbox", { name, exact: true });
      if (await box.isChecked()) return;
      await activate(box);
      await expect(box).toBeChecked();
    },
    typePin: async (pin) => {
      for (const digit of pin) await activate(page().getByRole("button", { name: digit, exact: true }));
    },
  };
}
