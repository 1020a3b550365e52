import type { Instrument } from "../instrument.ts";

/** Source: handbook §5.5.4 ad 4. */
export const stressBuildUp: Instrument = {
  id: "stress-build-up",
  about: "person",
  span: "case",
  repeats: true,
  voices: ["parent"],
  rules: ["R-act-before-point-of-no-return"],
  warnings: ["W-training"],
  groups: [
    {
      id: "elements",
      kind: "field",
      voices: ["parent"],
      items: [
        { id: "concrete-situation", input: "longText" },
        { id: "first-signals", input: "longText" },
        { id: "emotions", input: "longText" },
        { id: "reaction-when-stressed", input: "longText" },
        { id: "point-of-no-return", input: "level" },
        { id: "action-before", input: "longText" },
      ],
    },
    {
      id: "explanation",
      kind: "fact",
      voices: ["parent"],
      items: [{ id: "think-before-act-harder" }, { id: "signals-missed" }, { id: "stronger-is-harder" }],
    },

    // Ours: the handbook has no such list.
    {
      id: "derived",
      kind: "field-derived",
      voices: ["parent"],
      items: [
        { id: "action-at", input: "level" },
        { id: "with-children", input: "persons", adults: true },
      ],
    },
  ],
};
