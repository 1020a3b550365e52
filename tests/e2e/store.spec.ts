import { join } from "node:path";
import type { Page } from "@playwright/test";
import { build } from "vite";
import type { Told } from "../store/eachCall.ts";
import type { Fault } from "../store/faults.ts";
import { type Served, serve } from "./serve.ts";
import type { StorePage } from "./storePage/page.ts";
import { expect, test } from "./test.ts";

/** The journal over Chromium's own IndexedDB: each of its calls fails in turn, as in tests/store/eachCall.test.ts. */

let served: Served;

test.beforeAll(async () => {
  await build({ configFile: join(import.meta.dirname, "storePage/vite.config.ts") });
  served = await serve(join(import.meta.dirname, "../../test-results/store"));
});

test.afterAll(() => served.close());

async function open(page: Page): Promise<void> {
  await page.goto(served.url);
  await page.waitForFunction(() => "storePage" in window);
}

const walk = (page: Page, at?: number, fault?: Fault, lasting?: boolean): Promise<Told> =>
  page.evaluate(
    (how) => {
      const { storePage } = window as unknown as { storePage: StorePage };
      return storePage.walk(how.at, how.fault, how.lasting);
    },
    { at, fault, lasting },
  );

const ways: readonly (readonly [name: string, fault: Fault, lasting: boolean, kinds: readonly string[]])[] = [
  ["drops once", { kind: "throws", name: "InvalidStateError" }, false, []],
  ["stays away", { kind: "throws", name: "InvalidStateError" }, true, ["connection"]],
  ["is aborted", { kind: "aborts" }, false, []],
  ["is committed and reported as failed", { kind: "lies" }, false, []],
  ["finds the disk full", { kind: "throws", name: "QuotaExceededError" }, true, ["full"]],
  ["fails as nobody has foreseen", { kind: "throws", name: "DataError" }, false, ["unknown"]],
];

for (const [name, fault, lasting, kinds] of ways) {
  test(`each call that ${name} reaches the worker or is overcome, and nothing is lost or written twice`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    await open(page);
    const whole = await walk(page);
    expect(whole).toMatchObject({ problems: [], strange: [], wrong: [], struck: false });
    expect(whole.calls).toBeGreaterThan(40);
    const found = new Set<string>();
    let struck = 0;
    for (let at = 1; at <= whole.calls; at += 1) {
      const told = await walk(page, at, fault, lasting);
      expect({ at, ...told }).toMatchObject({ at, strange: [], wrong: [] });
      for (const kind of told.problems) found.add(kind);
      if (told.struck) struck += 1;
    }
    expect([...found]).toEqual(kinds);
    expect(struck).toBeGreaterThan(whole.calls / 3);
  });
}

test("a passphrase is stretched beside the page, under the policy, and the page goes on answering", async ({
  page,
}) => {
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  await open(page);
  const { took, longestPause } = await page.evaluate(() =>
    (window as unknown as { storePage: StorePage }).storePage.stretch(),
  );
  expect(workers.some((url) => url.startsWith(served.url) && url.includes("argonWorker"))).toBe(true);
  expect(longestPause).toBeLessThan(took);
  await expect.poll(() => page.workers().length).toBe(0);
});

test("granted keys are unwrapped beside the page, under the policy, by a worker that does not stay", async ({
  page,
}) => {
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  await open(page);
  const isRight = await page.evaluate(() =>
    (window as unknown as { storePage: StorePage }).storePage.unwrap(),
  );
  expect(isRight).toBe(true);
  expect(workers.filter((url) => url.includes("unwrapWorker"))).toHaveLength(1);
  await expect.poll(() => page.workers().length).toBe(0);
});
