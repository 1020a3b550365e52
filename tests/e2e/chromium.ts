import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { type BrowserContext, chromium } from "@playwright/test";
import { browserFlags, chromiumPath } from "../browser.ts";

/** A browser of one's own with a profile on disk, as a tablet has: it can be killed, and started again as it was. */
export type OwnBrowser = {
  readonly context: BrowserContext;
  /** SIGKILL to the browser and all its processes, as when the battery is empty: nothing is put away. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const ended = (child: ReturnType<typeof spawn>): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });

async function addressIn(profile: string): Promise<string> {
  const file = join(profile, "DevToolsActivePort");
  for (let tries = 0; tries < 600; tries += 1) {
    const [port, path] = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
    if (port && path) return `ws://127.0.0.1:${port}${path}`;
    await after(50);
  }
  throw new Error("The browser did not say where it listens.");
}

/** Starts Chromium with this profile. Not by Playwright, which offers no way to kill what it started. */
export async function openBrowser(profile: string): Promise<OwnBrowser> {
  rmSync(join(profile, "DevToolsActivePort"), { force: true });
  const flags = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--lang=nl"];
  const noise = ["--no-default-browser-check", "--password-store=basic", "--use-mock-keychain"];
  const child = spawn(chromiumPath(), [...browserFlags, ...flags, ...noise, "about:blank"], {
    detached: true,
    stdio: "ignore",
    env: { ...process.env, LANGUAGE: "nl", TZ: "Europe/Amsterdam" },
  });
  const browser = await chromium.connectOverCDP(await addressIn(profile));
  const context = browser.contexts()[0];
  if (!context) throw new Error("The browser has no window.");
  const kill = async (): Promise<void> => {
    if (child.pid === undefined) return;
    try {
      // The group, so that no renderer or storage process goes on writing after the browser itself.
      process.kill(-child.pid, "SIGKILL");
    } catch {
      child.kill("SIGKILL");
    }
    await ended(child);
    await browser.close().catch(() => undefined);
  };
  const close = async (): Promise<void> => {
    const session = await browser.newBrowserCDPSession();
    await session.send("Browser.close").catch(() => undefined);
    const isSlow = await Promise.race([ended(child).then(() => false), after(10_000, true, { ref: false })]);
    if (isSlow) await kill();
    await browser.close().catch(() => undefined);
  };
  return { context, kill, close };
}
