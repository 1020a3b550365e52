import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isStale } from "../../src/server/buildIfStale.ts";
import { listen } from "../../src/server/listen.ts";

const main = join(import.meta.dirname, "../../src/server/main.ts");
const started: ChildProcess[] = [];
let dist: string;

beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), "keukentafel-"));
  await writeFile(join(dist, "index.html"), "<!doctype html><title>Keukentafel</title>");
});

afterEach(async () => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  await rm(dist, { recursive: true });
});

type Ended = { code: number | null; said: string };

/** Starts the server as `npm start` does, and tells its first line and its end. */
function start(environment: Record<string, string>): {
  child: ChildProcess;
  line: Promise<string>;
  end: Promise<Ended>;
} {
  const child = spawn(process.execPath, ["--import", "tsx", main], {
    env: {
      ...process.env,
      KEUKENTAFEL_DIST: dist,
      KEUKENTAFEL_DATA: join(dist, "data"),
      PORT: "0",
      HOST: "127.0.0.1",
      ...environment,
    },
  });
  started.push(child);
  let said = "";
  const line = new Promise<string>((resolve) => {
    const listenTo = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("\n")) resolve(said.trim());
    };
    child.stdout.on("data", listenTo);
    child.stderr.on("data", listenTo);
  });
  const end = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, said })));
  return { child, line, end };
}

test("the server says where it listens, serves, and stops quietly when asked", async () => {
  const { child, line, end } = start({});
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await line)?.[0] ?? "";
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'self'");
  child.kill("SIGTERM");
  expect((await end).code).toBe(0);
});

test("where it listens on every address, it names one that a browser can open", async () => {
  const { line } = start({ HOST: "0.0.0.0" });
  const url = /http:\/\/localhost:\d+/.exec(await line)?.[0] ?? "";
  expect((await fetch(url.replace("localhost", "127.0.0.1"))).status).toBe(200);
});

test("a connection that a browser opened ahead of need keeps no server from stopping", async () => {
  const { port, close } = await listen(new Hono(), 0, "127.0.0.1");
  const ahead = connect(port, "127.0.0.1");
  await new Promise((resolve) => ahead.once("connect", resolve));
  const gone = new Promise((resolve) => ahead.once("close", resolve));
  await close();
  await gone;
});

test("stopping npm stops the server that it started", async () => {
  const npm = spawn("npm", ["run", "--silent", "start", "--ignore-scripts"], {
    cwd: join(import.meta.dirname, "../.."),
    env: {
      ...process.env,
      KEUKENTAFEL_DIST: dist,
      KEUKENTAFEL_DATA: join(dist, "data"),
      PORT: "0",
      HOST: "127.0.0.1",
    },
  });
  started.push(npm);
  const url = await new Promise<string>((resolve) => {
    npm.stdout.on("data", (chunk: Buffer) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(chunk.toString())?.[0];
      if (found) resolve(found);
    });
  });
  expect((await fetch(url)).status).toBe(200);
  npm.kill("SIGTERM");
  await expect.poll(() => fetch(url).catch(() => "gone"), { timeout: 30_000 }).toBe("gone");
});

test("a port in use is told in one sentence", async () => {
  const holder = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => holder.once("listening", resolve));
  const address = holder.address();
  const port = String(typeof address === "object" ? address?.port : "");
  const { code, said } = await start({ PORT: port }).end;
  holder.close();
  expect(code).toBe(1);
  expect(said.trim()).toBe(`Port ${port} is in use: stop what listens there, or choose another with PORT=….`);
});

test("a port that is none is refused in one sentence", async () => {
  const { code, said } = await start({ PORT: "tafel" }).end;
  expect(code).toBe(1);
  expect(said.trim()).toBe('PORT must be a whole number from 0 to 65535, and is "tafel".');
});

test("a build is made where there is none, and where a source is younger", async () => {
  const root = dist;
  const at = (minutes: number) => new Date(2026, 0, 1, 12, minutes);
  const put = async (path: string, minutes: number) => {
    await mkdir(join(root, path, ".."), { recursive: true });
    await writeFile(join(root, path), "x");
    await utimes(join(root, path), at(minutes), at(minutes));
  };
  await put("index.html", 0);
  expect(isStale(root)).toBe(true);
  await put("dist/index.html", 10);
  expect(isStale(root)).toBe(false);
  await put("src/server/app.ts", 20);
  await utimes(join(root, "src"), at(0), at(0));
  expect(isStale(root), "the server is not part of the build").toBe(false);
  await put("locales/nl/common.json", 20);
  expect(isStale(root)).toBe(true);
});
