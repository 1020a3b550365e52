import { protocolVersion, versionHeader } from "../protocol/wire.ts";
import type { Pokes } from "./pokes.ts";
import type { Session } from "./sessions.ts";

/** An answer that stays open and says when a log of the caller's has moved, until its session or the process ends. */
export function poked(pokes: Pokes, { caller, endsAt }: Session, now: number, signal: AbortSignal): Response {
  let leave = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder();
      const stop = pokes.add({
        caller,
        // What a sleeping tablet has not fetched is dropped: one line is enough to make it ask.
        tell: (lines) => {
          if ((controller.desiredSize ?? 0) > -16) controller.enqueue(encoder.encode(lines));
        },
        end: () => leave(),
      });
      const ending = setTimeout(() => leave(), Math.max(0, endsAt - now));
      ending.unref();
      leave = () => {
        leave = () => undefined;
        clearTimeout(ending);
        stop();
        signal.removeEventListener("abort", leaveNow);
        try {
          controller.close();
        } catch {
          // The caller has gone, and took the stream along.
        }
      };
      const leaveNow = (): void => leave();
      signal.addEventListener("abort", leaveNow);
      controller.enqueue(encoder.encode("event: ready\ndata:\n\n"));
    },
    cancel: () => leave(),
  });
  const headers = {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store",
    // Some proxies gather an answer before they pass it on.
    "X-Accel-Buffering": "no",
    [versionHeader]: String(protocolVersion),
  };
  return new Response(body, { headers });
}
