import { type CDPSession, expect, type Locator, type Page } from "@playwright/test";

/**
 * A finger, as the browser itself knows one. That a long press begins to drag is the browser's own decision; from there
 * on the drag is carried for it, since there is no screen underneath. Needs a browser started with `touchFlags`.
 */
export const touchFlags: readonly string[] = ["--enable-gpu-benchmarking"];

/** Longer than any browser takes to tell a long press from a tap, in milliseconds. */
const longPressMillis = 1200;

type Point = { readonly x: number; readonly y: number };
type Step =
  | ({ readonly name: "pointerDown" } & Point)
  | { readonly name: "pause"; readonly duration: number }
  | { readonly name: "pointerUp" };
type Finger = { readonly source: "touch"; readonly actions: readonly Step[] };
type Touching = { pointerActionSequence(fingers: readonly Finger[], done: () => void): boolean };

async function middleOf(target: Locator): Promise<Point> {
  const box = await target.boundingBox();
  if (!box) throw new Error(`Not on the screen: ${target}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Lets go of what was taken up, at this point. */
type LetGo = (at: Point) => Promise<void>;

/** How to let go of what a finger takes up; nothing where the page lets the press pass. */
const takenUp = (devtools: CDPSession): Promise<LetGo | undefined> =>
  new Promise((resolve) => {
    devtools.once("Input.dragIntercepted", ({ data }) =>
      resolve(async (at) => {
        for (const type of ["dragEnter", "dragOver", "drop"] as const)
          await devtools.send("Input.dispatchDragEvent", { type, ...at, data });
      }),
    );
    setTimeout(resolve, longPressMillis + 5000, undefined).unref();
  });

const touch = (page: Page, steps: readonly Step[]): Promise<void> =>
  page.evaluate(
    (actions) =>
      new Promise<void>((resolve) => {
        const { chrome } = window as unknown as { chrome: { gpuBenchmarking: Touching } };
        chrome.gpuBenchmarking.pointerActionSequence([{ source: "touch", actions }], resolve);
      }),
    steps,
  );

/** Rests a finger on one, and lets go over the other. Both must lie on the screen. */
export async function dragByTouch(page: Page, from: Locator, to: Locator): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Input.setInterceptDrags", { enabled: true });
  const taken = takenUp(devtools);
  await touch(page, [
    { name: "pointerDown", ...(await middleOf(from)) },
    { name: "pause", duration: longPressMillis },
    { name: "pointerUp" },
  ]);
  const letGo = await taken;
  expect(letGo, "a finger that rests on it takes something up").toBeDefined();
  await letGo?.(await middleOf(to));
  await devtools.send("Input.setInterceptDrags", { enabled: false });
  await devtools.detach();
}
