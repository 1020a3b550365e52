import type { Instrument } from "../instrument.ts";

/** Source: handbook Introduction ("Waarom deze handreiking?", "Voor wie", "Leeswijzer"), opening of ch. 3, footnote 2 of ch. 4. */
export const scopeStatement: Instrument = {
  id: "scope-statement",
  about: "family",
  span: "case",
  voices: ["worker"],
  rules: ["R-scope-limits", "R-scope-legal"],
  warnings: ["W-training", "W-scope"],
  groups: [
    {
      id: "covered",
      kind: "fact",
      items: [
        { id: "physical-and-emotional" },
        { id: "suspected-too" },
        { id: "assess-help-talk" },
        { id: "psychosocial" },
        { id: "collaboration" },
        { id: "children-up-to-18" },
      ],
    },
    {
      id: "not-covered",
      kind: "fact",
      items: [
        { id: "sexual-abuse" },
        { id: "outside-family" },
        { id: "medical-care" },
        { id: "legal-measures" },
        { id: "specialist-diagnostics" },
        { id: "prevention-and-signalling" },
      ],
    },
    {
      id: "intended-users",
      kind: "option",
      other: true,
      items: [
        { id: "youth-care" },
        { id: "child-protection" },
        { id: "youth-mental-health" },
        { id: "home-visit-worker" },
        { id: "family-centre" },
        { id: "youth-doctor" },
        { id: "social-worker" },
        { id: "addiction-care" },
        { id: "womens-refuge" },
      ],
    },
    {
      id: "family-rights",
      kind: "fact",
      items: [
        { id: "adequate-help" },
        { id: "stop-fast" },
        { id: "prevent-repetition" },
        { id: "limit-harm" },
        { id: "expert-open-judgement" },
        { id: "decide-together" },
      ],
    },

    // Ours: the handbook has no such list.
    { id: "confirmation", kind: "field-derived", items: [{ id: "has-read", input: "tick" }] },
  ],
};
