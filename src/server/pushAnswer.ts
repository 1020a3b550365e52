import type { Head, PushAnswer, RowAnswer } from "../protocol/logs.ts";

/**
 * The encoding of the one answer that a relay gives for thousands of rows a second: the same bytes as `encodeMessage`, in a
 * tenth of the time. Ids and words are ASCII, so a text with a character for each byte holds all of it.
 */

/** A number of this major type, in the shortest of its spellings. */
function count(value: number, major = 0): string {
  if (value < 24) return String.fromCharCode(major + value);
  if (value < 0x100) return String.fromCharCode(major + 24, value);
  if (value < 0x10000) return String.fromCharCode(major + 25, value >> 8, value & 0xff);
  const high = value < 2 ** 32 ? "" : word(Math.floor(value / 2 ** 32));
  return String.fromCharCode(major + (high ? 27 : 26)) + high + word(value);
}

const word = (value: number): string =>
  String.fromCharCode((value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);

const text = (ascii: string): string => count(ascii.length, 0x60) + ascii;

// Shorter keys first, as deterministic CBOR orders them.
const id = `\xa3${text("id")}`;
const seq = text("seq");
const receivedAt = text("receivedAt");
const last = text("last");
const refused = text("refused");
const head = `\xa2${text("head")}\xa2${seq}`;
const chain = text("chain");
const answers = text("answers");

const rowText = (one: RowAnswer): string =>
  "seq" in one
    ? `${id}${text(one.id)}${seq}${count(one.seq)}${receivedAt}${count(one.receivedAt)}`
    : `${id}${text(one.id)}${last}${count(one.last)}${refused}${text(one.refused)}`;

const headText = (one: Head): string => `${head}${count(one.seq)}${chain}${text(one.chain)}`;

export const encodePushAnswer = (answer: PushAnswer): Uint8Array<ArrayBuffer> =>
  Buffer.from(
    `${headText(answer.head)}${answers}${count(answer.answers.length, 0x80)}${answer.answers.map(rowText).join("")}`,
    "latin1",
  );
