import type { Instrument } from "../instrument.ts";

/** Source: handbook §3.2.1 (text before and after the lists); §5.2 (direct actions first). */
export const immediateActionDecision: Instrument = {
  id: "immediate-action-decision",
  about: "child",
  span: "visit",
  repeats: true,
  voices: ["worker"],
  rules: [
    "R-alarm-consider-action",
    "R-safe-place-now",
    "R-limited-information-suffices",
    "R-continue-assessment",
    "R-decision-is-reasoned",
  ],
  warnings: ["W-emergency-number", "W-veilig-thuis"],
  groups: [
    {
      id: "considerations",
      kind: "question",
      items: [
        { id: "kind-and-seriousness" },
        { id: "responsible-adult-now", input: "yesNo" },
        { id: "child-in-safe-place-now", input: "yesNo" },
      ],
    },
    {
      id: "options",
      kind: "option",
      other: true,
      single: true,
      items: [
        { id: "intensive-help-now" },
        { id: "place-child-elsewhere" },
        { id: "child-safe-agreements-soon" },
        { id: "no-immediate-action" },
      ],
    },
    {
      id: "record",
      kind: "field",
      items: [
        { id: "grounds", input: "longText" },
        { id: "information-limits", input: "longText" },
        { id: "further-assessment", input: "longText" },
        { id: "urgent-goals", input: "longText" },
      ],
    },
    {
      id: "derived",
      kind: "field-derived",
      items: [
        { id: "decided-by" },
        { id: "decided-at", input: "dateTime" },
        { id: "linked-signals", input: "signals" },
        { id: "who-informed", input: "longText" },
        { id: "review-date", input: "date" },
        { id: "reported-to" },
      ],
    },
  ],
};
