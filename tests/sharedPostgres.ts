import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { type Cluster, startCluster } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where a test asks for the run's PostgreSQL: see `freshDatabase`. */
    postgresAt: string;
  }
}

/**
 * One PostgreSQL for all of a run's files, which run in several processes: it is started when the first of them asks, and
 * never in a run that needs none.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<Cluster> | undefined;
  const server = createServer((_request, response) => {
    cluster ??= startCluster({ isDurable: false });
    cluster.then(
      ({ urlOf }) => response.end(urlOf("postgres")),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  project.provide("postgresAt", `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await cluster?.then(
      ({ stop }) => stop(),
      () => undefined,
    );
  };
}
