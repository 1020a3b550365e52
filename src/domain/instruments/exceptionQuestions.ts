import type { Instrument } from "../instrument.ts";

/** Source: handbook §5.4, §4.3. */
export const exceptionQuestions: Instrument = {
  id: "exception-questions",
  about: "person",
  span: "visit",
  voices: ["worker", "parent", "child"],
  rules: ["R-exceptions-missing-hint"],
  warnings: ["W-training"],
  groups: [
    {
      id: "questions",
      kind: "question",
      voices: ["parent", "child"],
      items: [{ id: "when-less" }, { id: "what-do-you-do-differently" }],
    },
    {
      id: "worker-tips",
      kind: "tip",
      items: [{ id: "ask-details" }, { id: "stress-own-part" }, { id: "give-compliments" }],
    },
  ],
};
