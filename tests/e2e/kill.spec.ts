import type { OwnTablet } from "./driver.ts";
import { expect, test } from "./test.ts";

/** How often the battery is empty. By hand: KEUKENTAFEL_KILLS=200. */
const kills = Number(process.env.KEUKENTAFEL_KILLS ?? 20);

/** Within what time a keystroke must be safe, in milliseconds. */
const safeMillis = 1000;

/** Letters are typed one by one at this distance, in milliseconds. */
const keyMillis = 40;

const unfinished = (round: number): string => `Zin van ronde ${round} ${"die nooit af komt ".repeat(20)}`;

/** Writes notes, and then a sentence that is never finished, until the browser is gone. */
async function writeUntil(tablet: OwnTablet, round: number, killAfter: number): Promise<string[]> {
  const { page, field } = tablet;
  const acknowledged: string[] = [];
  for (let n = 1; n <= 2; n += 1) {
    const note = `Ronde ${round}, aantekening ${n}.`;
    await tablet.note(note);
    acknowledged.push(note);
  }
  void field("casefile:notes.new")
    .pressSequentially(unfinished(round), { delay: keyMillis })
    .catch(() => undefined);
  await page().waitForTimeout(killAfter);
  return acknowledged;
}

test("the browser is killed while writing, again and again: no note is lost, and half a sentence comes back", async ({
  ownTablet: tablet,
}) => {
  test.setTimeout(60_000 + kills * 20_000);
  const { field, button } = tablet;
  const { words } = await tablet.setUp();
  const family = await tablet.newFamily("Familie Yılmaz");
  const notes: string[] = [];
  for (let round = 1; round <= kills; round += 1) {
    // Now during the first second of typing, now long after; always at another moment of it.
    const killAfter = 300 + ((round * 137) % 17) * 100;
    notes.push(...(await writeUntil(tablet, round, killAfter)));
    const typed = await field("casefile:notes.new").inputValue();
    await tablet.kill();

    await tablet.relaunch(`/families/${family}`);
    await tablet.unlock(words);
    await expect(button("casefile:notes.keep")).toBeVisible();
    const back = await field("casefile:notes.new").inputValue();
    // Keys still arrive between the reading and the killing: what is back may be longer than what was read.
    expect(unfinished(round).startsWith(back), `round ${round}: "${back}"`).toBe(true);
    const lost = (typed.length - back.length) * keyMillis;
    expect(lost, `round ${round}: "${back}" of "${typed}"`).toBeLessThanOrEqual(safeMillis);
    await field("casefile:notes.new").fill("");
  }
  while (await button("casefile:notes.more").isVisible()) await button("casefile:notes.more").click();
  for (const note of notes) await expect(tablet.noted(note)).toBeVisible();
});
