import type { Instrument } from "../instrument.ts";

/** Source: handbook §4.4 "Stappen in het gesprek" (1-7). */
export const childConversationSteps: Instrument = {
  id: "child-conversation-steps",
  about: "child",
  span: "visit",
  voices: ["worker", "child"],
  rules: [
    "R-child-never-responsible",
    "R-aftercare-before-child-talk",
    "R-child-decides-passed-on",
    "R-child-may-stop",
  ],
  warnings: ["W-child-burden", "W-training", "W-child-never-responsible"],
  groups: [
    {
      id: "steps",
      kind: "step",
      voices: ["worker", "child"],
      items: [
        { id: "does-child-know-why", input: "yesNo" },
        { id: "explain-purpose-and-use" },
        { id: "home-situation", input: "longText" },
        { id: "parents-responsible-not-child" },
        { id: "possible-solutions", input: "longText" },
        { id: "closing-and-what-is-told", input: "longText" },
        { id: "aftercare", input: "text" },
      ],
    },
  ],
};
