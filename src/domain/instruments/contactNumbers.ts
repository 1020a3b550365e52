import type { Instrument } from "../instrument.ts";

/** Source: handbook 003 (Veilig Thuis), 001 (Kindertelefoon named, former AMK), (AMK, Bureau Jeugdzorg, nji.nl). */
export const contactNumbers: Instrument = {
  id: "contact-numbers",
  about: "family",
  span: "case",
  voices: ["worker"],
  rules: ["R-contacts-always-available", "R-old-names-replaced"],
  warnings: ["W-emergency-number", "W-veilig-thuis"],
  groups: [
    {
      id: "in-seeds",
      kind: "fact",
      items: [{ id: "veilig-thuis" }, { id: "veilig-thuis-website" }, { id: "kindertelefoon" }],
    },
    {
      id: "not-in-seeds",
      kind: "field-derived",
      items: [{ id: "emergency-number" }, { id: "kindertelefoon-number" }, { id: "own-organisation" }],
    },
  ],
};
