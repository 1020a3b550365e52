import { bytesToHex } from "@noble/hashes/utils.js";
import { deviceIdOf, publicKeyOf } from "../../protocol/deviceId.ts";
import type { LogKind, LogName } from "../../protocol/logs.ts";
import type { Value } from "./sql.ts";

/** How a thing of the protocol stands in a column: ids as their bytes, half as long as their spelling. */

const kinds: { readonly [K in LogKind]: number } = { roster: 0, members: 1, entries: 2 };

export function kindFrom(value: unknown): LogKind {
  const found = (Object.keys(kinds) as LogKind[]).find((kind) => kinds[kind] === value);
  if (!found) throw new Error(`no kind of log has the number ${String(value)}`);
  return found;
}

export const hexColumn = (hex: string): Uint8Array => Buffer.from(hex, "hex");

/** @throws Error where a column that is bytes holds none: the tables are not ours. */
export function bytesFrom(value: unknown): Uint8Array<ArrayBuffer> {
  if (!(value instanceof Uint8Array)) throw new Error("a column of bytes holds none");
  // The driver's Buffer may be a window on a larger piece of memory, which a copy lets go.
  return new Uint8Array(value);
}

export const hexFrom = (value: unknown): string => bytesToHex(bytesFrom(value));

/** @throws Error where it is not the spelling of a key: nothing with such a device was let in. */
export function deviceColumn(device: string): Uint8Array {
  const key = publicKeyOf(device);
  if (!key) throw new Error("not a device's id");
  return key;
}

export const deviceFrom = (value: unknown): string => deviceIdOf(bytesFrom(value));

/** For lists of bytes: both engines take a list of texts alike, and `decode(…, 'hex')` makes bytes of it. */
export const deviceText = (device: string): string => bytesToHex(deviceColumn(device));

/** $1, $2, $3 of each statement about a log. */
export const logValues = ({ agency, case: caseId, kind }: LogName): readonly Value[] => [
  hexColumn(agency),
  hexColumn(caseId),
  kinds[kind],
];

/** Many ids as one parameter: read in one go, since a relay does it for every row of everybody. */
export const hexColumns = (hexes: readonly string[]): Uint8Array => hexColumn(hexes.join(""));

/** Many pieces of bytes as one parameter, with where each begins (from 1) and how long it is. */
export function packed(pieces: readonly Uint8Array[]): {
  readonly all: Uint8Array;
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
} {
  let at = 1;
  const starts = pieces.map(({ length }) => {
    const start = at;
    at += length;
    return start;
  });
  return { all: Buffer.concat(pieces), starts, lengths: pieces.map(({ length }) => length) };
}
