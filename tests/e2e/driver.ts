import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import { openBrowser } from "./chromium.ts";
import { casefile, type Stored } from "./hands/casefile.ts";
import { addPerson, newFamily, note, noted, type PersonWishes } from "./hands/family.ts";
import { type Copy, exportFamilies, importFile, tryFile } from "./hands/files.ts";
import { createHands, type Hands } from "./hands/hands.ts";
import { hide, tryWords, unhide, unlock, unlockWithPin } from "./hands/lock.ts";
import { practise, type Secrets, type SetUpWishes, setUp } from "./hands/start.ts";
import { answer, type HandOverWishes, handOver, onward, pressTogether, toTheEnd } from "./hands/together.ts";
import { column, layCard, moveCard, openInAssessment, openPart, tapAnswer } from "./hands/tools.ts";
import { finishVisit, leaveBehind, openTool, planVisit, startVisit } from "./hands/visit.ts";
import type { Ways } from "./hands/ways.ts";
import { bookLanguage } from "./lookBook.ts";
import type { Offences } from "./offences.ts";

/**
 * A worker's hands on a tablet: verbs that do in the real browser what a worker or a family does, so that a scenario
 * is ten lines:
 *
 *   test("…", async ({ tablet }) => {
 *     const { words } = await tablet.setUp();
 *     await tablet.newFamily("Familie Yılmaz");
 *     await tablet.addPerson("Noor", { roles: ["child"], birth: "2018" });
 *     await tablet.reload();
 *     await tablet.unlock(words);
 *     await expect(tablet.page().getByText("Noor")).toBeVisible();
 *   });
 *
 * `tablet` (test.ts) is a fresh tablet on the welcome screen, over the test's own page. `ownTablet` is one with a
 * profile on disk, which can also be killed and started again. Everything is found by its role and by the words of
 * `locales/`, so that a changed word changes no test.
 *
 * What is shown is what a scenario asks for first. What is stored it asks of `casefile`: the family's own copy, made in
 * the settings as a worker makes one, and opened in the test with its words. It gives every `entry` (author, voice,
 * device, audience, value) and the `file` that they add up to, for the readers of `src/domain`:
 *
 *   const { file, entries } = await tablet.casefile();
 *   expect(peopleOf(file).map(({ name }) => name)).toEqual(["Noor"]);
 */
