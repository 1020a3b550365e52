import { describe, expect, test } from "vitest";
import { layCard } from "../../src/commands/plan.ts";
import { allowSight } from "../../src/commands/sight.ts";
import { planVisit } from "../../src/commands/visit.ts";
import { headsAt, valueAt } from "../../src/domain/casefile.ts";
import { familyRecord, type RecordId, runId } from "../../src/domain/ids.ts";
import { fields } from "../../src/domain/instrument.ts";
import { instrumentById } from "../../src/domain/instruments/list.ts";
import { cardFields } from "../../src/domain/plan.ts";
import { rowsOf, rowVoice } from "../../src/domain/rows.ts";
import { earlierAnswersOf } from "../../src/domain/run.ts";
import { visitFields } from "../../src/domain/visit.ts";
import type { RunHost } from "../../src/instrument/host.ts";
import { knownAtTable, openEarlier, ownHost, ownRecords } from "../../src/routes/ownHost.ts";
import { newCase, theCase } from "../domain/caseBuilder.ts";

const scale = "safety-score-family";
const words = {
  elif: "Bram schreeuwt als hij thuiskomt.",
  bram: "Elif overdrijft.",
  noor: "Papa pakte me hard vast.",
};

type Needs = { readonly voice: RecordId; readonly visit: RecordId; readonly about?: RecordId };
type Family = Awaited<ReturnType<typeof newCase>>;

/** What a worker's screen reads of a run: the whole case behind it, every voice and everybody's name. */
function wholeHost(family: Family, instrumentId: string, { voice, visit, about }: Needs): RunHost {
  const instrument = instrumentById(instrumentId);
  if (!instrument) throw new Error(`no instrument ${instrumentId}`);
  const file = family.file();
  const key = { instrument: instrumentId, about: about ?? familyRecord, voice, visit };
  const run = runId(theCase, key);
  const never = (): never => {
    throw new Error("nothing is written here");
  };
  return {
    instrument,
    key,
    voice: "parent",
    value: (field) => valueAt(file, run, field),
    heads: (field) => headsAt(file, run, field),
    answer: never,
    annotate: never,
    useText: never,
    useSomebodyElse: never,
    rows: (group) =>
      rowsOf(file, instrumentId, group, run).map((row) => {
        const own = rowVoice(file, row);
        return {
          id: row,
          value: (field: string) => valueAt(file, row, field),
          heads: (field: string) => headsAt(file, row, field),
          ...(own ? { voice: own } : {}),
        };
      }),
    writeRow: never,
    removeRow: never,
    useRowText: never,
    earlier: (item) => earlierAnswersOf(file, key, item),
    people: [...file.records.keys()].map((id) => ({ id, name: String(valueAt(file, id, "name")) })),
    nameOf: (id) => String(valueAt(file, id, "name")),
    settle: never,
    sourceOf: () => "Elif, verteld",
    shown: () => ({ text: words.elif, to: "/" }),
    agreements: [{ id: "a", text: words.elif }],
    signals: [{ id: "s", text: words.noor }],
  };
}

/** Mother, father and child, in two visits; each has a number, and one card on the map. */
async function threeAtTable() {
  const family = await newCase();
  const elif = await family.person("Elif", ["parent-concern"]);
  const bram = await family.person("Bram", ["parent-other"]);
  const noor = await family.person("Noor", ["child"]);
  const loes = await family.person("Loes", ["network-person"]);
  const visits: RecordId[] = [];
  const said = [
    [elif, words.elif, 6],
    [bram, words.bram, 8],
    [noor, words.noor, 2],
  ] as const;
  for (const _ of [1, 2]) {
    const visit = await family.visit();
    visits.push(visit);
    for (const [voice, text, number] of said) {
      await family.answer("signs-of-safety", { voice, visit }, { [scale]: number });
      const values = { [cardFields.text]: text, [cardFields.column]: "worries", [cardFields.order]: 1 };
      await family.run(layCard, { values }, { voice, visit });
    }
  }
  const [first, now] = visits;
  if (!first || !now) throw new Error("two visits");
  const own = (voice: RecordId): RunHost =>
    ownHost(
      wholeHost(family, "signs-of-safety", { voice, visit: now }),
      voice,
      knownAtTable(family.file(), now, voice),
    );
  return { family, elif, bram, noor, loes, first, now, own };
}

/** Everything that a view can read of a host without writing, as text. */
function readable(host: RunHost): string {
  const groups = host.instrument.groups.map((group) => group.id);
  const items = host.instrument.groups.flatMap((group) => group.items.map((item) => item.id));
  const rows = groups.flatMap((group) =>
    host.rows(group).map((row) => ({
      ...row,
      seen: [cardFields.text, ...items].map((field) => [row.value(field), row.heads?.(field)]),
    })),
  );
  return JSON.stringify({
    host,
    values: items.map((item) => [host.value(item), host.heads(item), host.earlier(item)]),
    rows,
  });
}

