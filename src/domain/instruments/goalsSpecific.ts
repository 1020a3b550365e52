import type { Instrument } from "../instrument.ts";

/** Source: handbook §5.3. */
export const goalsSpecific: Instrument = {
  id: "goals-specific",
  about: "family",
  span: "case",
  voices: ["worker", "parent", "child"],
  rules: [
    "R-goals-own-words",
    "R-goals-positive",
    "R-goals-smart",
    "R-goals-relevant-feasible",
    "R-goals-per-group",
    "R-goals-prioritised",
    "R-goal-quality-is-help",
  ],
  warnings: [],
  groups: [
    {
      id: "groups",
      kind: "option",
      single: true,
      rowOf: "sentence-starter",
      items: [
        { id: "group-parent-parenting" },
        { id: "group-parent-personal" },
        { id: "group-child" },
        { id: "group-family" },
      ],
    },
    {
      id: "sentence-starter",
      kind: "text",
      rows: true,
      voices: ["parent", "child"],
      items: [{ id: "i-would-like", input: "longText" }],
    },
    {
      id: "examples-parenting",
      kind: "example",
      voices: ["parent"],
      items: [
        { id: "adjust-behaviour-without-violence" },
        { id: "know-whom-to-ask" },
        { id: "know-what-to-expect" },
        { id: "recognise-needs-and-feelings" },
      ],
    },
    {
      id: "examples-personal",
      kind: "example",
      voices: ["parent"],
      items: [
        { id: "recognise-stress-and-act" },
        { id: "be-sober-with-children" },
        { id: "settle-conflict-without-child" },
      ],
    },
    {
      id: "examples-child",
      kind: "example",
      voices: ["child"],
      items: [
        { id: "know-what-parents-may-do" },
        { id: "sleep-without-nightmares" },
        { id: "stand-up-for-myself" },
        { id: "tell-parents-feelings" },
        { id: "know-whom-to-go-to" },
      ],
    },
    {
      id: "examples-family",
      kind: "example",
      voices: ["parent", "child"],
      items: [{ id: "solve-conflict-calmly" }],
    },
    {
      id: "quality",
      kind: "yes-no",
      rowOf: "sentence-starter",
      items: [
        { id: "relevant" },
        { id: "feasible" },
        { id: "positive" },
        { id: "specific" },
        { id: "measurable" },
        { id: "acceptable" },
        { id: "realistic" },
        { id: "time-bound" },
      ],
    },
    { id: "tool-mentioned", kind: "fact", items: [{ id: "mijn-doelen-stellen" }] },
    {
      id: "derived",
      kind: "field-derived",
      rowOf: "sentence-starter",
      items: [
        { id: "owner", input: "person" },
        {
          id: "linked-general-goal",
          input: "choice",
          choicesFrom: { instrument: "goals-general", group: "goals" },
        },
        { id: "priority-class", input: "choice", choices: ["first", "along", "later"] },
        { id: "target-date", input: "date", voices: ["worker", "parent", "child"] },
        {
          id: "progress",
          input: "score",
          shows: { instrument: "scaling-questions", item: "goal-score" },
          voices: ["parent", "child"],
        },
      ],
    },

    // Ours: the handbook has no such list.
    {
      id: "seen",
      kind: "field-derived",
      rowOf: "sentence-starter",
      voices: ["worker", "parent", "child"],
      items: [{ id: "seen-when", input: "longText" }],
    },
  ],
};
