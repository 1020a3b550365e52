import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../src/server/app.ts";
import { readShelf } from "../../src/server/shelf.ts";

const page = `<!doctype html><title>Keukentafel</title>${"<p>thee</p>".repeat(200)}`;
const script = `console.log("${"thee ".repeat(400)}")`;

let root: string;
let app: Hono;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "keukentafel-"));
  await mkdir(join(root, "dist/assets"), { recursive: true });
  await writeFile(join(root, "geheim.txt"), "geheim");
  await writeFile(join(root, "dist/index.html"), page);
  await writeFile(join(root, "dist/sw.js"), script);
  await writeFile(join(root, "dist/manifest.webmanifest"), "{}");
  await writeFile(join(root, "dist/assets/index-abc123.js"), script);
  await writeFile(join(root, "dist/assets/noto-abc123.woff2"), new Uint8Array(2000));
  app = createApp(await readShelf(join(root, "dist")));
});

afterAll(() => rm(root, { recursive: true }));

const navigation = { Accept: "text/html,application/xhtml+xml", "Sec-Fetch-Mode": "navigate" };

test("every answer carries the security headers, a missing file and a refused method too", async () => {
  const answers = [
    await app.request("/", { headers: navigation }),
    await app.request("/assets/weg.js"),
    await app.request("/", { method: "POST" }),
  ];
  expect(answers.map((answer) => answer.status)).toEqual([200, 404, 405]);
  for (const { headers } of answers) {
    const policy = headers.get("Content-Security-Policy") ?? "";
    expect(policy.split("; ")).toEqual([
      "default-src 'self'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "img-src 'self' blob: data:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "manifest-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(headers.get("Permissions-Policy")).toContain("geolocation=()");
  }
});

test("HTTPS is made lasting only where the request came over it", async () => {
  const header = async (url: string, headers: Record<string, string> = {}) =>
    (await app.request(url, { headers })).headers.get("Strict-Transport-Security");
  expect(await header("http://localhost/")).toBeNull();
  expect(await header("http://localhost/", { "X-Forwarded-Proto": "http" })).toBeNull();
  expect(await header("https://tafel.example/")).toMatch(/^max-age=\d{8}/);
  expect(await header("http://localhost/", { "X-Forwarded-Proto": "https" })).toMatch(/^max-age=\d{8}/);
});

test("the address of a screen gives the app, a missing file is missing", async () => {
  const deep = await app.request("/families/a1b2/visits/3", { headers: navigation });
  expect(deep.status).toBe(200);
  expect(await deep.text()).toBe(page);
  for (const path of ["/assets/weg-1.js", "/weg.css", "/icons/weg.png", "/api/entries", "/assets/map"]) {
    expect((await app.request(path, { headers: navigation })).status, path).toBe(404);
  }
  const fetched = await app.request("/families/a1b2", { headers: { Accept: "application/json" } });
  expect(fetched.status).toBe(404);
});

test("a file named by its content is kept forever, the page and the service worker are asked for again", async () => {
  const caching = async (path: string) => (await app.request(path)).headers.get("Cache-Control");
  expect(await caching("/assets/index-abc123.js")).toContain("immutable");
  for (const path of ["/", "/index.html", "/sw.js", "/manifest.webmanifest"])
    expect(await caching(path)).toBe("no-cache");
});

test("what did not change is not sent again", async () => {
  const first = await app.request("/sw.js");
  const tag = first.headers.get("ETag") ?? "";
  const second = await app.request("/sw.js", { headers: { "If-None-Match": tag } });
  expect(second.status).toBe(304);
  expect(await second.text()).toBe("");
  expect((await app.request("/sw.js", { headers: { "If-None-Match": '"ander"' } })).status).toBe(200);
});

test("text travels compressed for who can read that, a font as it is", async () => {
  const fetched = async (path: string, accept: string) => {
    const answer = await app.request(path, { headers: { "Accept-Encoding": accept } });
    return {
      encoding: answer.headers.get("Content-Encoding"),
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  };
  const brotli = await fetched("/sw.js", "gzip, deflate, br");
  expect(brotli.encoding).toBe("br");
  expect(brotliDecompressSync(brotli.bytes).toString()).toBe(script);
  const gzipped = await fetched("/sw.js", "gzip, br;q=0");
  expect(gzipped.encoding).toBe("gzip");
  expect(gunzipSync(gzipped.bytes).toString()).toBe(script);
  expect((await fetched("/sw.js", "identity")).bytes.toString()).toBe(script);
  expect((await fetched("/assets/noto-abc123.woff2", "gzip, br")).encoding).toBeNull();
});

test("HEAD tells about a file without sending it", async () => {
  const answer = await app.request("/assets/index-abc123.js", { method: "HEAD" });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Length")).toBe(String(script.length));
  expect(await answer.text()).toBe("");
});

test("no address climbs out of the folder that is served", async () => {
  for (const path of [
    "/../geheim.txt",
    "/..%2fgeheim.txt",
    "/%2e%2e/geheim.txt",
    "/assets/..%5c..%5cgeheim.txt",
  ]) {
    const answer = await app.request(new Request(`http://localhost${path}`));
    expect(answer.status, path).toBe(404);
    expect(await answer.text()).not.toContain("geheim");
  }
});
