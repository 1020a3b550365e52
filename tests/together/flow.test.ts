import { describe, expect, test } from "vitest";
import type { Value } from "../../src/domain/entry.ts";
import type { TogetherPlace } from "../../src/domain/handing.ts";
import type { RecordId } from "../../src/domain/ids.ts";
import { fields } from "../../src/domain/instrument.ts";
import {
  type Flow,
  firstPlace,
  openRow,
  placeAfter,
  placeBefore,
  standingAt,
  stoppedAt,
} from "../../src/together/flow.ts";
import type { TogetherTool } from "../../src/together/session.ts";
import { fakeHost, toolOf } from "../instrument/fakeHost.ts";

type Given = {
  readonly id: string;
  readonly items?: readonly string[];
  readonly values?: Record<string, Value>;
  readonly rows?: { readonly [group: string]: readonly { readonly [field: string]: Value }[] };
};

/** One person with tools before them; what is answered with `say` stands at once, as it does in the case. */
function sitting(voice: "parent" | "child", ...tools: readonly Given[]) {
  const made = tools.map(({ id, items, values = {}, rows = {} }): TogetherTool => {
    const { host } = fakeHost(toolOf(id), { voice, values, rows });
    return { host, about: [], ...(items ? { items } : {}) };
  });
  let begun = 0;
  const newRow = (): RecordId => {
    begun += 1;
    return `new-${begun}` as RecordId;
  };
  const flow: Flow = { person: { id: "noor" as RecordId, name: "Noor", voice }, tools: made, newRow };
  const say = (tool: number, field: string, value: Value): void => made[tool]?.host.answer(field, value);
  return { flow, say };
}

/** The pages that follow on each other, questions by their tool and id, until the tablet goes on. */
function wholeWay(flow: Flow, from: TogetherPlace = firstPlace): readonly string[] {
  const way: string[] = [];
  let place: TogetherPlace | undefined = from;
  while (place && way.length < 100) {
    way.push(place.page === "question" ? `${place.tool}/${place.question}` : place.page);
    place = placeAfter(flow, place);
  }
  return way;
}

const safety = { id: "signs-of-safety", items: ["safety-score-family"] };

describe("the order of a family's pages", () => {
  test("a parent: the neutral page, a greeting, the questions, who may know, thanks", () => {
    const { flow } = sitting("parent", safety, { id: "miracle-question" });
    const way = wholeWay(flow);
    expect(way.slice(0, 3)).toEqual(["neutral", "welcome", "0/safety-score-family"]);
    expect(way.slice(-2)).toEqual(["mayKnow", "thanks"]);
    expect(way).not.toContain("secrets");
    expect(way.filter((one) => one.startsWith("1/")).length).toBeGreaterThan(0);
  });

  test("a child reads what can stay a secret before it says who may know", () => {
    const { flow } = sitting("child", safety);
    expect(wholeWay(flow).slice(-3)).toEqual(["secrets", "mayKnow", "thanks"]);
  });

  test("a tool without a question for this person is passed over", () => {
    const { flow } = sitting("child", { id: "irritation-diary" }, { id: "stoplight" });
    expect(wholeWay(flow)[2]).toBe("1/colours");
  });

  test("nothing to ask at all leads to the end and not to an empty page", () => {
    const { flow } = sitting("parent");
    expect(wholeWay(flow)).toEqual(["neutral", "welcome", "mayKnow", "thanks"]);
  });
});

describe("follow-ups", () => {
  test("what a 4 means is asked once there is a 4", () => {
    const { flow, say } = sitting("parent", safety);
    const asked = () => wholeWay(flow).filter((one) => one.startsWith("0/"));
    expect(asked()).toEqual(["0/safety-score-family"]);
    say(0, "safety-score-family", 4);
    expect(asked()).toEqual(["0/safety-score-family", "0/safety-score-meaning", "0/safety-one-higher"]);
  });

  test("the count goes along with it", () => {
    const { flow, say } = sitting("parent", safety);
    const place = { page: "question", tool: 0, question: "safety-score-family" };
    expect(standingAt(flow, place)).toMatchObject({ n: 1, total: 1 });
    say(0, "safety-score-family", 4);
    expect(standingAt(flow, place)).toMatchObject({ n: 1, total: 3 });
  });

  test("a question that is asked no more gives way to the first of its tool", () => {
    const { flow, say } = sitting("parent", safety);
    say(0, "safety-score-family", 4);
    const place = { page: "question", tool: 0, question: "safety-one-higher" };
    expect(standingAt(flow, place)?.n).toBe(3);
    say(0, "safety-score-family", { unsaid: "ratherNot" });
    expect(standingAt(flow, place)?.question.id).toBe("safety-score-family");
  });
});

describe("back", () => {
  test("leads to the question before, also in the tool before", () => {
    const { flow } = sitting("child", { id: "stoplight" }, safety);
    const first = placeAfter(flow, { ...firstPlace, page: "welcome" });
    expect(first && placeBefore(flow, first)).toBeUndefined();
    const back = placeBefore(flow, { page: "question", tool: 1, question: "safety-score-family" });
    expect(back?.tool).toBe(0);
    expect(back && wholeWay(flow, back)[1]).toBe("1/safety-score-family");
  });
});

