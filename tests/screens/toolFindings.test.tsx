import { beforeAll, expect, test } from "vitest";
import { agree, writeGoal } from "../../src/commands/plan.ts";
import { familyRecord, type RecordId } from "../../src/domain/ids.ts";
import { fields } from "../../src/domain/instrument.ts";
import { createI18n } from "../../src/i18n/setUp.ts";
import { dayOf } from "../../src/screens/tool/hostLines.ts";
import { OpenTool } from "../../src/screens/tool/OpenTool.tsx";
import { type CaseBuilder, marit, newCase, theCase } from "../domain/caseBuilder.ts";
import { drawn } from "../instrument/drawn.tsx";
import { toolOf } from "../instrument/fakeHost.ts";

const namespaces = [
  ...["tools", "casefile", "common", "family", "instruments", "familyTools", "aspects", "rules", "warnings"],
  "safety",
];
let i18n: Awaited<ReturnType<typeof createI18n>>;
beforeAll(async () => {
  i18n = await createI18n({ language: "nl", namespaces });
});

type Shown = {
  readonly tool: string;
  readonly visit?: RecordId;
  readonly about?: { readonly id: RecordId; readonly name: string };
  readonly query?: string;
};

/** A tool on a worker's screen, as plain words. */
function screenOf(family: CaseBuilder, { tool, visit, about, query = "" }: Shown): string {
  const html = drawn(
    i18n,
    <OpenTool
      file={family.file()}
      instrument={toolOf(tool)}
      visit={visit}
      about={about ?? { id: familyRecord, name: "" }}
      worker={marit}
      write={(command, args, how) => family.door.run(theCase, command, args, how)}
    />,
    `/?${query}`,
  );
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"');
}

const rule = (id: string): string => i18n.t(`rules:${id}`);

test("what a part still needs is said at that part and on the list of parts, and at no other part", async () => {
  const family = await newCase();
  const visit = await family.visit();
  const prepare = (query = "") => screenOf(family, { tool: "conversation-preparation", visit, query });
  const needed = rule("R-after-conversation-safe");
  expect(prepare()).toContain(needed);
  expect(prepare("section=timing")).toContain(needed);
  for (const other of ["decide", "location-home", "location-safety", "attendees", "order"])
    expect(prepare(`section=${other}`), other).not.toContain(needed);
});

test("a yes to an alarm signal says at its own list, and on the list of lists, that a decision is needed", async () => {
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  const visit = await family.visit();
  await family.answer("alarm-signals", { about: noor, visit }, { "injury-not-accidental": "yes" });
  const list = (query = "") =>
    screenOf(family, { tool: "alarm-signals", visit, about: { id: noor, name: "Noor" }, query });
  const needed = rule("R-alarm-consider-action");
  expect(list()).toContain(needed);
  expect(list("section=presumed-maltreatment")).toContain(needed);
  expect(list("section=parent")).not.toContain(needed);
});

test("serious sexual abuse: where it is answered yes, the list says that a specialist is needed", async () => {
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  const visit = await family.visit();
  const shown = () =>
    screenOf(family, {
      tool: "alarm-signals",
      visit,
      about: { id: noor, name: "Noor" },
      query: "section=presumed-maltreatment",
    });
  expect(shown()).not.toContain(rule("R-scope-limits"));
  await family.answer("alarm-signals", { about: noor, visit }, { "serious-sexual-abuse-indications": "yes" });
  expect(shown()).toContain(rule("R-scope-limits"));
});

test("no safe moments found: said where it is ticked, though the map beside it goes on from visit to visit", async () => {
  const family = await newCase();
  await family.person("Elif", ["parent-concern"]);
  const visit = await family.visit();
  const shown = () => screenOf(family, { tool: "signs-of-safety", visit, query: "section=exception-fields" });
  expect(shown()).not.toContain(rule("R-exceptions-missing-hint"));
  await family.answer("signs-of-safety", { visit }, { "exception-none": true });
  expect(shown()).toContain(rule("R-exceptions-missing-hint"));
});

test("of several goals the one that says what somebody will no longer do is named", async () => {
  const family = await newCase();
  const elif = await family.person("Elif", ["parent-concern"]);
  const goal = (sentence: string) =>
    family.run(writeGoal, { values: { "i-would-like": sentence } }, { voice: elif });
  await goal("Ik zou graag rustig praten.");
  await goal("Ik zou graag niet meer schreeuwen.");
  const shown = screenOf(family, { tool: "goals-specific" });
  expect(shown).toContain(`${rule("R-goals-positive")} ‘Ik zou graag niet meer schreeuwen.’`);
});

test("where signals are weighed the child's age stands beside the question whether they fit it", async () => {
  const family = await newCase();
  const birth = `${new Date().getFullYear() - 8}-01-01`;
  const noor = await family.person("Noor", ["child"], { "birth-date": birth });
  const shown = screenOf(family, { tool: "parenting-signals", about: { id: noor, name: "Noor" } });
  expect(shown).toContain("Dit kind is 8 jaar.");
});

test("a problem without an expert's name is called signs of it", async () => {
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  const about = { id: noor, name: "Noor" };
  const shown = () =>
    screenOf(family, { tool: "parenting-signals", about, query: "section=stability-concerns" });
  const signs = i18n.t("aspects:signs-of", {
    what: i18n.t("instruments:parenting-signals.items.stability-addiction"),
  });
  await family.answer("parenting-signals", { about: noor }, { "stability-addiction": "yes" });
  expect(shown()).toContain(signs);
  await family.answer(
    "parenting-signals",
    { about: noor },
    {
      [fields.aspect("stability-addiction", "expert")]: "huisarts De Wit",
      [fields.aspect("stability-addiction", "expert-date")]: "2026-03",
    },
  );
  expect(shown()).not.toContain(signs);
});

