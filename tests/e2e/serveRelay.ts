import { setTimeout } from "node:timers/promises";
import { setUpLinkOf } from "../../src/protocol/addresses.ts";
import { createApp } from "../../src/server/app.ts";
import { listen } from "../../src/server/listen.ts";
import { openRelay } from "../../src/server/openRelay.ts";
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
  const { port, close } = await listen(withHeaders(createApp(shelf, relay.api), headers), 0, "localhost");
  const url = `http://localhost:${port}`;
  return {
    url,
    setUpLink: async () => setUpLinkOf(url, (await relay.newSecret(true)) ?? ""),
    close: async () => {
      const isClosed = close();
      await relay.leave();
      await Promise.race([isClosed, setTimeout(2_000)]);
      await relay.close();
    },
  };
}
