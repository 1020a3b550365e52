import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Hono } from "hono";
import { setUpLinkOf } from "../../src/protocol/addresses.ts";
import { createApp } from "../../src/server/app.ts";
import { listen } from "../../src/server/listen.ts";
import { type OpenRelay, openRelay } from "../../src/server/openRelay.ts";
import { readShelf } from "../../src/server/shelf.ts";
import { openPglite } from "../../src/server/sql/pglite.ts";
import { builtFolder, withHeaders } from "./serve.ts";

export type ServedRelay = {
  readonly url: string;
  /** A one-time link that sets an agency up: a new one at each call. */
  readonly setUpLink: () => Promise<string>;
  /**
   * Lets go of who waits for a poke, then ends; what the relay kept is gone with it. A page that is still open keeps its
   * connection alive, and is not waited for longer than a moment.
   */
  readonly close: () => Promise<void>;
};

/** The built app with its relay beside it, as `main.ts` puts them together, on a free port and over a database in memory. */
export async function serveRelay(
  folder: string = builtFolder,
  headers: Readonly<Record<string, string>> = {},
): Promise<ServedRelay> {
  const shelf = await readShelf(folder);
  const relay = await openRelay(await openPglite(), { log: () => undefined });
  return served(createApp(shelf, relay.api), headers, () => relay);
}

async function served(
  app: Pick<Hono, "fetch">,
  headers: Readonly<Record<string, string>>,
  relay: () => OpenRelay,
): Promise<ServedRelay> {
  const { port, close } = await listen(withHeaders(app, headers), 0, "localhost");
  const url = `http://localhost:${port}`;
  return {
    url,
    setUpLink: async () => setUpLinkOf(url, (await relay().newSecret(true)) ?? ""),
    close: async () => {
      const isClosed = close();
      await relay().leave();
      await Promise.race([isClosed, setTimeout(2_000)]);
      await relay().close();
    },
  };
}

export type RestorableRelay = ServedRelay & {
  /** As the README says it: the process stops, its folder is copied. Gives what puts that copy back in its place. */
  readonly backUp: () => Promise<() => Promise<void>>;
};

/** The same over a folder, which is backed up and restored while the relay rests. */
export async function serveRestorableRelay(): Promise<RestorableRelay> {
  const shelf = await readShelf(builtFolder);
  const folder = await mkdtemp(join(tmpdir(), "keukentafel-relay-"));
  const data = join(folder, "data");
  const open = async () => openRelay(await openPglite(data), { log: () => undefined });
  let relay = await open();
  let app = createApp(shelf, relay.api);
  const { close, ...rest } = await served({ fetch: (request) => app.fetch(request) }, {}, () => relay);
  async function resting(work: () => Promise<void>): Promise<void> {
    await relay.leave();
    await relay.close();
    await work();
    relay = await open();
    app = createApp(shelf, relay.api);
  }
  let copies = 0;
  return {
    ...rest,
    async backUp() {
      copies += 1;
      const copy = join(folder, `copy-${copies}`);
      await resting(() => cp(data, copy, { recursive: true }));
      return () =>
        resting(async () => {
          await rm(data, { recursive: true });
          await cp(copy, data, { recursive: true });
        });
    },
    async close() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
