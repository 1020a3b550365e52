import { layoutIdOf, layoutOf } from "./sealedLayout.ts";

/** What a sealed entry is called, and where it belongs. */
export type SealedName = {
  readonly id: string;
  readonly case: string;
  readonly device: string;
  readonly n: number;
};

/** Bytes that came over the wire are asked for their name by who hears them and by who keeps them, and hashed once. */
const known = new WeakMap<Uint8Array, SealedName | "none">();

function read(bytes: Uint8Array): SealedName | "none" {
  const layout = layoutOf(bytes);
  if (!layout) return "none";
  const { case: caseId, device, n } = layout.header;
  return { id: layoutIdOf(layout), case: caseId, device, n };
}

/** Undefined for whatever is no sealed entry. */
export function sealedNameOf(bytes: Uint8Array): SealedName | undefined {
  const found = known.get(bytes) ?? read(bytes);
  known.set(bytes, found);
  return found === "none" ? undefined : found;
}
