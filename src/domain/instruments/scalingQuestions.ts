import type { Instrument } from "../instrument.ts";

/** Source: handbook §5.4 (Bakker & Bannink 2008; Cauffman 2007), §4.3. */
export const scalingQuestions: Instrument = {
  id: "scaling-questions",
  about: "goal",
  span: "visit",
  voices: ["parent", "child"],
  rules: ["R-scale-0-10", "R-scale-repeat-compare"],
  warnings: ["W-training"],
  groups: [
    {
      id: "scale",
      kind: "scale",
      voices: ["parent", "child"],
      items: [{ id: "goal-score", input: "score" }],
    },
    {
      id: "anchors",
      kind: "fact",
      voices: ["parent", "child"],
      items: [{ id: "anchor-10" }, { id: "anchor-0" }],
    },
    {
      id: "follow-ups",
      kind: "question",
      voices: ["parent", "child"],
      items: [
        { id: "how-do-you-manage", after: "goal-score" },
        { id: "one-higher", after: "goal-score" },
      ],
    },
    {
      id: "other-scale-questions",
      kind: "question",
      voices: ["parent", "child"],
      items: [
        { id: "mark-for-now", input: "score" },
        { id: "mark-wished-for", input: "score" },
      ],
    },

    // Ours: the handbook has no such list.
    {
      id: "derived",
      kind: "field-derived",
      voices: ["parent", "child"],
      items: [
        { id: "score-meaning", input: "longText", after: "goal-score" },
        { id: "one-higher-needs", input: "longText", after: "goal-score" },
      ],
    },
  ],
};
