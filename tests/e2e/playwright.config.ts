import { defineConfig, devices } from "@playwright/test";
import { browserFlags, chromiumPath } from "../browser.ts";

/** Where once is too often: a word lost, or seen by whom it is not meant for. These get no second try. */
const proofs = ["canary", "heap", "kill", "sight", "storage", "store", "tabs", "walk"].map(
  (name) => `**/${name}.spec.ts`,
);

/** Against the production build: `npm run e2e` builds first where that is needed. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../../test-results/e2e",
  globalSetup: "./globalSetup.ts",
  fullyParallel: true,
  // Much of a test is waiting: for a key that is slow on purpose, a pause, a lock. Two would leave two cores half idle.
  workers: 3,
  projects: [
    { name: "proofs", testMatch: proofs, retries: 0 },
    // A shared machine may stand still for seconds between two taps. What needed a second try is named in the summary.
    { name: "screens", testIgnore: proofs, retries: process.env.CI ? 1 : 0 },
  ],
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [["list"], ["json", { outputFile: "../../test-results/e2e.json" }]],
  use: {
    actionTimeout: 30_000,
    ...devices["Desktop Chrome"],
    viewport: { width: 800, height: 1280 },
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    // Each test has storage of its own, and would fetch and store the whole app for offline: half of what it costs. Those
    // that go offline, or load anew what is kept, say "allow"; a tablet with a profile on disk always does.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: chromiumPath(), args: [...browserFlags] },
  },
});
