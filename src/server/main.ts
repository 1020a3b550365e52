import { existsSync } from "node:fs";
import { join } from "node:path";
import { createApp } from "./app.ts";
import { type Listening, listen } from "./listen.ts";
import { readShelf } from "./shelf.ts";

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
  if (code === "ENOTFOUND" || code === "EADDRNOTAVAIL")
    return `This machine has no address "${host}": change HOST.`;
  return `The server could not start: ${String(error)}`;
}

/** A second signal, or ten seconds, ends what will not finish by itself. */
function stopWhenAsked(listening: Listening): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    void listening.close().then(() => process.exit(0));
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
try {
  const listening = await listen(createApp(await readShelf(folder)), port, host);
  stopWhenAsked(listening);
  say(`Keukentafel: http://${host.includes(":") ? `[${host}]` : host}:${listening.port}`);
} catch (error) {
  give(reasonOf(error, port, host));
}
