import { expect, type Page } from "@playwright/test";
import axeCore from "axe-core";
import { draw } from "./lookBook.ts";

/** What every screen must hold, whoever looks at it: see "Bars" in the design. */

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Waits for what moves by itself and comes to an end, and for the letters: what is still unfolding is half transparent,
 * and has not its own colours yet.
 */
const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const moving = (): Animation[] =>
      document
        .getAnimations()
        .filter(
          (one) => one.playState !== "finished" && Number.isFinite(one.effect?.getComputedTiming().endTime),
        );
    await document.fonts.ready;
    while (moving().length > 0) await Promise.allSettled(moving().map((one) => one.finished));
  });

const axeOptions = {
  runOnly: { type: "tag", values: tags },
  // Both rules are needed: this one passes over what already fails the contrast of AA.
  rules: { "color-contrast-enhanced": { enabled: true } },
  resultTypes: ["violations"],
} as const satisfies axeCore.RunOptions;

type AxeWindow = Window & { readonly axe?: typeof axeCore };

/** Once for each page that is loaded: axe is half a megabyte, and a step within the app keeps it. */
async function withAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => (window as AxeWindow).axe !== undefined)))
    await page.evaluate(axeCore.source);
}

/** What axe finds against WCAG 2.2 AA, with the contrast of AAA, once the page is at rest; with why, in axe's words. */
export async function axeFinds(page: Page): Promise<string[]> {
  await atRest(page);
  await withAxe(page);
  return page.evaluate(async (options) => {
    const { axe } = window as AxeWindow;
    if (!axe) throw new Error("axe is not in this page");
    // What lies half under the bar is scrolled out from under it; axe takes it as it lies.
    const bars = [...document.querySelectorAll<HTMLElement>(".ui-bottombar")];
    for (const bar of bars) bar.style.position = "static";
    const { violations } = await axe.run(document, {
      ...options,
      resultTypes: [...options.resultTypes],
    } as axeCore.RunOptions);
    for (const bar of bars) bar.style.removeProperty("position");
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html, any, all, none }) => {
        const why = [...any, ...all, ...none].map(({ message }) => message);
        return `${id} ${html.slice(0, 200)}: ${why.join("; ")}`;
      }),
    );
  }, axeOptions);
}

/** Targets under 48 px, or 56 on a family's screen; and whatever hangs off the side of the screen. */
export const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const name = (element: Element) =>
      `<${element.localName} class="${element.className}"> ${element.textContent?.trim().slice(0, 40)}`;
    for (const element of document.querySelectorAll<HTMLElement>(
      "button, a[href], input:not([type=hidden]), textarea, select, summary",
    )) {
      if (element.closest("[aria-hidden=true], [hidden], .ui-sheet-page") || element.closest("p, li > a, dd"))
        continue;
      // What is tapped is the card, or the row with the label, that a control stands in.
      const card = element.classList.contains("ui-card-cover") ? element.closest(".ui-card") : null;
      const row = element.classList.contains("ui-tick-box") ? element.closest(".ui-tick, .ui-option") : null;
      const { width, height } = (card ?? row ?? element).getBoundingClientRect();
      const least = element.closest(".family") ? 56 : 48;
      // Half a pixel for where a browser rounds.
      if (width > 0 && (width < least - 0.5 || height < least - 0.5))
        found.push(`small ${width.toFixed(0)} × ${height.toFixed(0)}: ${name(element)}`);
    }
    const wide = document.scrollingElement?.scrollWidth ?? 0;
    if (wide > window.innerWidth + 1) {
      const culprits = [...document.querySelectorAll("body *")].filter(
        (one) =>
          one.getBoundingClientRect().right > window.innerWidth + 1 && !one.closest(".visually-hidden"),
      );
      found.push(`wide ${wide} > ${window.innerWidth}: ${culprits.slice(0, 3).map(name).join(" | ")}`);
    }
    return found;
  });

/** Words that are cut off, with the text at twice its size. */
export async function cutAtTwiceTheText(page: Page): Promise<string[]> {
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  const found = await page.evaluate(() => {
    const cut: string[] = [];
    const wide = document.scrollingElement?.scrollWidth ?? 0;
    if (wide > window.innerWidth + 1) cut.push(`wide ${wide} > ${window.innerWidth}`);
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      if (element.closest("svg, .visually-hidden, [aria-hidden=true], textarea, input, select")) continue;
      const style = getComputedStyle(element);
      const clips = [style.overflowX, style.overflowY].some((one) => one === "hidden" || one === "clip");
      const isCut =
        element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 2;
      if (clips && isCut && element.clientWidth > 2 && element.textContent?.trim())
        cut.push(
          `cut <${element.localName} class="${element.className}"> ${element.textContent.trim().slice(0, 40)}`,
        );
    }
    return cut;
  });
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
  return found;
}

const tablet = { width: 800, height: 1280 };
const phone = { width: 390, height: 844 };

/** The same page on a phone: does everything fit, and is nothing cut with the text at twice its size? */
export async function onPhone(page: Page): Promise<string[]> {
  await page.setViewportSize(phone);
  const found = [...(await misfits(page)), ...(await cutAtTwiceTheText(page))];
  await page.setViewportSize(tablet);
  return found;
}

/** Names must stand in no title and no address: other people see those. */
export async function namesOutside(page: Page, names: readonly string[]): Promise<string[]> {
  const outside = `${await page.title()} ${decodeURIComponent(page.url())}`.toLocaleLowerCase("nl");
  return names.filter((name) => outside.includes(name.toLocaleLowerCase("nl")));
}

/** A title that the bar says, and the page says again beneath it. */
const saidTwice = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const title = document.querySelector("#page-title:not(.visually-hidden)")?.textContent;
    return title && title === document.querySelector(".ui-topbar-name")?.textContent
      ? [`twice ${title}`]
      : [];
  });

/** Collects what is wrong on each screen, so that one run tells all of it. */
export type Looks = {
  readonly look: (where: string) => Promise<void>;
  /** Something wrong that was found otherwise. */
  readonly add: (what: string) => void;
  readonly found: readonly string[];
};

export type LooksWishes = {
  readonly names?: readonly string[];
  readonly twice?: boolean;
};

export function createLooks(page: () => Page, { names = [], twice = true }: LooksWishes = {}): Looks {
  const found: string[] = [];
  return {
    found,
    add: (what) => void found.push(what),
    look: async (where) => {
      await expect(page().locator("#page-title, [role=dialog], dialog[open]").first()).toBeVisible();
      const seen = [
        ...(await axeFinds(page())),
        ...(await misfits(page())),
        ...(twice ? await cutAtTwiceTheText(page()) : []),
        ...(await namesOutside(page(), names)),
        ...(await saidTwice(page())),
      ];
      found.push(...seen.map((one) => `${where}: ${one}`));
      await draw(page(), where);
    },
  };
}