describe("on a family's screen, with two parents and a child of one case", () => {
  test("the whole case would show it all, so the tests below can fail", async () => {
    const { family, elif, now } = await threeAtTable();
    const whole = readable(wholeHost(family, "signs-of-safety", { voice: elif, visit: now }));
    for (const one of [...Object.values(words), "Loes", "Marit"]) expect(whole).toContain(one);
  });

  test("each reads their own words, and nobody else's", async () => {
    const { elif, bram, noor, own } = await threeAtTable();
    const mine = { [elif]: words.elif, [bram]: words.bram, [noor]: words.noor };
    for (const voice of [elif, bram, noor])
      for (const [whose, text] of Object.entries(mine)) {
        if (whose === voice) expect(readable(own(voice))).toContain(text);
        else expect(readable(own(voice))).not.toContain(text);
      }
  });

  test("a permission opens prints and trends, never another's screen", async () => {
    const { family, elif, bram, noor, now, own } = await threeAtTable();
    const records = ownRecords(family.file(), noor, now);
    const allow = (may: boolean) =>
      family.run(allowSight, { records, persons: { [elif]: may, [bram]: may } }, { voice: noor, visit: now });
    for (const may of [true, false]) {
      await allow(may);
      for (const voice of [elif, bram]) expect(readable(own(voice))).not.toContain(words.noor);
    }
  });

  test("an answer that somebody else left in one's own run does not pass for one's own", async () => {
    const { family, elif, bram, now } = await threeAtTable();
    const whole = wholeHost(family, "signs-of-safety", { voice: elif, visit: now });
    expect(whole.value(scale)).toBe(6);
    const host = ownHost(whole, bram, []);
    expect(host.value(scale)).toBeUndefined();
    expect(host.heads(scale)).toEqual([]);
  });

  test("earlier answers are one's own", async () => {
    const { elif, own } = await threeAtTable();
    const earlier = own(elif).earlier(scale);
    expect(earlier.map(({ head }) => head.value)).toEqual([6]);
  });

  test("what only a worker's screen offers is not there", async () => {
    const { elif, own } = await threeAtTable();
    const { settle, settleRow, sourceOf, shown, agreements, signals } = own(elif);
    expect([settle, settleRow, sourceOf, shown, agreements, signals]).toEqual(Array(6).fill(undefined));
  });
});

describe("whom a family's screen may name", () => {
  test("the parents and whoever sits at the table; a neighbour who is not here goes unnamed", async () => {
    const { family, noor, loes, now } = await threeAtTable();
    const names = () => knownAtTable(family.file(), now, noor).map(({ name }) => name);
    expect(names()).toEqual(["Elif", "Bram", "Noor"]);
    await family.run(planVisit, { record: now, values: { [visitFields.with(loes)]: true } });
    expect(names()).toEqual(["Elif", "Bram", "Noor", "Loes"]);
  });

  test("a name that is not known here is not told by its id either", async () => {
    const { elif, loes, own } = await threeAtTable();
    expect(own(elif).nameOf(loes)).toBe("");
  });
});

describe("what a person says about who may know", () => {
  test("counts for what that person began in this visit, and for nothing of others", async () => {
    const { family, noor, first, now } = await threeAtTable();
    const now2 = ownRecords(family.file(), noor, now);
    expect(now2).toHaveLength(2);
    for (const record of now2) expect(ownRecords(family.file(), noor, first)).not.toContain(record);
  });

  test("new words in an older record do not ride on last time's permission", async () => {
    const { family, elif, bram, noor, first, now } = await threeAtTable();
    const before = ownRecords(family.file(), noor, first);
    await family.run(
      allowSight,
      { records: before, persons: { [elif]: true } },
      { voice: noor, visit: first },
    );
    const open = (listener: RecordId) => openEarlier(family.file(), noor, now, listener);
    expect(open(elif)).toEqual([]);
    const run = runId(theCase, {
      instrument: "signs-of-safety",
      about: familyRecord,
      voice: noor,
      visit: first,
    });
    expect(before).toContain(run);
    const note = { field: fields.note(scale), value: "toch minder" };
    await family.run(noteIn(run), note, { voice: noor, visit: now });
    expect(open(elif)).toEqual([run]);
    expect(open(bram)).toEqual([]);
  });
});

const noteIn = (record: RecordId) =>
  ({
    intent: "annotated",
    inTogether: true,
    plan: ({ field, value }: { field: string; value: string }) => [{ record, field, value }],
  }) as const;