test("words about a goal are asked of its owner first, and a list of tips asks a person at once", async () => {
  const family = await newCase();
  await family.person("Noor", ["child"]);
  const elif = await family.person("Elif", ["parent-concern"]);
  await family.run(writeGoal, { values: { "i-would-like": "Ik zou graag rustig praten." } }, { voice: elif });
  const goal = [...family.file().records.keys()].find((id) =>
    family.file().records.get(id)?.has("i-would-like"),
  );
  if (!goal) throw new Error("no goal");
  const html = screenOf(family, { tool: "own-strength-questions", about: { id: goal, name: "Doel" } });
  expect(html.indexOf("Elif")).toBeLessThan(html.indexOf("Noor"));
  const exceptions = screenOf(family, { tool: "exception-questions", about: { id: elif, name: "Elif" } });
  expect(exceptions).toContain(i18n.t("instruments:exception-questions.items.when-less"));
});

test("a child is asked in a child's words on a worker's screen too, a parent in a parent's", async () => {
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  const elif = await family.person("Elif", ["parent-concern"]);
  const asked = (id: RecordId, name: string) =>
    screenOf(family, { tool: "exception-questions", about: { id, name }, query: `voice=${id}` });
  const [childs, parents] = ["Wat doe jij dan anders?", "Wat doet u dan anders?"];
  expect(asked(noor, "Noor")).toContain(childs);
  expect(asked(noor, "Noor")).not.toContain(parents);
  expect(asked(elif, "Elif")).toContain(parents);
});

test("what an earlier visit answered is said on the list of parts, with its day", async () => {
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  const before = await family.visit();
  await family.answer("alarm-signals", { about: noor, visit: before }, { "injury-not-accidental": "no" });
  const list = (visit: RecordId) =>
    screenOf(family, { tool: "alarm-signals", visit, about: { id: noor, name: "Noor" } });
  const said = i18n.t("tools:parts.earlier", { date: dayOf({ wall: Date.UTC(2026, 10, 26, 14) }, "nl") });
  expect(list(await family.visit())).toContain(said);
  expect(list(before)).not.toContain(said);
});

test("whose parenting it is: parents are offered, not a child or somebody of the school", async () => {
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  await family.person("Sem", ["sibling"]);
  await family.person("Elif", ["parent-concern"]);
  await family.person("juf Anouk", ["teacher"]);
  const about = { id: noor, name: "Noor" };
  const shown = screenOf(family, { tool: "parenting-signals", about, query: "section=derived" });
  expect(shown).toContain("Elif");
  for (const name of ["Sem", "juf Anouk"]) expect(shown).not.toContain(name);
});

test("outside a visit each agreement stands with its day, and with no name that it begins with itself", async () => {
  const family = await newCase();
  const visit = await family.visit();
  const made = (values: { readonly [field: string]: string }) => family.run(agree, { values }, { visit });
  await made({ who: "Bram", what: "Bram belt morgen de gemeente" });
  await made({ who: "Elif", what: "naar de huisarts" });
  const day = dayOf({ wall: Date.UTC(2026, 10, 26, 14) }, "nl");
  const on = i18n.t("tools:agreedOn", { date: day });
  const shown = screenOf(family, { tool: "conversation-record" });
  expect(shown).toContain(`Elif · naar de huisarts · ${on}`);
  expect(shown).toContain(`Bram belt morgen de gemeente · ${on}`);
  expect(shown).not.toContain("Bram · Bram");
  expect(screenOf(family, { tool: "conversation-record", visit })).not.toContain(on);
});

test("what is missing in another tool is said with that tool's name, and where in it", async () => {
  const family = await newCase();
  const noor = await family.person("Noor", ["child"]);
  await family.answer("child-signals", { about: noor }, { "emotion-nervous": "yes" });
  await family.answer("parenting-signals", { about: noor }, { "stability-cannot-cope": "yes" });
  const about = { id: noor, name: "Noor" };
  const word = (key: string) => i18n.t(`instruments:${key}`);
  const elsewhere = (tool: string, place: string, words: string) =>
    i18n.t("tools:findings.elsewhereAt", { tool: word(`${tool}.title`), items: `‘${word(place)}’`, words });
  const onlyWorries = i18n.t("rules:R-balanced-picture_concern");
  const appraisal = screenOf(family, { tool: "safety-appraisal", about });
  expect(appraisal).toContain(elsewhere("child-signals", "child-signals.dimensions.emotion", onlyWorries));
  const problem = rule("R-personal-problem-to-parenting");
  const cannotCope = "parenting-signals.items.stability-cannot-cope";
  expect(appraisal).toContain(elsewhere("parenting-signals", cannotCope, problem));
  const own = screenOf(family, { tool: "child-signals", about, query: "section=emotion-concerns" });
  expect(own).toContain(onlyWorries);
  expect(own).not.toContain(elsewhere("child-signals", "child-signals.dimensions.emotion", onlyWorries));
});

test("two versions of who does what are both read where an agreement is shown", async () => {
  const family = await newCase();
  const agreement = await family.create("agreement", agree, { who: "Elif", what: "Noor ophalen" });
  const other = family.apart();
  await family.run(agree, { record: agreement, values: { who: "Loes" } });
  await other.run(agree, { record: agreement, values: { who: "oma Sevim" } });
  family.merge(other);
  const shown = screenOf(family, { tool: "conversation-record" });
  for (const who of ["‘Loes’", "‘oma Sevim’", "2 versies"]) expect(shown).toContain(who);
});
