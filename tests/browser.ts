import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/**
 * The one place that knows where a Chromium is. Named by KEUKENTAFEL_CHROMIUM or CHROME_PATH, else the one that is
 * installed, else Playwright's own; and where none is, one is installed.
 */

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

const macPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const windowsPlaces = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];

const isRoot = process.getuid?.() === 0;

/** Without a sandbox only where Chromium refuses to start with one: as root. */
export const browserFlags: readonly string[] = [
  ...(isRoot ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync);

function installed(): string | undefined {
  if (process.platform === "darwin") {
    return [...macPlaces, ...macPlaces.map((place) => join(homedir(), place))].find(existsSync);
  }
  if (process.platform === "win32") {
    const roots = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
    const folders = roots.filter((root): root is string => root !== undefined);
    return folders.flatMap((folder) => windowsPlaces.map((place) => join(folder, place))).find(existsSync);
  }
  for (const name of names) {
    const found = onPath(name);
    if (found) return found;
  }
  return undefined;
}

function named(): string | undefined {
  const path = process.env.KEUKENTAFEL_CHROMIUM || process.env.CHROME_PATH;
  if (path && !existsSync(path))
    throw new Error(`There is no browser at ${path}: mend KEUKENTAFEL_CHROMIUM or CHROME_PATH.`);
  return path;
}

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

export const findBrowser = (): string | undefined => named() ?? installed() ?? playwrightsOwn();

/** A step that hangs on a network without an answer ends after ten minutes. */
const ran = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: "inherit", timeout: 600_000, shell: process.platform === "win32" })
    .status === 0;

function install(): void {
  if (isRoot && onPath("apt-get")) {
    if (
      ran("apt-get", ["update"]) &&
      ran("apt-get", ["install", "-y", "--no-install-recommends", "chromium"])
    )
      return;
  }
  ran("npx", ["playwright", "install", "chromium"]);
}

/** @throws with one sentence that says what to do, where no Chromium is found and none can be installed. */
export function chromiumPath(): string {
  const before = findBrowser();
  if (before) return before;
  install();
  const after = findBrowser();
  if (after) return after;
  throw new Error(
    "Install Chromium or Google Chrome, or name one in KEUKENTAFEL_CHROMIUM, and run the tests again.",
  );
}
