import { expect, test } from "vitest";
import type { Instrument } from "../../src/domain/instrument.ts";
import { createI18n } from "../../src/i18n/setUp.ts";
import type { FamilySay, Say } from "../../src/screens/visit/familySay.ts";
import { ShowTool } from "../../src/screens/visit/ShowTool.tsx";
import { drawn } from "../instrument/drawn.tsx";
import { toolOf } from "../instrument/fakeHost.ts";

const namespaces = ["familySheets", "familyTools"];

/** A tool as it is shown in Arabic, with the words of both languages beside it. */
async function shownInArabic(instrument: Instrument) {
  const i18n = await createI18n({ language: "ar", namespaces });
  await i18n.loadLanguages(["nl"]);
  const sayIn =
    (lng: string, namespace: string): Say =>
    (key, values) =>
      i18n.t(`${namespace}:${key}`, { ...values, lng });
  const [say, second] = [sayIn("ar", "familySheets"), sayIn("nl", "familySheets")];
  const tool = { say: sayIn("ar", "familyTools"), second: sayIn("nl", "familyTools") };
  const words: FamilySay = { i18n, language: "ar", dir: "rtl", say, second, tool };
  const page = drawn(i18n, <ShowTool instrument={instrument} voice="parent" words={words} worker="Marit" />);
  return { page, ...words };
}

/** Dutch, small and marked as Dutch. */
const inDutch = (text: string): string =>
  `<span class="show-second"><span lang="nl" dir="ltr">${text}</span></span>`;

test.each([
  ["scaling-questions", "scaling-questions.goal-score"],
  ["thermometer", "thermometer.temperature"],
])("the ends of the scale of %s stand there in two languages", async (id, scale) => {
  const { page, tool } = await shownInArabic(toolOf(id));
  for (const end of ["low", "high"]) {
    const key = `${scale}.${end}`;
    expect(tool.say(key)).not.toBe(tool.second?.(key));
    expect(page).toContain(`${tool.say(key)}${inDutch(tool.second?.(key) ?? "")}`);
  }
});

test("the colours of the stoplight stand there in two languages", async () => {
  const { page, say, second } = await shownInArabic(toolOf("stoplight"));
  for (const colour of ["green", "orange", "red"]) {
    const key = `colours.${colour}`;
    expect(page).toContain(`${say(key)}${inDutch(second?.(key) ?? "")}`);
  }
});

test("examples of goals are shown only after a tap", async () => {
  const { page, tool } = await shownInArabic(toolOf("goals-specific"));
  expect(page).toContain(tool.say("goals-specific.groups.examples-family"));
  expect(page).not.toContain(tool.say("goals-specific.solve-conflict-calmly.parent"));
});
