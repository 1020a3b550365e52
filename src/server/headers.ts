import type { MiddlewareHandler } from "hono";

/** 'wasm-unsafe-eval' is for Argon2id; nothing else runs that was not served from here. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const permissionsPolicy = [
  "camera",
  "microphone",
  "geolocation",
  "payment",
  "usb",
  "serial",
  "hid",
  "midi",
  "display-capture",
]
  .map((feature) => `${feature}=()`)
  .join(", ");

const always: Readonly<Record<string, string>> = {
  "Content-Security-Policy": contentSecurityPolicy,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": permissionsPolicy,
};

/** Two years, for this host name alone: its neighbours are not ours to bind. */
const strictTransport = "max-age=63072000";

/** The socket's own encryption, or the word of the proxy in front that ended it. */
function cameEncrypted(url: string, forwardedProto: string | undefined): boolean {
  const nearest = forwardedProto?.split(",")[0]?.trim().toLowerCase();
  return nearest === "https" || url.startsWith("https:");
}

/** Every answer carries these, errors too. HSTS only where the request came over TLS: elsewhere browsers ignore it. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(always)) context.res.headers.set(name, value);
  if (cameEncrypted(context.req.url, context.req.header("X-Forwarded-Proto"))) {
    context.res.headers.set("Strict-Transport-Security", strictTransport);
  }
};