describe("after red", () => {
  const colour = fields.choice("colours");
  const atColours = { page: "question", tool: 0, question: "colours" };

  test("no more questions are asked, whatever else was laid ready", () => {
    const { flow, say } = sitting("child", { id: "stoplight" }, safety);
    say(0, colour, "red");
    expect(wholeWay(flow, atColours)).toEqual(["0/colours", "red", "thanks"]);
  });

  test("orange goes on", () => {
    const { flow, say } = sitting("child", { id: "stoplight" }, safety);
    say(0, colour, "orange");
    const way = wholeWay(flow, atColours);
    expect(way).not.toContain("red");
    expect(way).toContain("1/safety-score-family");
  });

  test("a colour in the diary of another day ends nothing", () => {
    const { flow } = sitting("parent", { id: "irritation-diary", values: { [colour]: "red" } });
    expect(wholeWay(flow)).not.toContain("red");
  });
});

describe("what is told one by one", () => {
  const asked = [
    "0/columns/moment",
    "0/columns/irritation-or-emotion",
    "0/columns/trigger",
    "0/columns/feelings",
    "0/columns/strength",
    "0/columns/stoplight-colour",
    "0/columns/what-i-did",
  ];
  const told = { columns: [{ trigger: "Het was laat." }, { trigger: "De buren." }] };
  const startOf = (flow: Flow): TogetherPlace =>
    placeAfter(flow, { ...firstPlace, page: "welcome" }) ?? firstPlace;
  const back = (flow: Flow, from: TogetherPlace): readonly string[] => {
    const way: string[] = [];
    for (let at: TogetherPlace | undefined = from; at && way.length < 100; at = placeBefore(flow, at))
      way.push(`${at.row ?? "-"} ${at.question}`);
    return way;
  };

  test("a moment of the week is one question after the other, and then the choice of one more", () => {
    const { flow } = sitting("parent", { id: "irritation-diary" });
    expect(wholeWay(flow).slice(2, 10)).toEqual([...asked, "0/columns"]);
  });

  test("the aid that the worker used is not asked of a parent", () => {
    const { flow } = sitting("parent", { id: "irritation-diary" });
    expect(wholeWay(flow)).not.toContain("0/aids");
  });

  test("a goal begins with its own sentence, with examples, and with nothing for workers only", () => {
    const { flow } = sitting("child", { id: "goals-specific" });
    const way = wholeWay(flow).filter((one) => one.startsWith("0/"));
    expect(way[0]).toBe("0/sentence-starter/i-would-like");
    expect(way.at(-1)).toBe("0/sentence-starter");
    for (const one of ["owner", "quality", "relevant", "priority-class", "groups"])
      expect(way).not.toContain(`0/sentence-starter/${one}`);
    const { question } = standingAt(flow, startOf(flow)) ?? {};
    expect(question?.examples?.flatMap(({ items }) => items.map(({ id }) => id))).toContain(
      "stand-up-for-myself",
    );
  });

  test("the questions of a moment are counted by themselves", () => {
    const { flow } = sitting("parent", { id: "irritation-diary" });
    expect(standingAt(flow, startOf(flow))).toMatchObject({ n: 1, total: asked.length });
  });

  test("one more is another one, and an earlier one opens at its first question", () => {
    const { flow } = sitting("parent", { id: "irritation-diary", rows: told });
    const list = startOf(flow);
    expect(list).toMatchObject({ question: "columns" });
    const first = openRow(flow, list, undefined);
    const second = openRow(flow, { ...list, ...(first.row ? { row: first.row } : {}) }, undefined);
    expect(first.question).toBe("columns/moment");
    expect(second.row).not.toBe(first.row);
    expect(openRow(flow, list, "row-1" as RecordId)).toMatchObject({
      question: "columns/moment",
      row: "row-1",
    });
  });

  test("back leads through the moment to the list, and from there to what came before", () => {
    const { flow } = sitting("parent", safety, { id: "irritation-diary", rows: told });
    const end: TogetherPlace = { page: "question", tool: 1, question: "columns", row: "row-1" as RecordId };
    expect(back(flow, end)).toEqual([
      "row-1 columns",
      ...asked.toReversed().map((one) => `row-1 ${one.slice(2)}`),
      "- columns",
      "- safety-score-family",
    ]);
  });

  test("back from the very first moment leads to what came before it, and not to an empty list", () => {
    const { flow } = sitting("parent", safety, { id: "irritation-diary" });
    const first: TogetherPlace = {
      page: "question",
      tool: 1,
      question: "columns/moment",
      row: "new-1" as RecordId,
    };
    expect(back(flow, first)).toEqual(["new-1 columns/moment", "- safety-score-family"]);
  });
});

describe("stop", () => {
  test("ends the questions from any of them, and asks nothing more", () => {
    const { flow } = sitting("child", { id: "stoplight" }, safety);
    const stopped = stoppedAt({ page: "question", tool: 0, question: "colours" });
    expect(wholeWay(flow, stopped)).toEqual(["stopped"]);
  });
});

describe("two persons, one after the other", () => {
  test("the second begins behind the neutral page, whatever the first left open", () => {
    const mother = sitting("parent", safety).flow;
    const child = sitting("child", { id: "stoplight" }).flow;
    expect(wholeWay(mother).at(-1)).toBe("thanks");
    expect(wholeWay(child)[0]).toBe("neutral");
    expect(wholeWay(child)).not.toContain("0/safety-score-family");
  });
});
