import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** What the build is made from. The server's own folder is not in it. */
const sources = ["index.html", "vite.config.ts", "package-lock.json", "public", "locales", "src"];

function newestMillis(path: string): number {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = readdirSync(path)
    .filter((name) => name !== "server")
    .map((name) => newestMillis(join(path, name)));
  // A folder's own time moves when a file in it is removed.
  return Math.max(found.mtimeMs, ...inside);
}

/** True where there is no build, or something that it is made from is younger than it. */
export function isStale(root: string): boolean {
  const built = join(root, "dist/index.html");
  if (!existsSync(built)) return true;
  const builtMillis = statSync(built).mtimeMs;
  return sources.some((source) => newestMillis(join(root, source)) > builtMillis);
}

/** @returns the exit code of the build, 0 where none was needed. */
export function buildIfStale(root: string): number {
  if (!isStale(root)) return 0;
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin/vite.js");
  return spawnSync(process.execPath, [vite, "build"], { cwd: root, stdio: "inherit" }).status ?? 1;
}

if (process.argv[1] === import.meta.filename)
  process.exitCode = buildIfStale(join(import.meta.dirname, "../.."));
