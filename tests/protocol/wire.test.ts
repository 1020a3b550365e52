import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { expect, test } from "vitest";
import { encodeCbor } from "../../src/protocol/cbor.ts";
import { encodeMessage, readMessage, type wire, wireText } from "../../src/protocol/wire.ts";

/**
 * A change of what travels goes by nobody: whoever changes it looks here, asks whether an app or a relay of before would
 * misread it, raises `protocolVersion` if so, and mends the text of README.md.
 */
const pinned = "e01ed0d57e04e366960ccaea264cd06bd06dcb3a4f94870c8865158ddae89918";

test("the wire is the one that was agreed on", () => {
  expect(bytesToHex(sha256(utf8ToBytes(wireText())))).toBe(pinned);
});

test("the description of the protocol has every message as it is", () => {
  const text = readFileSync(join(import.meta.dirname, "../../src/protocol/README.md"), "utf8").replace(
    /\s+/g,
    " ",
  );
  for (const line of wireText().split("\n")) expect(text).toContain(line);
});

const head = { seq: 2, chain: "ab".repeat(16) };
const id = "cd".repeat(32);

test("a message is read where it is exactly what it should be", () => {
  const answer = {
    answers: [
      { id, seq: 2, receivedAt: 5 },
      { id: "", refused: "malformed" as const, last: 0 },
    ],
    head,
  };
  expect(readMessage("pushAnswer", encodeMessage("pushAnswer", answer))).toEqual(answer);
  expect(readMessage("pullAnswer", encodeMessage("pullAnswer", { rewind: head }))).toEqual({ rewind: head });
  expect(readMessage("denied", encodeMessage("denied", { denied: "unknown" }))).toEqual({
    denied: "unknown",
  });
});

test("a message with something more, something less or something else is none", () => {
  const none: readonly (readonly [keyof typeof wire, unknown])[] = [
    ["idsAnswer", { ids: [id], head, more: 1 }],
    ["idsAnswer", { ids: [id] }],
    ["idsAnswer", { ids: ["CD".repeat(32)], head }],
    ["idsAnswer", { ids: [id], head: { seq: -1, chain: "" } }],
    ["pushRequest", { new: 1, rows: [] }],
    ["pushRequest", { new: true, rows: Array.from({ length: 201 }, () => new Uint8Array(1)) }],
    ["pushRequest", { new: true, rows: ["text"] }],
    ["denied", { denied: "tired" }],
    ["challengeRequest", { agency: "ab".repeat(16), device: "tafel" }],
    ["problem", { problem: "hunger" }],
    ["heads", null],
    ["heads", []],
  ];
  for (const [name, value] of none) expect(readMessage(name, encodeCbor(value)), name).toBeUndefined();
  expect(readMessage("problem", new Uint8Array([0xff]))).toBeUndefined();
  expect(readMessage("problem", new Uint8Array())).toBeUndefined();
});
