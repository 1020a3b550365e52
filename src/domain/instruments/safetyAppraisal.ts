import type { Instrument } from "../instrument.ts";

/** Source: handbook §3.2, §3.2.1-3.2.3. */
export const safetyAppraisal: Instrument = {
  id: "safety-appraisal",
  about: "child",
  span: "case",
  voices: ["worker"],
  rules: [
    "R-six-questions",
    "R-weigh-parent-against-child",
    "R-balanced-picture",
    "R-signals-in-relation",
    "R-age-and-development",
    "R-experienced-safety",
    "R-personal-problem-to-parenting",
  ],
  warnings: ["W-signals-not-proof", "W-signals-not-specific"],
  groups: [
    {
      id: "leading-questions",
      kind: "question",
      items: [{ id: "danger" }, { id: "threatening-acts" }, { id: "signals" }, { id: "consequences" }],
    },
    { id: "scope", kind: "fact", items: [{ id: "physical-integrity" }, { id: "basic-conditions" }] },
    {
      id: "outcomes",
      kind: "question",
      items: [
        { id: "need-to-intervene", input: "yesNo" },
        { id: "urgency", input: "choice", choices: ["now", "days", "weeks", "not-urgent"] },
        { id: "aim-of-intervention" },
      ],
    },
    {
      id: "felt-safety",
      kind: "question",
      items: [
        { id: "objectively-safe", input: "yesNo" },
        { id: "feels-safe", input: "yesNo" },
        { id: "seen-in-behaviour" },
      ],
    },
  ],
};
