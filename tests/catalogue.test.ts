import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Instrument } from "../src/domain/instrument.ts";
import { instruments } from "../src/domain/instruments/list.ts";
import { missingWords } from "./words.ts";

const candle: Instrument = {
  id: "candle",
  about: "person",
  span: "visit",
  voices: ["child"],
  rules: [],
  warnings: [],
  groups: [{ id: "flame", kind: "option", items: [{ id: "high" }, { id: "why", choices: ["wind"] }] }],
};

test("an instrument without words is missing each of them by name, in Dutch and in English", () => {
  const lacking = [
    "instruments.candle.choices.why.wind",
    "instruments.candle.groups.flame",
    "instruments.candle.items.high",
    "instruments.candle.items.why",
    "instruments.candle.title",
  ];
  for (const language of ["nl", "en"]) {
    const without = missingWords(language, instruments);
    const found = missingWords(language, [...instruments, candle]).filter((key) => !without.includes(key));
    expect(found).toEqual(lacking);
  }
});

test("the catalogue is printed as JSON that names every instrument, group and item", () => {
  const command = spawnSync(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "catalogue.ts"), "--json"],
    {
      encoding: "utf8",
    },
  );
  const printed = JSON.parse(command.stdout) as {
    instruments: { id: string; groups: { id: string; kind: string; items: string[] }[] }[];
    languages: Record<string, { missing: string[] }>;
  };
  expect(printed.instruments.map(({ id }) => id)).toEqual(instruments.map(({ id }) => id));
  for (const { groups } of printed.instruments) {
    for (const group of groups)
      expect(group).toEqual({ id: expect.any(String), kind: expect.any(String), items: expect.any(Array) });
  }
  expect(Object.keys(printed.languages).slice(0, 2)).toEqual(["nl", "en"]);
  expect(printed.languages.nl?.missing).toBeInstanceOf(Array);
});
