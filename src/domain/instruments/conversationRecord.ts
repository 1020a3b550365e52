import type { Instrument } from "../instrument.ts";

/** Source: handbook §4.2-4.4 (agreements, reactions, follow-up); form itself is derived. */
export const conversationRecord: Instrument = {
  id: "conversation-record",
  about: "family",
  span: "visit",
  voices: ["worker"],
  rules: ["R-fact-or-view", "R-no-endangering-information", "R-child-decides-passed-on"],
  warnings: ["W-training", "W-child-never-responsible"],
  groups: [
    {
      id: "derived",
      kind: "field-derived",
      items: [
        { id: "date-place-present", input: "longText" },
        { id: "steps-done", input: "longText" },
        { id: "said-by-parent", input: "longText" },
        { id: "said-by-child", input: "longText" },
        { id: "observed", input: "longText" },
        { id: "change-talk-heard", input: "longText" },
        { id: "agreements", input: "agreements" },
        { id: "next-steps-explained", input: "longText" },
        { id: "share-limits", input: "longText" },
        { id: "state-on-leaving", input: "longText" },
      ],
    },
  ],
};
