import type { Instrument } from "../instrument.ts";

/** Source: handbook §5.5.4 ad 4. */
export const stoplight: Instrument = {
  id: "stoplight",
  about: "person",
  span: "visit",
  repeats: true,
  inEarshot: true,
  voices: ["parent", "child"],
  rules: ["R-stoplight-meaning"],
  warnings: ["W-training"],
  groups: [
    {
      id: "colours",
      kind: "scale",
      single: true,
      voices: ["parent", "child"],
      items: [{ id: "green" }, { id: "orange" }, { id: "red" }],
    },
    {
      id: "derived",
      kind: "field-derived",
      voices: ["parent", "child"],
      items: [
        { id: "moment", input: "dateTime" },
        { id: "situation", input: "longText" },
        { id: "my-signs", input: "longText" },
        { id: "what-i-do", input: "longText" },
      ],
    },
  ],
};
