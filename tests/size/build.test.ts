import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";

/** In bytes, gzipped: the bars of the design. */
const offlineLimit = 2_000_000;
const firstLimit = 200_000;

const dist = join(import.meta.dirname, "../../dist");

let precached: readonly string[];

beforeAll(() => {
  if (!existsSync(join(dist, "sw.js"))) throw new Error("There is no build yet: run `npm run build` first.");
  const worker = readFileSync(join(dist, "sw.js"), "utf8");
  precached = [
    ...worker.matchAll(/url:\s*"([^"]+)",\s*revision/g),
    ...worker.matchAll(/revision:[^{}]*?url:\s*"([^"]+)"/g),
  ].map((match) => match[1] ?? "");
});

const sizes = new Map<string, number>();

/** Measured once for each file: lists are sorted by it. */
function gzipped(file: string): number {
  const known = sizes.get(file) ?? gzipSync(readFileSync(join(dist, file)), { level: 9 }).byteLength;
  sizes.set(file, known);
  return known;
}

const total = (files: readonly string[]): number => files.reduce((sum, file) => sum + gzipped(file), 0);
const listed = (files: readonly string[]): string =>
  [...files]
    .sort((a, b) => gzipped(b) - gzipped(a))
    .map((file) => `${gzipped(file)} ${file}`)
    .join("\n");

test("everything that was built is kept for offline: each route, font, word and icon", () => {
  const built = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((file) => file !== "sw.js" && !file.startsWith("screenshots/"));
  expect(precached.length).toBeGreaterThan(5);
  expect(built.filter((file) => !precached.includes(file))).toEqual([]);
});

test("all that offline needs is at most 2 MB gzipped", () => {
  expect(total(precached), listed(precached)).toBeLessThanOrEqual(offlineLimit);
});

test("what the page names by itself is at most 200 KB gzipped of JavaScript", () => {
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const named = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1] ?? "");
  expect(named.length).toBeGreaterThan(0);
  expect(total(named), listed(named)).toBeLessThanOrEqual(firstLimit);
});

test("the page holds no script or style of its own, which the policy would refuse", () => {
  const page = readFileSync(join(dist, "index.html"), "utf8");
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
  expect(page).toContain('id="react-aria-pressable-style"');
});

test("a new version waits until the app lets it take over", () => {
  const worker = readFileSync(join(dist, "sw.js"), "utf8");
  expect(worker).not.toContain("clientsClaim");
  expect(worker.match(/skipWaiting/g)).toHaveLength(1);
  expect(worker).toContain("SKIP_WAITING");
});

type Picture = { src: string; sizes: string; purpose?: string; form_factor?: string };
type Manifest = {
  id: string;
  name: string;
  icons: Picture[];
  screenshots?: Picture[];
  shortcuts: { name: string; url: string }[];
};

test("the manifest has its id, icons, pictures and shortcuts, and every file that it names is there in that size", () => {
  const manifest = JSON.parse(readFileSync(join(dist, "manifest.webmanifest"), "utf8")) as Manifest;
  expect(manifest).toMatchObject({
    id: "/",
    name: "Keukentafel",
    start_url: "/",
    display: "standalone",
    lang: "nl",
  });
  expect(manifest.icons.map(({ purpose, sizes }) => `${purpose} ${sizes}`)).toEqual(
    expect.arrayContaining([
      "any 192x192",
      "any 512x512",
      "maskable 192x192",
      "maskable 512x512",
      "monochrome 512x512",
    ]),
  );
  for (const { src, sizes } of [...manifest.icons, ...(manifest.screenshots ?? [])]) {
    const bytes = readFileSync(join(dist, src));
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
  }
  expect(manifest.shortcuts.length).toBeGreaterThan(0);
});
