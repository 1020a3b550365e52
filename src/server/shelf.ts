import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

export type Encoding = "br" | "gzip";

export type Asset = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  /** Named after its content by the build, so that it never changes under its name. */
  readonly hashed: boolean;
  /** Absent for what is compressed already. Computed once, at the first request for it. */
  readonly encoded?: (encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>;
};

/** Files by their path in the address: a request can only ever name one of these, so none climbs out of the folder. */
export type Shelf = ReadonlyMap<string, Asset>;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

const compressible = new Set([".html", ".js", ".css", ".json", ".webmanifest", ".svg", ".txt", ".wasm"]);

function compressedOnce(
  bytes: Uint8Array<ArrayBuffer>,
): (encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>> {
  const done = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
  return (encoding) => {
    const before = done.get(encoding);
    if (before) return before;
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    const compressed = (encoding === "br" ? toBrotli(bytes, quality) : toGzip(bytes, { level: 9 })).then(
      (buffer) => new Uint8Array(buffer),
    );
    done.set(encoding, compressed);
    return compressed;
  };
}

function assetOf(path: string, bytes: Uint8Array<ArrayBuffer>): Asset {
  const extension = extname(path);
  const asset = {
    bytes,
    type: types[extension] ?? "application/octet-stream",
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    hashed: path.startsWith("/assets/"),
  };
  return compressible.has(extension) ? { ...asset, encoded: compressedOnce(bytes) } : asset;
}

/** Reads a built folder whole, a few megabytes, so that what is served does not change halfway through a build. */
export async function readShelf(folder: string): Promise<Shelf> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const assets = await Promise.all(
    files.map(async (file) => {
      const path = `/${relative(folder, file).split(sep).join("/")}`;
      return [path, assetOf(path, new Uint8Array(await readFile(file)))] as const;
    }),
  );
  return new Map(assets);
}
