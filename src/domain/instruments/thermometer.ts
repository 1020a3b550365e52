import type { Instrument } from "../instrument.ts";

/** Source: handbook §5.5.4 ad 4 (Spanjaard & Haspels 2005). */
export const thermometer: Instrument = {
  id: "thermometer",
  about: "person",
  span: "visit",
  repeats: true,
  voices: ["parent", "child"],
  rules: ["R-thermometer-levels-open"],
  warnings: ["W-training"],
  groups: [
    {
      id: "parts",
      kind: "field",
      voices: ["parent", "child"],
      items: [
        { id: "situation", input: "longText" },
        { id: "temperature", input: "level" },
        { id: "first-aid-actions", input: "longText", perLevel: true },
      ],
    },
    {
      id: "action-examples",
      kind: "example",
      voices: ["parent", "child"],
      items: [{ id: "smoke-outside" }, { id: "look-away" }],
    },
    {
      id: "derived",
      kind: "field-derived",
      voices: ["parent", "child"],
      items: [
        { id: "signs-per-level", input: "longText", perLevel: true },
        { id: "did-it-help", input: "yesNo" },
        { id: "moment", input: "dateTime" },
      ],
    },

    // Ours: the handbook has no such list.
    {
      id: "no-return",
      kind: "field-derived",
      voices: ["parent", "child"],
      items: [
        { id: "point-of-no-return", input: "level" },
        { id: "with-children", input: "persons", adults: true, perLevel: true, voices: ["parent"] },
      ],
    },
  ],
};
