import { Hono } from "hono";
import { listen } from "../../src/server/listen.ts";
import type { OwnTablet, Tablet } from "./driver.ts";
import { type TypingWishes, typeEverywhere } from "./hands/typing.ts";
import { filesWith } from "./profile.ts";
import { expect } from "./test.ts";

export const canary = "Kanarievogel";
/** For fields that keep nothing anywhere: only the browser itself could. */
export const unkeptCanary = "Kanariepiet";
const control = "Controleduif";

/** One plain page at a free port: another origin than the app's, so that no service worker answers for it. */
async function servePlain(
  body: string,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const app = new Hono()
    .get("/", (context) => context.html(body))
    .get("*", (context) => context.body(null, 204));
  const listening = await listen(app, 0, "localhost");
  return { close: listening.close, url: `http://localhost:${listening.port}/` };
}

/** The same browser and the same fingers, in a field of the kind that ours are not. */
async function typeControl(tablet: Tablet): Promise<void> {
  const served = await servePlain(
    "<main><form><label>Note<textarea name=note></textarea></label></form></main>",
  );
  const other = await tablet.context().newPage();
  await other.goto(served.url);
  await typeEverywhere(other, { text: control, press: [], score: false, onward: [] });
  await other.waitForTimeout(500);
  await other.goto("about:blank");
  await served.close();
}

/** Neither canary, nor any of these secrets, in any file of the profile: live, after the browser's own saving, and closed. */
export async function expectNoCanary(tablet: OwnTablet, secrets: readonly string[]): Promise<void> {
  await typeControl(tablet);
  const held = () => filesWith(tablet.profile, canary, unkeptCanary, ...secrets);
  expect(held()).toEqual([]);
  await tablet.page().waitForTimeout(6000);
  expect(held()).toEqual([]);
  await tablet.shut();
  expect(held()).toEqual([]);
  expect(filesWith(tablet.profile, control)).not.toEqual([]);
}

/** Types into every field as the test goes, and knows which were met. */
export function createCanaries(tablet: Tablet) {
  const labels = new Set<string>();
  const type = async (wishes: Partial<TypingWishes> = {}): Promise<number> => {
    const { text = canary, press = [], score = false, onward = [] } = wishes;
    const typed = await typeEverywhere(tablet.page(), { text, press, score, onward });
    for (const label of typed) labels.add(label);
    return typed.length;
  };
  return {
    type,
    /** Every field of this page. By way of one that has no fields, so that it is seen when the page has come. */
    at: async (path: string, wishes: Partial<TypingWishes> = {}): Promise<number> => {
      const title = tablet.page().locator("#page-title").first();
      await tablet.goTo("/saved");
      await expect(title).toHaveText(tablet.say("saved:heading"));
      await tablet.goTo(path);
      await expect(title).not.toHaveText(tablet.say("saved:heading"));
      return type(wishes);
    },
    /** The same, of a page that has this button: what it opens has fields too. */
    behind: async (path: string, button: string): Promise<void> => {
      await tablet.goTo(path);
      await tablet.press(button);
      await type();
    },
    /** Those of these labels that no field had into which was typed. */
    missing: (wanted: readonly string[]): string[] => wanted.filter((label) => !labels.has(label)),
  };
}
