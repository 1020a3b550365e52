import { join } from "node:path";
import { Hono } from "hono";
import { createApp } from "../../src/server/app.ts";
import { listen } from "../../src/server/listen.ts";
import { readShelf } from "../../src/server/shelf.ts";

export const builtFolder = process.env.KEUKENTAFEL_DIST || join(import.meta.dirname, "../../dist");

export type Served = {
  readonly url: string;
  /** From here on nobody answers: what still works, works without a network. */
  readonly close: () => Promise<void>;
  /** From here on this folder is served at the same address: another version of the app. */
  readonly change: (folder: string) => Promise<void>;
};

/** The same answers, with these headers on top. */
export function withHeaders(app: Pick<Hono, "fetch">, headers: Readonly<Record<string, string>>): Hono {
  const front = new Hono();
  front.all("*", async (context) => {
    const response = await app.fetch(context.req.raw);
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return response;
  });
  return front;
}

/**
 * Serves a built folder with the real server on a free port; localhost, since that counts as a secure origin. `headers`
 * come on top of the server's own.
 */
export async function serve(
  folder: string = builtFolder,
  port = 0,
  headers: Readonly<Record<string, string>> = {},
): Promise<Served> {
  let app = createApp(await readShelf(folder));
  const front = withHeaders({ fetch: (request) => app.fetch(request) }, headers);
  const { port: given, close } = await listen(front, port, "localhost");
  const change = async (next: string): Promise<void> => {
    app = createApp(await readShelf(next));
  };
  return { url: `http://localhost:${given}`, close, change };
}
