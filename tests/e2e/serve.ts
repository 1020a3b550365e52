import { join } from "node:path";
import { createApp } from "../../src/server/app.ts";
import { listen } from "../../src/server/listen.ts";
import { readShelf } from "../../src/server/shelf.ts";

export const builtFolder = join(import.meta.dirname, "../../dist");

export type Served = {
  readonly url: string;
  /** From here on nobody answers: what still works, works without a network. */
  readonly close: () => Promise<void>;
};

/** Serves a built folder with the real server on a free port; localhost, since that counts as a secure origin. */
export async function serve(folder: string = builtFolder, port = 0): Promise<Served> {
  const { port: given, close } = await listen(createApp(await readShelf(folder)), port, "localhost");
  return { url: `http://localhost:${given}`, close };
}
