import { existsSync } from "node:fs";
import { join } from "node:path";
import { Hono } from "hono";
import { setUpLinkOf } from "../protocol/addresses.ts";
import { type ApiEnvironment, problem } from "./apiAnswers.ts";
import { createApp } from "./app.ts";
import { type Listening, listen } from "./listen.ts";
import { createLog } from "./logLines.ts";
import { type OpenRelay, openRelay } from "./openRelay.ts";
import { readShelf, type Shelf } from "./shelf.ts";
import { NewerDatabaseError } from "./sql/migrate.ts";
import { openSql, UnusableDatabaseError } from "./sql/open.ts";

const folder = process.env.KEUKENTAFEL_DIST || join(import.meta.dirname, "../../dist");

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function give(up: string): never {
  process.stderr.write(`${up}\n`);
  process.exit(1);
}

function portFrom(text: string | undefined): number {
  const port = Number(text || "8080");
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  return give(`PORT must be a whole number from 0 to 65535, and is "${text}".`);
}

function reasonOf(error: unknown, port: number, host: string): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE")
    return `Port ${port} is in use: stop what listens there, or choose another with PORT=….`;
  if (code === "EACCES")
    return `Port ${port} needs more rights than this user has: choose one above 1023 with PORT=….`;
  if (error instanceof NewerDatabaseError || error instanceof UnusableDatabaseError) return error.message;
  if (code === "ENOTFOUND" || code === "EADDRNOTAVAIL")
    return `This machine has no address "${host}": change HOST.`;
  return `The server could not start: ${String(error)}`;
}

/**
 * Answers under way are finished, and what they wrote is in the database before that is let go. A database that is still
 * being opened is left as it is: nothing of it counts until it is whole.
 */
async function endOf(listening: Listening, relay: OpenRelay | undefined): Promise<void> {
  const isClosed = listening.close();
  await relay?.leave();
  await isClosed;
  await relay?.close();
}

/** A second signal, or ten seconds, ends what will not finish by itself. */
function stopWhenAsked(listening: Listening, opened: () => OpenRelay | undefined): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    void endOf(listening, opened()).then(() => process.exit(0));
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  if (process.env.npm_lifecycle_event) whenOrphaned(stop);
}

/** npm hands a signal to its shell, which ends without handing it on: a server without that shell was to stop too. */
function whenOrphaned(stop: () => void): void {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}

const port = portFrom(process.env.PORT);
const host = process.env.HOST || "localhost";
if (!existsSync(join(folder, "index.html"))) give("There is no build yet: run `npm run build` first.");
const isQuiet = process.env.KEUKENTAFEL_LOG === "off";

/** "On every address" is none that a browser can open. */
const named = ["0.0.0.0", "::"].includes(host) ? "localhost" : host;

/** Where people open this relay: named by the operator where a proxy stands before it. */
const originOf = (port: number): string =>
  (process.env.KEUKENTAFEL_URL || `http://${named.includes(":") ? `[${named}]` : named}:${port}`).replace(
    /\/+$/,
    "",
  );

/** The app is there at once; what asks for the relay comes back when its database is open. */
function createFront(shelf: Shelf): { readonly front: Hono; readonly open: (api: OpenRelay["api"]) => void } {
  const starting = new Hono<ApiEnvironment>();
  starting.get("/healthz", (context) => context.text("alive\n"));
  starting.get("/readyz", (context) => context.text("not ready\n", 503));
  starting.all("/api/*", () => problem("busy", 2_000));
  let app = createApp(shelf, starting);
  const front = new Hono();
  front.all("*", (context) => app.fetch(context.req.raw, context.env));
  return {
    front,
    open: (api) => {
      app = createApp(shelf, api);
    },
  };
}

async function open(): Promise<OpenRelay> {
  const log = createLog(isQuiet ? () => undefined : say, Date.now);
  const sql = await openSql(process.env, join(import.meta.dirname, "../../data"));
  return openRelay(sql, { log, isBehindProxy: process.env.KEUKENTAFEL_PROXY === "1" });
}

async function start(): Promise<void> {
  const { front, open: openFront } = createFront(await readShelf(folder));
  const listening = await listen(front, port, host);
  say(`Keukentafel: ${originOf(listening.port)}`);
  let opened: OpenRelay | undefined;
  stopWhenAsked(listening, () => opened);
  const relay = await open();
  opened = relay;
  openFront(relay.api);
  // Until an agency has been set up at each start; a further one only where it is asked for.
  const secret = await relay.newSecret(process.env.KEUKENTAFEL_NEW_AGENCY === "1");
  if (secret) say(`Set an agency up, once, with: ${setUpLinkOf(originOf(listening.port), secret)}`);
}

try {
  await start();
} catch (error) {
  give(reasonOf(error, port, host));
}
