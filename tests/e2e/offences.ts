import type { BrowserContext } from "@playwright/test";

/**
 * What a page must never do, whichever test runs: break the content security policy, leave an error uncaught, write
 * one to the console, or ask another origin for anything.
 */
export type Offences = {
  /** Watches every page of this context. The contexts of the test's own browser are watched without asking. */
  readonly watch: (context: BrowserContext) => Promise<void>;
  /** For a test that provokes an error: what matches is expected. */
  readonly allow: (pattern: RegExp) => void;
  readonly found: () => readonly string[];
};

const own = new Set(["blob:", "data:", "about:", "chrome:", "chrome-extension:"]);

function isElsewhere(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return !own.has(protocol) && hostname !== "localhost";
}

export function createOffences(): Offences {
  const seen: string[] = [];
  const allowed: RegExp[] = [];
  const watched = new WeakMap<BrowserContext, Promise<void>>();

  const begin = async (context: BrowserContext): Promise<void> => {
    context.on("weberror", (error) => seen.push(`uncaught: ${error.error().stack ?? error.error().message}`));
    context.on("console", (message) => {
      if (message.type() === "error") seen.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on("request", (request) => {
      if (isElsewhere(request.url())) seen.push(`another origin: ${request.url()}`);
    });
    await context.exposeBinding("keukentafelOffence", (_source, text: string) => seen.push(text));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        const { keukentafelOffence } = window as unknown as { keukentafelOffence: (text: string) => void };
        keukentafelOffence(
          `policy: ${event.effectiveDirective} refused ${event.blockedURI} (${event.sourceFile})`,
        );
      });
    });
  };

  const watch = (context: BrowserContext): Promise<void> => {
    const before = watched.get(context);
    if (before) return before;
    const begun = begin(context);
    watched.set(context, begun);
    return begun;
  };

  return {
    watch,
    allow: (pattern) => allowed.push(pattern),
    found: () => seen.filter((text) => !allowed.some((pattern) => pattern.test(text))),
  };
}
