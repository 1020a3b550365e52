import { isHex } from "../../protocol/shape.ts";
import { paths } from "../paths.ts";

/**
 * What an invitation carries stands behind the `#`, which no browser sends: the agency's id, which is the hash of its
 * root's key, so that no relay can pass another agency off for it; and the seed of the key that may admit one device.
 */
export const invitationLink = (origin: string, agency: string, seedText: string): string =>
  `${origin}${paths.joinAgency}#${agency}.${seedText}`;

export function invitationFrom(hash: string): { readonly agency: string; readonly seed: string } | undefined {
  const [agency, seed, more] = hash.replace(/^#/, "").split(".");
  if (more !== undefined || !isHex(agency, 16) || !seed) return undefined;
  return { agency, seed };
}
