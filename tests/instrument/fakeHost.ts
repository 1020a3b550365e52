import type { Value } from "../../src/domain/entry.ts";
import type { RecordId } from "../../src/domain/ids.ts";
import type { Instrument } from "../../src/domain/instrument.ts";
import { instrumentById } from "../../src/domain/instruments/list.ts";
import type { Row, RunHost, TextHandle } from "../../src/instrument/host.ts";

export const toolOf = (id: string): Instrument => {
  const found = instrumentById(id);
  if (!found) throw new Error(`no instrument ${id}`);
  return found;
};

type Given = {
  readonly voice?: "worker" | "parent" | "child";
  readonly values?: { readonly [field: string]: Value };
  readonly rows?: { readonly [group: string]: readonly { readonly [field: string]: Value }[] };
};

/** A run in memory: what stands in it, and what was written to it since. */
export function fakeHost(instrument: Instrument, { voice = "worker", values = {}, rows = {} }: Given = {}) {
  const standing = new Map<string, Value>(Object.entries(values));
  const written: { readonly field: string; readonly value: Value }[] = [];
  const write = (field: string, value: Value): void => {
    written.push({ field, value });
    standing.set(field, value);
  };
  const text = (field: string): TextHandle => ({
    value: typeof standing.get(field) === "string" ? String(standing.get(field)) : "",
    onValue: () => undefined,
    onDone: (typed) => write(field, typed),
    offered: undefined,
    takeOffered: () => undefined,
    dropOffered: () => undefined,
    refused: undefined,
  });
  const rowsIn = (group: string): readonly Row[] =>
    (rows[group] ?? []).map((row, at) => ({ id: `row-${at}` as RecordId, value: (field) => row[field] }));
  const host: RunHost = {
    instrument,
    key: { instrument: instrument.id, about: "noor" as RecordId, voice: "elif" as RecordId },
    voice,
    value: (field) => standing.get(field),
    heads: () => [],
    answer: write,
    annotate: write,
    useText: text,
    useSomebodyElse: (field) => text(`${field}/somebody-else`),
    rows: rowsIn,
    writeRow: (group, row, changes) => {
      for (const [field, value] of Object.entries(changes)) write(`${group}/${row ?? "new"}/${field}`, value);
    },
    removeRow: (row) => write(`${row}/exists`, null),
    useRowText: (_group, _row, field) => text(field),
    earlier: () => [],
    people: [
      { id: "oma" as RecordId, name: "oma Sevim" },
      { id: "elif" as RecordId, name: "Elif" },
    ],
    nameOf: (id) => (id === "oma" ? "oma Sevim" : id === "elif" ? "Elif" : ""),
    fieldsUnder: (prefix) => [...standing.keys()].filter((field) => field.startsWith(prefix)),
  };
  return { host, written };
}
