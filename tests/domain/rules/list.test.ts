import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { instruments } from "../../../src/domain/instruments/list.ts";
import { findingsOf, rules } from "../../../src/domain/rules/list.ts";
import { newCase } from "../caseBuilder.ts";

const named = new Set(instruments.flatMap((instrument) => instrument.rules));

test("every rule that an instrument names is there, once", () => {
  const ids = rules.map((rule) => rule.id);
  expect([...named].filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids).toHaveLength(new Set(ids).size);
});

test("a rule that no instrument names says itself where it belongs", () => {
  const lost = rules.filter((rule) => !named.has(rule.id) && !rule.alsoIn);
  expect(lost.map((rule) => rule.id)).toEqual([]);
});

test("every rule that decides, warns or computes has a test with its id in its name", () => {
  const own = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".test.ts"));
  const titles = own
    .flatMap((file) => [
      ...readFileSync(join(import.meta.dirname, file), "utf8").matchAll(/test\(\s*"([^"]+)"/g),
    ])
    .map((match) => match[1] ?? "");
  const decisive = rules.filter((rule) => ["block", "require", "warn", "compute"].includes(rule.level));
  const untested = decisive.filter((rule) => !titles.some((title) => title.includes(`${rule.id}:`)));
  expect(decisive.length).toBeGreaterThanOrEqual(26);
  expect(untested.map((rule) => rule.id)).toEqual([]);
});

test("words to show always, and reminders, stand in nobody's way in an empty case", async () => {
  const family = await newCase();
  for (const instrument of instruments) {
    const found = findingsOf({ ...family.context(), instrument });
    const decisive = found.filter((one) => !["copy", "design", "hint"].includes(one.level));
    expect(decisive, instrument.id).toEqual([]);
    expect(found.every((one) => rules.some((rule) => rule.id === one.rule))).toBe(true);
  }
});
