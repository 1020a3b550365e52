import type { Instrument } from "../instrument.ts";

/**
 * Ours: a sheet to draw on. A child is offered it where somebody can look or listen along, beside the stoplight: it asks
 * nothing. Whatever is drawn is the child's own words, and means nothing by itself.
 */
export const drawing: Instrument = {
  id: "drawing",
  about: "person",
  span: "visit",
  repeats: true,
  inEarshot: true,
  voices: ["parent", "child"],
  rules: [],
  warnings: ["W-signals-not-proof"],
  groups: [
    {
      id: "sheet",
      kind: "drawing-derived",
      voices: ["parent", "child"],
      items: [{ id: "drawing" }],
    },
    {
      id: "told",
      kind: "field-derived",
      voices: ["parent", "child"],
      items: [{ id: "tells-about", input: "longText" }],
    },
  ],
};
