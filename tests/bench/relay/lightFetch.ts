import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/**
 * `fetch` as far as the devices of a bench need it, over Node's own HTTP: they share two cores with the relay that is
 * measured, and Node's `fetch` takes longer for a push than the relay does.
 */
export const lightFetch = ((input: string, { method = "GET", headers, body }: RequestInit = {}) =>
  new Promise<Response>((resolve, reject) => {
    const asked = request(input, { agent, method, headers: headers as Record<string, string> }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.once("error", reject);
      answer.once("end", () =>
        resolve(
          new Response(Buffer.concat(parts), {
            status: answer.statusCode ?? 0,
            headers: answer.headers as Record<string, string>,
          }),
        ),
      );
    });
    asked.once("error", reject);
    asked.end(body as Uint8Array | undefined);
  })) as typeof fetch;
