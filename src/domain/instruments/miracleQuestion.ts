import type { Instrument } from "../instrument.ts";

/** Source: handbook §5.4. */
export const miracleQuestion: Instrument = {
  id: "miracle-question",
  about: "person",
  span: "visit",
  voices: ["parent", "child"],
  rules: [],
  warnings: ["W-training"],
  groups: [
    {
      id: "question",
      kind: "question",
      voices: ["parent", "child"],
      items: [{ id: "miracle-first-sign", input: "longText" }],
    },
  ],
};
