import type { Instrument } from "../instrument.ts";

/** Source: handbook §4.4, first part, and "In principe zijn de ouders niet aanwezig". */
export const childConversationDecision: Instrument = {
  id: "child-conversation-decision",
  about: "child",
  span: "visit",
  voices: ["worker"],
  rules: [
    "R-talk-unless",
    "R-parents-not-present",
    "R-toddler-trusted-adult",
    "R-trained-for-child-talk",
    "R-aftercare-before-child-talk",
  ],
  warnings: ["W-child-burden", "W-training", "W-child-never-responsible"],
  groups: [
    {
      id: "decision",
      kind: "question",
      items: [{ id: "why-not" }, { id: "needed-and-desirable", input: "yesNo" }],
    },
    {
      id: "ages",
      kind: "fact",
      items: [
        { id: "from-five-six" },
        { id: "from-four" },
        { id: "very-young-with-trusted-adult" },
        { id: "parents-absent" },
      ],
    },
    {
      id: "why-talk",
      kind: "fact",
      items: [{ id: "gives-information" }, { id: "gives-clarity" }, { id: "lives-with-reality" }],
    },

    // Ours: the handbook has no such list.
    {
      id: "derived",
      kind: "field-derived",
      items: [
        { id: "talk", input: "choice", choices: ["talk", "with-trusted-adult", "not-now"] },
        { id: "trusted-adult", input: "person", adults: true },
      ],
    },
  ],
};
