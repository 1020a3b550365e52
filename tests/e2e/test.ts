import { type BrowserContext, test as base, expect } from "@playwright/test";
import { createOwnTablet, createTablet, type OwnTablet, type Secrets, type Tablet } from "./driver.ts";
import { createOffences, type Offences } from "./offences.ts";

export type TabletAt = (url: string) => Promise<Tablet>;

type Fixtures = {
  readonly offences: Offences;
  /** A fresh tablet on the welcome screen: see driver.ts. */
  readonly tablet: Tablet;
  /** The same with a profile on disk, which can be killed and started again. */
  readonly ownTablet: OwnTablet;
  /** One more tablet, on nothing yet, of the app that is served at this address; its browser closes after the test. */
  readonly tabletAt: TabletAt;
  /** A tablet that was set up before and has just been unlocked: an empty list of families. */
  readonly opened: { readonly tablet: Tablet; readonly secrets: Secrets };
};

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Setting up takes three slow keys; it is done once for each of Playwright's workers, and the storage copied. */
type WorkerFixtures = { readonly setUpBefore: { readonly secrets: Secrets; readonly state: State } };

/** Playwright's `test`, which fails any test in whose pages an offence was seen: see offences.ts. */
export const test = base.extend<Fixtures, WorkerFixtures>({
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
  tablet: async ({ page, baseURL }, use) => {
    const tablet = createTablet(() => page, baseURL ?? "");
    await tablet.open();
    await use(tablet);
  },
  tabletAt: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (url) => {
      const context = await browser.newContext({ serviceWorkers: "block" });
      contexts.push(context);
      const page = await context.newPage();
      return createTablet(() => page, url);
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  setUpBefore: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ serviceWorkers: "block" });
      const page = await context.newPage();
      const tablet = createTablet(() => page, process.env.KEUKENTAFEL_URL ?? "");
      await tablet.open();
      const secrets = await tablet.setUp();
      const state = await context.storageState({ indexedDB: true });
      await context.close();
      await use({ secrets, state });
    },
    { scope: "worker" },
  ],
  opened: async ({ page, context, baseURL, setUpBefore: { secrets, state } }, use) => {
    await context.setStorageState(state);
    const tablet = createTablet(() => page, baseURL ?? "");
    await tablet.open("/families");
    await tablet.unlock(secrets.words);
    await use({ tablet, secrets });
  },
  ownTablet: async ({ baseURL, offences }, use) => {
    const { tablet, done } = await createOwnTablet(baseURL ?? "", offences);
    try {
      await tablet.open();
      await use(tablet);
    } finally {
      await done();
    }
  },
});

export { expect };
