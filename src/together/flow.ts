import { fields } from "../domain/instrument.ts";
import { type Question, questionsOf } from "../instrument/questions.ts";
import type { TogetherPlace, TogetherSession } from "./session.ts";

/** The pages in their order; questions stand between `welcome` and what follows them. */
export type Page = "neutral" | "welcome" | "question" | "red" | "secrets" | "mayKnow" | "thanks" | "stopped";

/** What the order of the pages depends on. */
export type Flow = Pick<TogetherSession, "person" | "tools">;

export type Standing = {
  readonly tool: number;
  readonly question: Question;
  readonly n: number;
  readonly total: number;
};

/** Every person begins behind a page that holds nothing of anybody. */
export const firstPlace: TogetherPlace = { page: "neutral", tool: 0, question: "" };

/** The questions of one tool as they stand now: a follow-up appears once there is something to follow. */
function questionsIn({ tools, person }: Flow, tool: number): readonly Question[] {
  const own = tools[tool];
  if (!own) return [];
  return questionsOf(own.host.instrument, person.voice, own.host, own.items ? { items: own.items } : {});
}

/** The question that is open. One that is asked no more gives way to the first of what is left. */
export function standingAt(flow: Flow, place: TogetherPlace): Standing | undefined {
  const questions = questionsIn(flow, place.tool);
  const at = questions.findIndex((one) => one.id === place.question);
  const question = questions[at];
  if (question) return { tool: place.tool, question, n: at + 1, total: questions.length };
  for (let tool = place.tool; tool < flow.tools.length; tool += 1) {
    const found = questionsIn(flow, tool);
    if (found[0]) return { tool, question: found[0], n: 1, total: found.length };
  }
  return undefined;
}

const asking = (tool: number, question: Question): TogetherPlace => ({
  page: "question",
  tool,
  question: question.id,
});

/** The first question from this tool on; without any, a child first reads what can stay a secret. */
function fromTool(flow: Flow, tool: number): TogetherPlace {
  const first = standingAt(flow, { page: "question", tool, question: "" });
  if (first) return asking(first.tool, first.question);
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

function afterQuestion(flow: Flow, place: TogetherPlace): TogetherPlace {
  const standing = standingAt(flow, place);
  if (!standing) return fromTool(flow, flow.tools.length);
  // After red no more questions, whatever else was laid ready.
  if (isRed(flow, standing)) return { ...place, page: "red" };
  const questions = questionsIn(flow, standing.tool);
  const following = questions[standing.n];
  return following ? asking(standing.tool, following) : fromTool(flow, standing.tool + 1);
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
    case "mayKnow":
      return { ...place, page: "thanks" };
    case "red":
    case "thanks":
    case "stopped":
      return undefined;
  }
}

/** Where "Terug" leads: to the question before, also where that is in the tool before. */
export function placeBefore(flow: Flow, place: TogetherPlace): TogetherPlace | undefined {
  const standing = standingAt(flow, place);
  if (!standing) return undefined;
  const before = questionsIn(flow, standing.tool)[standing.n - 2];
  if (before) return asking(standing.tool, before);
  for (let tool = standing.tool - 1; tool >= 0; tool -= 1) {
    const last = questionsIn(flow, tool).at(-1);
    if (last) return asking(tool, last);
  }
  return undefined;
}

export const stoppedAt = (place: TogetherPlace): TogetherPlace => ({ ...place, page: "stopped" });
