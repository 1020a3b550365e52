import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** The files of a browser's profile that hold any of these, in UTF-8, in UTF-16 or, as far as it goes, in Latin-1. */
export function filesWith(profile: string, ...texts: readonly string[]): string[] {
  const wanted = texts.flatMap((text) => [
    Buffer.from(text, "utf8"),
    Buffer.from(text, "utf16le"),
    Buffer.from(text, "latin1"),
  ]);
  const found: string[] = [];
  for (const entry of readdirSync(profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch {
      // The browser is alive, and removes files of its own while we look.
      continue;
    }
    if (wanted.some((one) => bytes.includes(one))) found.push(relative(profile, path));
  }
  return found;
}
