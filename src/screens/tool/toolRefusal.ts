import type { i18n } from "i18next";
import { refusalKey } from "../casefile/refusal.ts";

/** Why something was not kept, in a tool's own words where it has them, else in those that every screen shares. */
export function toolRefusalKey(i18n: i18n, refused: string): string {
  const own = `tools:refused.${refused}`;
  if (!refused.startsWith("problem:") && i18n.exists(own)) return own;
  const shared = refusalKey(refused);
  return i18n.exists(shared) ? shared : "tools:refused.other";
}
