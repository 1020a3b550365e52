import type { Entry, Op, Seen } from "../domain/entry.ts";
import type { CaseId, DeviceId, EntryId, RecordId } from "../domain/ids.ts";

/** Version of the layout below. A reader that does not know it keeps the entry as unread. */
export const insideVersion = 1;

/**
 * What is inside the seal, as a list whose order is the format: names of keys would double the size of a tap.
 * `seen` is the author's count per device, so that an entry withheld on the way shows as a hole.
 */
export type Inside = readonly [
  version: number,
  reader: number,
  lamport: number,
  wall: number,
  zone: number,
  author: string,
  voice: string,
  means: string,
  visit: string | null,
  audience: readonly string[] | null,
  intent: string,
  seen: readonly (readonly [device: string, n: number])[],
  ops: readonly (readonly unknown[])[],
];

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const opToList = (op: Op): readonly unknown[] => [
  op.kind,
  op.record,
  op.field,
  op.value,
  op.over.map(fromHex),
];

function opFromList(list: readonly unknown[]): Op {
  const [kind, record, field, value, over] = list;
  return {
    kind: kind as Op["kind"],
    record: record as RecordId,
    field: field as string,
    value: value as Op["value"],
    over: Array.isArray(over) ? over.map((id) => toHex(id as Uint8Array) as EntryId) : [],
  };
}

/** What an entry says, ready to be sealed. */
export function toInside(
  entry: Omit<Entry, "id" | "device" | "n" | "case" | "seen">,
  seen: ReadonlyMap<DeviceId, number>,
): Inside {
  return [
    insideVersion,
    entry.reader,
    entry.lamport,
    entry.wall,
    entry.zone,
    entry.author,
    entry.voice,
    entry.means,
    entry.visit ?? null,
    entry.audience ?? null,
    entry.intent,
    [...seen].sort(([a], [b]) => (a < b ? -1 : 1)),
    entry.ops.map(opToList),
  ];
}

/** Where somebody writes nonsense there, the entry counts all the same: nothing that it says rests on this. */
const seenFrom = (list: unknown): Seen =>
  Array.isArray(list)
    ? list.filter(
        (one): one is Seen[number] =>
          Array.isArray(one) && typeof one[0] === "string" && isWhole(one[1]) && one[1] > 0,
      )
    : [];

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

/**
 * The entry of an opened seal, or `undefined` where what is inside has not the shape of an entry.
 * Ops of an unknown kind are let through as they are: the fold passes them over and an update reads them.
 */
export function fromInside(
  header: { readonly case: string; readonly device: string; readonly n: number },
  id: string,
  inside: unknown,
): Entry | undefined {
  if (!Array.isArray(inside) || inside.length < 13) return undefined;
  const [version, reader, lamport, wall, zone, author, voice, means, visit, audience, intent, seen, ops] =
    inside as unknown as Inside;
  const isEntry =
    isWhole(version) &&
    isWhole(reader) &&
    isWhole(lamport) &&
    lamport > 0 &&
    typeof wall === "number" &&
    typeof zone === "number" &&
    [author, voice, means, intent].every((text) => typeof text === "string") &&
    Array.isArray(ops) &&
    ops.every((op) => Array.isArray(op) && typeof op[0] === "string");
  if (!isEntry) return undefined;
  return {
    id: id as EntryId,
    case: header.case as CaseId,
    device: header.device as DeviceId,
    n: header.n,
    // An inside of a later layout asks for a later reader, whatever it says of itself.
    reader: version > insideVersion ? Number.MAX_SAFE_INTEGER : reader,
    lamport,
    wall,
    zone,
    author: author as RecordId,
    voice: voice as RecordId,
    means: means as Entry["means"],
    ...(visit ? { visit: visit as RecordId } : {}),
    ...(audience ? { audience: audience as readonly RecordId[] } : {}),
    intent,
    seen: seenFrom(seen),
    ops: ops.map(opFromList),
  };
}
