import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const main = join(import.meta.dirname, "../../../src/server/main.ts");

export type RelayProcess = {
  readonly url: string;
  /** Of its one-time link. */
  readonly secret: string;
  /** Bytes that the process holds in memory, by its own metrics. */
  readonly memory: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

/** The relay as `npm start` runs it, in a process of its own, over this database. */
export async function startRelay(databaseUrl: string): Promise<RelayProcess> {
  const folder = await mkdtemp(join(tmpdir(), "keukentafel-relay-"));
  await writeFile(join(folder, "index.html"), "<!doctype html><title>Keukentafel</title>");
  const environment = { PORT: "0", HOST: "127.0.0.1", KEUKENTAFEL_DIST: folder, DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, ["--import", "tsx", main], {
    env: { ...process.env, KEUKENTAFEL_LOG: "off", KEUKENTAFEL_CONNECTIONS: "20", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  const [url = "", secret = ""] = await new Promise<string[]>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /(http:\/\/127\.0\.0\.1:\d+)\/agency\/new#(\S+)/.exec(said);
      if (found) resolve(found.slice(1));
    });
    child.once("exit", () => reject(new Error("The relay did not start.")));
  });
  return {
    url,
    secret,
    async memory() {
      const text = await (await fetch(`${url}/metrics`)).text();
      return Number(/^keukentafel_memory_bytes (\d+)/m.exec(text)?.[1]);
    },
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}
