import type { Instrument } from "../instrument.ts";

/** Source: handbook §4.3 "Stappen in het gesprek" (1-7). */
export const parentConversationSteps: Instrument = {
  id: "parent-conversation-steps",
  about: "family",
  span: "visit",
  voices: ["worker"],
  rules: ["R-child-never-responsible", "R-avoid-term-with-parents", "R-conversation-steps-complete"],
  warnings: ["W-training", "W-child-never-responsible"],
  groups: [
    {
      id: "steps",
      kind: "step",
      items: [
        { id: "discuss-aim" },
        { id: "name-concerns" },
        { id: "let-parents-react" },
        { id: "causes-according-to-parents" },
        { id: "express-concern-with-knowledge" },
        { id: "expectations-and-responsibility" },
        { id: "close-with-agreements" },
      ],
    },
  ],
};
