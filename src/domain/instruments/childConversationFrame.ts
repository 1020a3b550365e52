import type { Instrument } from "../instrument.ts";

/** Source: handbook §4.4 (Delfos 2005a/b). */
export const childConversationFrame: Instrument = {
  id: "child-conversation-frame",
  about: "child",
  span: "visit",
  inEarshot: true,
  voices: ["worker", "child"],
  rules: ["R-no-secrecy", "R-child-steers"],
  warnings: ["W-child-burden", "W-training", "W-child-never-responsible"],
  groups: [
    {
      id: "frame",
      kind: "step",
      voices: ["worker", "child"],
      items: [
        { id: "child-chooses-subject" },
        { id: "want-to-know-problems" },
        { id: "want-to-help" },
        { id: "help-with-words" },
        { id: "explain-confidentiality" },
      ],
    },
    {
      id: "control",
      kind: "fact",
      voices: ["worker", "child"],
      items: [{ id: "what-to-tell" }, { id: "when-to-stop" }],
    },
  ],
};
