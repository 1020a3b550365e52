import type { Instrument } from "../instrument.ts";

/** Source: handbook §5.2 (Turnell & Edwards 2009). */
export const signsOfSafety: Instrument = {
  id: "signs-of-safety",
  about: "family",
  span: "visit",
  voices: ["worker", "parent", "child"],
  rules: [
    "R-exceptions-missing-hint",
    "R-no-constructive-goal-hint",
    "R-scale-repeat-compare",
    "R-willingness-before-start",
    "R-scale-0-10",
  ],
  warnings: ["W-training"],
  credit: true,
  groups: [
    // Ours: the handbook has no such list.
    {
      id: "map",
      kind: "card-derived",
      span: "case",
      voices: ["worker", "parent", "child"],
      items: [{ id: "goes-well" }, { id: "worries" }, { id: "must-happen" }],
    },
    {
      id: "elements",
      kind: "step",
      items: [
        { id: "positions-of-family-members" },
        { id: "exceptions-to-unsafety" },
        { id: "strengths-and-resources" },
        { id: "goals-for-safety" },
        { id: "safety-and-progress-scales" },
        { id: "willingness-confidence-capacity" },
      ],
    },
    {
      id: "position-fields",
      kind: "field-derived",
      rows: true,
      items: [
        { id: "position-person", input: "person" },
        { id: "position-view", input: "longText" },
        { id: "position-values", input: "longText" },
      ],
    },
    {
      id: "exception-fields",
      kind: "field-derived",
      rows: true,
      items: [
        { id: "exception-situation", input: "longText" },
        { id: "exception-what-helped", input: "longText" },
        { id: "exception-none", input: "tick", once: true },
      ],
    },
    {
      id: "strength-fields",
      kind: "field-derived",
      items: [
        { id: "strength", input: "longText" },
        { id: "resource", input: "longText" },
      ],
    },
    {
      id: "goal-fields",
      kind: "field-derived",
      items: [
        { id: "family-goal", input: "longText" },
        { id: "professional-goal", input: "longText" },
        { id: "goal-difference", input: "longText" },
        { id: "no-suggestion", input: "tick" },
      ],
    },
    {
      id: "scale-fields",
      kind: "field-derived",
      items: [
        { id: "safety-score-family", input: "score", voices: ["parent", "child"] },
        { id: "safety-score-professional", input: "score" },
        { id: "progress-score-family", input: "score", voices: ["parent", "child"] },
        { id: "progress-score-professional", input: "score" },
      ],
    },
    {
      id: "readiness-fields",
      kind: "field-derived",
      items: [
        { id: "willingness", input: "score" },
        { id: "confidence", input: "score" },
        { id: "capacity", input: "score" },
      ],
    },

    // Ours: the handbook has no such list.
    {
      id: "scale-follow-ups",
      kind: "field-derived",
      voices: ["parent", "child"],
      items: [
        { id: "safety-score-meaning", input: "longText", after: "safety-score-family" },
        { id: "safety-one-higher", input: "longText", after: "safety-score-family" },
        { id: "progress-score-meaning", input: "longText", after: "progress-score-family" },
        { id: "progress-one-higher", input: "longText", after: "progress-score-family" },
      ],
    },
  ],
};
