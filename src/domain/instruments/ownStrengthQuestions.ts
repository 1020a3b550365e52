import type { Instrument } from "../instrument.ts";

/** Source: handbook §5.4. */
export const ownStrengthQuestions: Instrument = {
  id: "own-strength-questions",
  about: "goal",
  span: "case",
  voices: ["parent", "child"],
  rules: ["R-own-then-network-then-professional"],
  warnings: ["W-training"],
  groups: [
    {
      id: "questions",
      kind: "question",
      voices: ["parent", "child"],
      items: [
        { id: "what-helps-already" },
        { id: "what-works-against" },
        { id: "what-is-needed" },
        { id: "who-can-help" },
        { id: "by-when", input: "date" },
      ],
    },
  ],
};
