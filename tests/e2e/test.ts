import { type BrowserContext, test as base, expect } from "@playwright/test";
import { createOffences, type Offences } from "./offences.ts";

/** Playwright's `test`, which fails any test in whose pages an offence was seen: see offences.ts. */
export const test = base.extend<{ offences: Offences }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern for what a fixture needs
  baseURL: async ({}, use) => {
    await use(process.env.KEUKENTAFEL_URL);
  },
  offences: [
    async ({ browser }, use) => {
      const offences = createOffences();
      const watch = (context: BrowserContext): void => void offences.watch(context);
      browser.on("context", watch);
      await use(offences);
      browser.off("context", watch);
      expect(offences.found()).toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, offences }, use) => {
    await offences.watch(context);
    await use(context);
  },
});

export { expect };