export type Tablet = Hands & {
  readonly context: () => BrowserContext;
  /** Opens an address of the app, `/` unless another is given, and waits until something stands there. */
  readonly open: (path?: string) => Promise<void>;
  /** Steps to an address within the app, without loading the page anew: nothing is locked by it. */
  readonly goTo: (path: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly goOffline: () => Promise<void>;

  readonly setUp: (wishes?: SetUpWishes) => Promise<Secrets>;
  readonly practise: () => Promise<void>;

  readonly unlock: (words: readonly string[]) => Promise<void>;
  readonly tryWords: (words: readonly string[]) => Promise<void>;
  readonly unlockWithPin: (pin: string) => Promise<void>;
  readonly hide: () => Promise<void>;
  readonly unhide: () => Promise<void>;

  readonly newFamily: (name: string) => Promise<string>;
  readonly addPerson: (name: string, wishes?: PersonWishes) => Promise<void>;
  /** On a family's overview. */
  readonly note: (text: string) => Promise<void>;
  readonly noted: (text: string) => Locator;
  readonly planVisit: () => Promise<string>;
  readonly startVisit: () => Promise<void>;
  /** From the table, by what its card says. */
  readonly openTool: (card: string) => Promise<void>;
  /** From any page of a family, outside a visit: by its id, about whom by name. */
  readonly openInAssessment: (tool: string, about?: string) => Promise<void>;
  /** In a tool of several parts: by the id of the tool and of the list. */
  readonly openPart: (tool: string, group: string) => Promise<void>;
  /** In a list: what is asked, and the words of the answer. */
  readonly tapAnswer: (item: string, answer: string) => Promise<void>;
  /** On the map that is open: a column by its id. */
  readonly column: (id: string) => Locator;
  readonly layCard: (column: string, text: string) => Promise<void>;
  /** By what its menu says. */
  readonly moveCard: (text: string, to: string) => Promise<void>;
  readonly finishVisit: () => Promise<void>;
  readonly leaveBehind: (readers: readonly string[], lines: readonly string[]) => Promise<void>;

  /** From the table to the family's first question. */
  readonly handOver: (wishes: HandOverWishes) => Promise<void>;
  readonly answer: (given: number | string) => Promise<void>;
  readonly pressTogether: (key: string) => Promise<void>;
  readonly onward: () => Promise<void>;
  /** Past all that is still asked, to the worker's PIN. */
  readonly toTheEnd: () => Promise<void>;
  readonly exportFamilies: () => Promise<Copy>;
  /** Of one, by its name. */
  readonly exportFamily: (name: string) => Promise<Copy>;
  /** Chooses the file and types its words, whatever comes of it. */
  readonly tryFile: (copy: Copy) => Promise<void>;
  readonly importFile: (copy: Copy, who: "same" | "other") => Promise<void>;
  /** From any page of a family, in a worker's own world: what is stored of it. */
  readonly casefile: () => Promise<Stored>;
  /** "Nu op slot", in the settings. */
  readonly lock: () => Promise<void>;
  readonly takeBack: (pin: string) => Promise<void>;
};

export type OwnTablet = Tablet & {
  readonly profile: string;
  /** The battery is empty: SIGKILL. */
  readonly kill: () => Promise<void>;
  /** The same profile again, after `kill` or `shut`. Opens this address. */
  readonly relaunch: (path?: string) => Promise<void>;
  /** Closes the browser in good order. */
  readonly shut: () => Promise<void>;
};

const appears = (page: Page): Promise<void> =>
  expect(page.locator("#page-title").first()).toBeVisible({ timeout: 20_000 });

export function createTablet(
  page: () => Page,
  baseURL: string,
  language = bookLanguage,
  ways?: Ways,
): Tablet {
  const hands = createHands(page, baseURL, language, ways);
  const goTo = async (path: string): Promise<void> => {
    await page().evaluate((address) => {
      history.pushState(null, "", address);
      dispatchEvent(new PopStateEvent("popstate"));
    }, path);
    await appears(page());
  };
  return {
    ...hands,
    context: () => page().context(),
    open: async (path = "/") => {
      await page().goto(`${baseURL}${path}`);
      await appears(page());
    },
    goTo,
    reload: async () => {
      await page().reload();
      await appears(page());
    },
    goOffline: () => page().context().setOffline(true),
    setUp: (wishes) => setUp(hands, wishes),
    practise: () => practise(hands),
    unlock: (words) => unlock(hands, words),
    tryWords: (words) => tryWords(hands, words),
    unlockWithPin: (pin) => unlockWithPin(hands, pin),
    hide: () => hide(hands),
    unhide: () => unhide(hands),
    newFamily: (name) => newFamily(hands, name),
    addPerson: (name, wishes) => addPerson(hands, name, wishes),
    note: (text) => note(hands, text),
    noted: (text) => noted(hands, text),
    planVisit: () => planVisit(hands),
    startVisit: () => startVisit(hands),
    openTool: (card) => openTool(hands, card),
    openInAssessment: (tool, about) => openInAssessment(hands, tool, about),
    openPart: (tool, group) => openPart(hands, tool, group),
    tapAnswer: (item, given) => tapAnswer(hands, item, given),
    column: (id) => column(hands, id),
    layCard: (id, text) => layCard(hands, id, text),
    moveCard: (text, to) => moveCard(hands, text, to),
    finishVisit: () => finishVisit(hands),
    leaveBehind: (readers, lines) => leaveBehind(hands, readers, lines),
    handOver: (wishes) => handOver(hands, wishes),
    answer: (given) => answer(hands, given),
    pressTogether: (key) => pressTogether(hands, key),
    onward: () => onward(hands),
    toTheEnd: () => toTheEnd(hands),
    exportFamilies: () => exportFamilies(hands, goTo),
    exportFamily: (name) => exportFamilies(hands, goTo, name),
    tryFile: (copy) => tryFile(hands, goTo, copy),
    casefile: () => casefile(hands, goTo),
    importFile: (copy, who) => importFile(hands, goTo, copy, who),
    lock: async () => {
      await goTo("/settings");
      await hands.press("settings:lockNow");
    },
    takeBack: (pin) => unlockWithPin(hands, pin),
  };
}

/** A browser with a new profile in a temporary folder; `done` closes it and removes the folder. */
export async function createOwnTablet(
  baseURL: string,
  offences: Offences,
): Promise<{ readonly tablet: OwnTablet; readonly done: () => Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), "keukentafel-"));
  let browser = await openBrowser(profile);
  let page = await firstPage(browser.context, offences);
  const tablet = createTablet(() => page, baseURL);
  const relaunch = async (path = "/"): Promise<void> => {
    browser = await openBrowser(profile);
    page = await firstPage(browser.context, offences);
    await tablet.open(path);
  };
  const done = async (): Promise<void> => {
    await browser.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return {
    tablet: { ...tablet, profile, relaunch, kill: () => browser.kill(), shut: () => browser.close() },
    done,
  };
}

async function firstPage(context: BrowserContext, offences: Offences): Promise<Page> {
  await offences.watch(context);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.setViewportSize({ width: 800, height: 1280 });
  page.setDefaultTimeout(15_000);
  return page;
}

export type { Secrets } from "./hands/start.ts";
