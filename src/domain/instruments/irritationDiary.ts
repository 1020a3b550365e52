import type { Instrument } from "../instrument.ts";

/** Source: handbook §5.5.4 ad 4. */
export const irritationDiary: Instrument = {
  id: "irritation-diary",
  about: "person",
  span: "case",
  voices: ["parent"],
  rules: [],
  warnings: ["W-training"],
  groups: [
    {
      id: "columns",
      kind: "field",
      rows: true,
      voices: ["parent"],
      items: [{ id: "moment", input: "dateTime" }, { id: "irritation-or-emotion" }, { id: "trigger" }],
    },
    { id: "aids", kind: "option", items: [{ id: "emotion-cards" }] },
    {
      id: "derived",
      kind: "field-derived",
      rowOf: "columns",
      voices: ["parent"],
      items: [
        { id: "strength", input: "score" },
        {
          id: "stoplight-colour",
          input: "choice",
          choicesFrom: { instrument: "stoplight", group: "colours" },
        },
        { id: "what-i-did" },
      ],
    },

    // Ours: the handbook has no such list.
    {
      id: "feelings",
      kind: "option-derived",
      other: true,
      rowOf: "columns",
      voices: ["parent"],
      items: [
        { id: "angry" },
        { id: "irritated" },
        { id: "rushed" },
        { id: "tired" },
        { id: "sad" },
        { id: "afraid" },
        { id: "ashamed" },
        { id: "powerless" },
        { id: "hurt" },
        { id: "alone" },
      ],
    },
  ],
};
