import { expect, test } from "vitest";
import { openBackup, sealBackup } from "../../src/vault/backup.ts";

const words = ["tafel", "molen", "fiets", "boom", "regen"];
const bytes = new TextEncoder().encode("alle gezinnen");
/** Once: the words are stretched for most of a second. */
const file = await sealBackup(bytes, words);

test("a backup opens with its words, however they are typed", async () => {
  expect(await openBackup(file, "Tafel-molen, fiets\nboom regen")).toEqual({ ok: true, bytes });
  const header = new TextDecoder().decode(file.subarray(0, 80));
  expect(header.startsWith("age-encryption.org/v1\n-> scrypt ")).toBe(true);
  expect(header.split("\n")[1]?.endsWith(" 16")).toBe(true);
});

test("other words open nothing, and are told apart from a damaged file", async () => {
  expect(await openBackup(file, "tafel molen fiets boom zon")).toEqual({ ok: false, reason: "wrong" });
  const damaged = file.slice();
  damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
  expect(await openBackup(damaged, words.join(" "))).toEqual({ ok: false, reason: "damaged" });
  expect(await openBackup(new Uint8Array(100), words.join(" "))).toEqual({ ok: false, reason: "damaged" });
});
