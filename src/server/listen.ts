import type { Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";

export type Listening = {
  readonly port: number;
  /** Lets the answers under way finish, then closes. */
  readonly close: () => Promise<void>;
};

/** Milliseconds for a request's headers, and for all of it; and connections at once: what dawdles holds nobody up. */
const limits = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 10_000,
  maxConnections: 10_000,
};

/** Listens on a port, 0 for any free one. Rejects with the system's error, EADDRINUSE for a port that is taken. */
export function listen(app: Hono, port: number, hostname: string): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  Object.assign(server, limits);
  // A browser opens connections ahead of need. Node counts those as busy, and would wait a minute for a request.
  const unused = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    unused.add(socket);
    socket.once("close", () => unused.delete(socket));
  });
  server.on("request", ({ socket }) => unused.delete(socket));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
      for (const socket of unused) socket.destroy();
    });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, () => {
      server.off("error", reject);
      resolve({ port: (server.address() as AddressInfo).port, close });
    });
  });
}
