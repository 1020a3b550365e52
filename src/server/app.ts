import { type Context, Hono } from "hono";
import type { ApiEnvironment } from "./apiAnswers.ts";
import { securityHeaders } from "./headers.ts";
import type { Asset, Encoding, Shelf } from "./shelf.ts";

const forever = "public, max-age=31536000, immutable";
const askAgain = "no-cache";

function encodingFor(accept: string | undefined): Encoding | undefined {
  const accepted = (accept ?? "")
    .split(",")
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(";")[0]?.trim());
  if (accepted.includes("br")) return "br";
  return accepted.includes("gzip") ? "gzip" : undefined;
}

function isKnown(asset: Asset, ifNoneMatch: string | undefined): boolean {
  const tags = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(asset.etag) || tags.includes("*");
}

async function answer(context: Context, asset: Asset): Promise<Response> {
  // Weak: the same file has other bytes when compressed.
  const headers = new Headers({
    "Cache-Control": asset.hashed ? forever : askAgain,
    ETag: `W/${asset.etag}`,
  });
  if (asset.encoded) headers.set("Vary", "Accept-Encoding");
  if (isKnown(asset, context.req.header("If-None-Match")))
    return new Response(null, { status: 304, headers });
  headers.set("Content-Type", asset.type);
  const encoding = asset.encoded && encodingFor(context.req.header("Accept-Encoding"));
  const bytes = encoding && asset.encoded ? await asset.encoded(encoding) : asset.bytes;
  if (encoding) headers.set("Content-Encoding", encoding);
  headers.set("Content-Length", String(bytes.byteLength));
  return new Response(context.req.method === "HEAD" ? null : bytes, { headers });
}

/** The addresses of screens carry no extension; a missing file must be missing, not a page in its place. */
function isNavigation(context: Context, path: string): boolean {
  if (path.startsWith("/assets/") || path === "/api" || path.startsWith("/api/")) return false;
  if (/\.[a-z0-9]{1,11}$/i.test(path)) return false;
  const mode = context.req.header("Sec-Fetch-Mode");
  return mode ? mode === "navigate" : (context.req.header("Accept") ?? "").includes("text/html");
}

/** Request in, response out, without a port: the built app with its security headers, and the relay beside it. */
export function createApp(shelf: Shelf, api?: Hono<ApiEnvironment>): Hono {
  const app = new Hono();
  app.use(securityHeaders);
  if (api) app.route("/", api);
  app.get("*", async (context) => {
    const path = context.req.path;
    const asset =
      shelf.get(path) ?? (path === "/" || isNavigation(context, path) ? shelf.get("/index.html") : undefined);
    return asset ? answer(context, asset) : context.text("Not found.", 404, { "Cache-Control": "no-store" });
  });
  app.notFound((context) =>
    context.text("Method not allowed.", 405, { Allow: "GET, HEAD", "Cache-Control": "no-store" }),
  );
  return app;
}
