import { beforeAll, expect, test, vi } from "vitest";
import { runId } from "../../src/domain/ids.ts";
import type { Instrument } from "../../src/domain/instrument.ts";
import { standingOf } from "../../src/domain/run.ts";
import { createI18n } from "../../src/i18n/setUp.ts";
import { QuestionControl } from "../../src/instrument/QuestionControl.tsx";
import { questionsOf, questionText } from "../../src/instrument/questions.ts";
import { familyWords } from "../../src/instrument/words.ts";
import { OpenTool } from "../../src/screens/tool/OpenTool.tsx";
import { createRunHost } from "../../src/screens/tool/useRunHost.ts";
import { findTools, layableTools, toolStanding } from "../../src/screens/visit/tableTools.ts";
import { marit, newCase, theCase } from "../domain/caseBuilder.ts";
import { alone, drawn } from "../instrument/drawn.tsx";

/** What somebody writes who adds a tool: one data file, its place in the list, and its words. */
const candle = vi.hoisted(
  (): Instrument => ({
    id: "candle",
    about: "child",
    span: "visit",
    voices: ["worker", "child"],
    rules: [],
    warnings: ["W-training"],
    groups: [
      {
        id: "flame",
        kind: "yes-no-unknown",
        other: true,
        evidence: true,
        aspects: ["help-needed"],
        items: [{ id: "flickers" }, { id: "smokes" }],
      },
      {
        id: "height",
        kind: "scale",
        voices: ["child"],
        items: [{ id: "how-high", input: "score" }],
      },
    ],
  }),
);

vi.mock("../../src/domain/instruments/list.ts", async (original) => {
  const list = await original<typeof import("../../src/domain/instruments/list.ts")>();
  const instruments = [...list.instruments, candle];
  return { instruments, instrumentById: (id: string) => instruments.find((one) => one.id === id) };
});

const words = {
  title: "Kaars",
  short: "Kaars",
  purpose: "Kijk hoe hoog de vlam is.",
  groups: { flame: "De vlam", height: "Hoogte" },
  items: { flickers: "De vlam beweegt", smokes: "De vlam rookt", "how-high": "Hoe hoog is de vlam?" },
};
const ofFamily = {
  title: "Kaars",
  "how-high": { child: "Hoe hoog is jouw vlam?", low: "laag", high: "hoog" },
};

const namespaces = [
  "tools",
  "casefile",
  "common",
  "instruments",
  "family",
  "familyTools",
  "aspects",
  "safety",
  "rules",
  "warnings",
];
let i18n: Awaited<ReturnType<typeof createI18n>>;
beforeAll(async () => {
  i18n = await createI18n({ language: "nl", namespaces });
  i18n.addResourceBundle("nl", "instruments", { candle: words }, true);
  i18n.addResourceBundle("nl", "familyTools", { candle: ofFamily }, true);
});

async function atTable() {
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  const visit = await family.visit();
  const write: Parameters<typeof createRunHost>[0]["write"] = (command, args, how) =>
    family.door.run(theCase, command, args, how);
  const screen = (query = "") =>
    drawn(
      i18n,
      <OpenTool
        file={family.file()}
        instrument={candle}
        visit={visit}
        about={{ id: noor, name: "Noor" }}
        worker={marit}
        write={write}
      />,
      `/?about=${noor}${query}`,
    );
  const hostOf = (voice: "worker" | "child") =>
    createRunHost({
      file: family.file(),
      instrument: candle,
      key: { instrument: "candle", about: noor, voice: voice === "worker" ? marit.id : noor, visit },
      voice,
      means: "told",
      visit,
      worker: marit.id,
      write,
      i18n,
    });
  /** Taps are written in their turn; what stands is read when they are. */
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
  return { family, noor, visit, screen, hostOf, settled };
}

/** The marked answers on a screen, each with what it answers. */
const marked = (html: string): readonly string[] =>
  [...html.matchAll(/aria-(?:checked|pressed)="true"[^>]*>(?:<[^>]*>)*([^<]*)/g)].map(
    ([, text]) => text ?? "",
  );

test("a new tool can be found and laid on the table, from its data and its words alone", () => {
  expect(layableTools.map(({ id }) => id)).toContain("candle");
  const found = findTools(layableTools, "vlam hoog", ({ id }) => i18n.t(`instruments:${id}.purpose`));
  expect(found.map(({ id }) => id)).toEqual(["candle"]);
});

test("it draws itself on a worker's screen, and an answer goes through the one door and comes back marked", async () => {
  const { family, noor, visit, screen, hostOf, settled } = await atTable();
  const before = screen();
  for (const text of [
    "Kaars",
    "De vlam beweegt",
    "De vlam rookt",
    "Onbekend",
    "Verder niets gezien of gehoord",
  ])
    expect(before).toContain(text);
  expect(before).toContain("Dit hulpmiddel vervangt geen training");
  expect(marked(before)).not.toContain("Ja");
  expect(before).not.toContain("Is hulp nodig");
  expect(toolStanding(family.file(), visit, candle)).toBe("empty");

  hostOf("worker").answer("flickers", "yes");
  await settled();
  const after = screen();
  expect(marked(after).filter((answer) => answer === "Ja")).toHaveLength(1);
  expect(after).toContain("Is hulp nodig");
  expect(toolStanding(family.file(), visit, candle)).toBe("busy");

  hostOf("worker").answer("smokes", "sometimes");
  await settled();
  const run = runId(theCase, { instrument: "candle", about: noor, voice: marit.id, visit });
  expect(standingOf(family.file(), run)).toBe("busy");
  expect(hostOf("worker").value("flickers")).toBe("yes");
  expect(hostOf("worker").value("smokes")).toBeUndefined();
});

test("a child is asked only what is the child's, on its own screen, and its number stands in its own voice", async () => {
  const { noor, hostOf, settled } = await atTable();
  const own = familyWords(i18n, candle, { language: "nl", voice: "child", name: "Noor", worker: "Marit" });
  const asked = questionsOf(candle, "child", hostOf("child"));
  expect(asked.map((question) => questionText(question, own).text)).toEqual(["Hoe hoog is jouw vlam?"]);

  const draw = () => {
    const [question] = asked;
    if (!question) throw new Error("nothing is asked");
    return drawn(i18n, <QuestionControl {...alone} question={question} host={hostOf("child")} words={own} />);
  };
  expect(marked(draw())).toEqual([]);
  hostOf("child").answer("how-high", 4);
  await settled();
  expect(marked(draw())).toEqual(["4"]);
  expect(
    hostOf("child")
      .heads("how-high")
      .map(({ voice, value }) => [voice, value]),
  ).toEqual([[noor, 4]]);
});
