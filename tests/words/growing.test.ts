import { expect, test } from "vitest";
import { isAcceptable } from "../../src/domain/acceptable.ts";
import {
  aspectsOf,
  groupsFor,
  type Instrument,
  inputOf,
  itemOf,
  voicesOf,
} from "../../src/domain/instrument.ts";
import { instruments } from "../../src/domain/instruments/list.ts";
import { createI18n } from "../../src/i18n/setUp.ts";
import { keysOf, missingWords } from "../words.ts";

/** What somebody writes who adds a tool: one data file, here a constant, and its words. */
const candle: Instrument = {
  id: "candle",
  about: "person",
  span: "visit",
  voices: ["worker", "child"],
  rules: [],
  warnings: [],
  groups: [
    {
      id: "flame",
      kind: "yes-no-unknown",
      other: true,
      aspects: ["help-needed"],
      voices: ["child"],
      items: [{ id: "flickers" }],
    },
    { id: "height", kind: "scale", items: [{ id: "how-high", input: "score" }] },
    { id: "after", kind: "question", items: [{ id: "why", after: "how-high" }] },
  ],
};
const candleWords = {
  title: "Kaars",
  short: "Kaars",
  purpose: "Kijk hoe hoog de vlam is.",
  groups: { flame: "Vlam", height: "Hoogte", after: "Daarna" },
  items: { flickers: "De vlam beweegt", "how-high": "Hoe hoog?", why: "Waardoor?" },
};

test("a new instrument works with its data and its words alone", async () => {
  const all = [...instruments, candle];
  expect(all.at(-1)?.id).toBe("candle");

  expect(isAcceptable(candle, "flickers", "unknown")).toBe(true);
  expect(isAcceptable(candle, "flickers", 4)).toBe(false);
  expect(isAcceptable(candle, "how-high", 4)).toBe(true);
  expect(isAcceptable(candle, "how-high", 11)).toBe(false);
  expect(isAcceptable(candle, "why", "de wind")).toBe(true);

  const flickers = itemOf(candle, "flickers");
  expect(flickers && aspectsOf(flickers.group, flickers.item)).toEqual(["help-needed"]);
  const why = itemOf(candle, "why");
  expect(why && inputOf(why.group, why.item)).toBe("longText");
  expect(why && voicesOf(why.group, why.item)).toEqual(["worker"]);
  expect(groupsFor(candle, "child").map(({ id }) => id)).toEqual(["flame"]);

  const i18n = await createI18n({ language: "nl", namespaces: ["instruments"] });
  i18n.addResourceBundle("nl", "instruments", { candle: candleWords }, true);
  const t = i18n.getFixedT("nl", "instruments");
  for (const key of keysOf(candle)) expect(t(key.replace("instruments.", ""))).not.toBe("");
  expect(t("stoplight.title")).toBe("Stoplicht");
});

test("without its words a new instrument is named as lacking them, and nothing else is", () => {
  const lacking = (list: readonly Instrument[]) => new Set(missingWords("nl", list));
  const before = lacking(instruments);
  const added = [...lacking([...instruments, candle])].filter((key) => !before.has(key));
  expect(added.sort()).toEqual([...keysOf(candle)].sort());
});
