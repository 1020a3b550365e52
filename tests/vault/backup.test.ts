import { expect, test } from "vitest";
import { openBackup, sealBackup } from "../../src/vault/backup.ts";

const words = ["tafel", "molen", "fiets", "boom", "regen"];
const bytes = new TextEncoder().encode("alle gezinnen");

test("a backup opens with its words, however they are typed", async () => {
  const file = await sealBackup(bytes, words);
  expect(await openBackup(file, "Tafel-molen, fiets\nboom regen")).toEqual({ ok: true, bytes });
  const header = new TextDecoder().decode(file.subarray(0, 80));
  expect(header.startsWith("age-encryption.org/v1\n-> scrypt ")).toBe(true);
  expect(header.split("\n")[1]?.endsWith(" 16")).toBe(true);
});

test("other words open nothing, and are told apart from a damaged file", async () => {
  const file = await sealBackup(bytes, words);
  expect(await openBackup(file, "tafel molen fiets boom zon")).toEqual({ ok: false, reason: "wrong" });
  file[file.length - 1] = (file.at(-1) ?? 0) ^ 1;
  expect(await openBackup(file, words.join(" "))).toEqual({ ok: false, reason: "damaged" });
  expect(await openBackup(new Uint8Array(100), words.join(" "))).toEqual({ ok: false, reason: "damaged" });
});
