import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** A socket's path is short on every system; the system itself closes it with its process, however that ends. */
function placeOf(folder: string): string {
  const name = `keukentafel-${createHash("sha256").update(resolve(folder)).digest("hex").slice(0, 16)}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

const listenAt = (place: string): Promise<Server> =>
  new Promise((done, failed) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", failed);
    server.listen(place, () => done(server.unref()));
  });

const answers = (place: string): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(place);
    socket.once("connect", () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });

/**
 * Two processes in one folder of the embedded engine would destroy it. The answer lets go.
 * @throws Error with one sentence where another process of this machine holds it.
 */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const place = placeOf(folder);
  let server: Server;
  try {
    server = await listenAt(place);
  } catch {
    if (await answers(place)) {
      throw new Error(
        `Another relay uses the folder ${folder}: stop it, or name another in KEUKENTAFEL_DATA.`,
      );
    }
    // Left by a process that was killed.
    await rm(place, { force: true });
    server = await listenAt(place);
  }
  return () => new Promise((done) => server.close(() => done()));
}
