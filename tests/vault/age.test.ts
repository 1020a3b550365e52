import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import * as vectors from "cctv-age";
import { expect, test } from "vitest";
import { encodeCbor } from "../../src/protocol/cbor.ts";
import { type GrantedCase, sealGrant } from "../../src/vault/grants.ts";
import { pad } from "../../src/vault/padding.ts";
import { browserRandom } from "../../src/vault/random.ts";
import { createAgeIdentity, unwrapWith } from "../../src/vault/recovery.ts";
import { createRoot } from "../../src/vault/root.ts";
import { signerOfSeed } from "../../src/vault/seedKey.ts";
import { caseA } from "./bench.ts";

/** A stock `age` of 1.3 or newer, where there is one: `AGE=/usr/local/bin/age npm test`. */
const stock = process.env.AGE;

const granted: GrantedCase = { case: caseA, agency: "a0".repeat(16), opened: "0e".repeat(32) };
const keys = [{ kid: "01".repeat(8), key: new Uint8Array(32).fill(7) }];

type Vector = {
  readonly expect: string;
  readonly payload: string | undefined;
  readonly identities: readonly string[];
  readonly file: Uint8Array;
};

/** Lines of "key: value", an empty line, and the file: C2SP's CCTV, age, README. */
function vectorOf(bytes: Uint8Array): Vector {
  const end = Buffer.from(bytes).indexOf("\n\n");
  const lines = Buffer.from(bytes.subarray(0, end)).toString().split("\n");
  const valuesOf = (key: string): readonly string[] =>
    lines.flatMap((line) => (line.startsWith(`${key}: `) ? [line.slice(key.length + 2)] : []));
  const body = bytes.subarray(end + 2);
  const isCompressed = valuesOf("compressed").includes("zlib");
  return {
    expect: valuesOf("expect")[0] ?? "",
    payload: valuesOf("payload")[0],
    identities: valuesOf("identity"),
    file: isCompressed ? inflateSync(body) : body,
  };
}

const hybrid = Object.entries(vectors).filter(([name]) => name.startsWith("hybrid"));

test("what opens our files opens the published files of the format, and refuses those that must be refused", async () => {
  expect(hybrid.length).toBeGreaterThanOrEqual(15);
  const outcomes = new Set<string>();
  for (const [name, bytes] of hybrid) {
    const vector = vectorOf(bytes);
    outcomes.add(vector.expect);
    const opened = await Promise.all(vector.identities.map((identity) => unwrapWith(identity, vector.file)));
    const plain = opened.find((one) => one !== undefined);
    const digest = plain && createHash("sha256").update(plain).digest("hex");
    expect({ name, digest }).toEqual({
      name,
      digest: vector.expect === "success" ? vector.payload : undefined,
    });
  }
  expect(outcomes).toContain("success");
  expect(outcomes.size).toBeGreaterThan(2);
});

/** The file opened by whoever is at hand, and nothing else of ours: the stock command, or age's own library. */
async function opened(identity: string, file: Uint8Array): Promise<Uint8Array | undefined> {
  if (stock === undefined) return unwrapWith(identity, file);
  const folder = mkdtempSync(join(tmpdir(), "age-"));
  try {
    writeFileSync(join(folder, "sheet"), `${identity}\n`);
    return new Uint8Array(execFileSync(stock, ["-d", "-i", join(folder, "sheet")], { input: file }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const by =
  stock === undefined ? "age's own library, since AGE names no command" : `the stock command ${stock}`;

test(`a grant opens with ${by}`, async () => {
  const { identity, recipient } = await createAgeIdentity();
  const { file } = await sealGrant(granted, keys, recipient);
  expect(await opened(identity, file)).toEqual(new Uint8Array(pad(encodeCbor({ v: 1, ...granted, keys }))));
});

test(`the root's seed opens with ${by}`, async () => {
  const made = await createRoot(browserRandom);
  const seed = await opened(made.recoveryIdentity, made.sealedSeed);
  expect((await signerOfSeed(seed ?? new Uint8Array(0))).by).toBe(made.root);
});
