import type { Instrument } from "../instrument.ts";

/** Source: handbook §2.2.2 (help to child, other children, both parents), §5.4 (network), §6.3.2 (systems, partners), §4.2 (suspected parent / other parent). Not a separate instrument in the seed: needed by every tool that names persons.. */
export const casePersons: Instrument = {
  id: "case-persons",
  about: "family",
  span: "case",
  voices: ["worker"],
  rules: ["R-age-and-development", "R-help-all-systems"],
  warnings: [],
  groups: [
    {
      id: "roles",
      kind: "option-derived",
      other: true,
      items: [
        { id: "child" },
        { id: "sibling" },
        { id: "parent-concern" },
        { id: "parent-other" },
        { id: "partner" },
        { id: "relative" },
        { id: "network-person" },
        { id: "teacher" },
        { id: "professional" },
        { id: "guardian" },
        { id: "coordinator" },
        { id: "trusted-adult" },
      ],
    },
    {
      id: "systems",
      kind: "option",
      other: true,
      items: [
        { id: "system-child" },
        { id: "system-abusing-parent" },
        { id: "system-non-abusing-parent" },
        { id: "system-siblings" },
        { id: "system-family-as-whole" },
        { id: "system-important-others" },
      ],
    },
    {
      id: "fields",
      kind: "field-derived",
      rows: true,
      items: [
        { id: "name" },
        { id: "role", input: "choice", choicesFrom: { instrument: "case-persons", group: "roles" } },
        { id: "birth-date" },
        { id: "lives-with", input: "text" },
        { id: "contact", input: "longText" },
        { id: "language-and-literacy" },
        { id: "note", input: "longText" },
      ],
    },
  ],
};
