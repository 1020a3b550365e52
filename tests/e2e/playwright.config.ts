import { defineConfig, devices } from "@playwright/test";
import { browserFlags, chromiumPath } from "../browser.ts";

/** Against the production build: `npm run e2e` builds first where that is needed. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../../test-results/e2e",
  globalSetup: "./globalSetup.ts",
  fullyParallel: true,
  // Much of a test is waiting: for a key that is slow on purpose, a pause, a lock. Two would leave two cores half idle.
  workers: 3,
  retries: 0,
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
    screenshot: "only-on-failure",
    launchOptions: { executablePath: chromiumPath(), args: [...browserFlags] },
  },
});
