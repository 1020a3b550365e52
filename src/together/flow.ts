import type { TogetherPlace } from "../domain/handing.ts";
import type { RecordId } from "../domain/ids.ts";
import { fields } from "../domain/instrument.ts";
import { type Question, questionsOf } from "../instrument/questions.ts";
import { isWithin, rowQuestions } from "../instrument/rowQuestions.ts";
import type { TogetherSession } from "./session.ts";

/** The pages in their order; questions stand between `welcome` and what follows them. */
export type Page = "neutral" | "welcome" | "question" | "red" | "secrets" | "mayKnow" | "thanks" | "stopped";

/** What the order of the pages depends on. */
export type Flow = Pick<TogetherSession, "person" | "tools" | "newRow">;

export type Standing = {
  readonly tool: number;
  readonly question: Question;
  readonly n: number;
  readonly total: number;
};

/** Every person begins behind a page that holds nothing of anybody. */
export const firstPlace: TogetherPlace = { page: "neutral", tool: 0, question: "" };

type Spot = Pick<TogetherPlace, "tool" | "question" | "row">;

/**
 * The questions of one tool as they stand now: a follow-up appears once there is something to follow. What is asked of
 * the row that is open stands before the list of rows that it ends in.
 */
function questionsIn({ tools, person }: Flow, { tool, question, row }: Spot): readonly Question[] {
  const own = tools[tool];
  if (!own) return [];
  const asked = questionsOf(
    own.host.instrument,
    person.voice,
    own.host,
    own.items ? { items: own.items } : {},
  );
  if (row === undefined) return asked;
  return asked.flatMap((one) =>
    isWithin(one, question) ? [...rowQuestions(one, row), { ...one, row }] : [one],
  );
}

const isOfRow = ({ show }: Question): boolean => show === "row" || show === "rowList";

/** Counted are the questions of the row that is told of, or else those of the tool. */
const countedAt = (questions: readonly Question[], question: Question): readonly Question[] =>
  questions.filter((one) => isOfRow(one) === isOfRow(question));

/** The question that is open. One that is asked no more gives way to the first of what is left. */
export function standingAt(flow: Flow, place: TogetherPlace): Standing | undefined {
  const questions = questionsIn(flow, place);
  const question = questions.find((one) => one.id === place.question);
  if (question) {
    const counted = countedAt(questions, question);
    return { tool: place.tool, question, n: counted.indexOf(question) + 1, total: counted.length };
  }
  for (let tool = place.tool; tool < flow.tools.length; tool += 1) {
    const found = questionsIn(flow, { tool, question: "" });
    if (found[0]) return { tool, question: found[0], n: 1, total: found.length };
  }
  return undefined;
}

const at = (tool: number, { id, row }: Question): TogetherPlace => ({
  page: "question",
  tool,
  question: id,
  ...(row === undefined ? {} : { row }),
});

/** The first question about a row; a new one is only a name until something is written. */
function atRow(flow: Flow, tool: number, rows: Question, row: RecordId = flow.newRow()): TogetherPlace {
  return at(tool, rowQuestions(rows, row)[0] ?? rows);
}

const rowsIn = ({ tools }: Flow, tool: number, { group }: Question) => tools[tool]?.host.rows(group.id) ?? [];

/** Where nothing was told yet there is no list to show: the first is asked about at once. */
function asking(flow: Flow, tool: number, question: Question): TogetherPlace {
  const isBare =
    question.show === "rows" && question.row === undefined && rowsIn(flow, tool, question).length === 0;
  return isBare ? atRow(flow, tool, question) : at(tool, question);
}

/** One more, or an earlier one again, from the list that is open. */
export function openRow(flow: Flow, place: TogetherPlace, row: RecordId | undefined): TogetherPlace {
  const standing = standingAt(flow, place);
  return standing ? atRow(flow, standing.tool, standing.question, row) : place;
}

/** The first question from this tool on; without any, a child first reads what can stay a secret. */
function fromTool(flow: Flow, tool: number): TogetherPlace {
  const first = standingAt(flow, { page: "question", tool, question: "" });
  if (first) return asking(flow, first.tool, first.question);
  return { page: flow.person.voice === "child" ? "secrets" : "mayKnow", tool, question: "" };
}

function isRed({ tools }: Flow, { tool, question }: Standing): boolean {
  const host = tools[tool]?.host;
  return (
    host?.instrument.id === "stoplight" &&
    question.group.id === "colours" &&
    host.value(fields.choice("colours")) === "red"
  );
}

/** The question before (-1) or after (1) this one in its tool. */
function besideOf(
  flow: Flow,
  place: TogetherPlace,
  { tool, question }: Standing,
  step: 1 | -1,
): Question | undefined {
  const questions = questionsIn(flow, { ...place, tool });
  return questions[questions.findIndex((one) => one.id === question.id) + step];
}

function afterQuestion(flow: Flow, place: TogetherPlace): TogetherPlace {
  const standing = standingAt(flow, place);
  if (!standing) return fromTool(flow, flow.tools.length);
  // After red no more questions, whatever else was laid ready.
  if (isRed(flow, standing)) return { ...place, page: "red" };
  const following = besideOf(flow, place, standing, 1);
  return following ? asking(flow, standing.tool, following) : fromTool(flow, standing.tool + 1);
}

/** Where "Verder" leads; `undefined`: the tablet goes on to the next person, or back to the worker. */
export function placeAfter(flow: Flow, place: TogetherPlace): TogetherPlace | undefined {
  switch (place.page as Page) {
    case "neutral":
      return { ...place, page: "welcome" };
    case "welcome":
      return fromTool(flow, 0);
    case "question":
      return afterQuestion(flow, place);
    case "secrets":
      return { ...place, page: "mayKnow" };
    // After red nobody comes upon the worker's lock unprepared either.
    case "red":
    case "mayKnow":
      return { ...place, page: "thanks" };
    case "thanks":
    case "stopped":
      return undefined;
  }
}

/** Where "Terug" leads: to the question before, also where that is in the tool before. */
export function placeBefore(flow: Flow, place: TogetherPlace): TogetherPlace | undefined {
  const standing = standingAt(flow, place);
  if (!standing) return undefined;
  const { tool, question } = standing;
  // From the first question of a row back to the others, where there are any.
  const list = questionsIn(flow, { tool, question: "" }).find((one) => isWithin(one, question.id));
  if (list && isOfRow(question) && standing.n === 1 && rowsIn(flow, tool, list).length > 0)
    return at(tool, list);
  const before = besideOf(flow, place, standing, -1);
  if (before) return at(tool, before);
  for (let earlier = tool - 1; earlier >= 0; earlier -= 1) {
    const last = questionsIn(flow, { tool: earlier, question: "" }).at(-1);
    if (last) return at(earlier, last);
  }
  return undefined;
}

export const stoppedAt = (place: TogetherPlace): TogetherPlace => ({ ...place, page: "stopped" });
