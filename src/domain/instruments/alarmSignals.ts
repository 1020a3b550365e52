import type { Instrument } from "../instrument.ts";

/** Source: handbook §3.2.1 (four lists; definition from Werkgroep signalerings- en risicotaxatie-instrumenten 2012). */
export const alarmSignals: Instrument = {
  id: "alarm-signals",
  about: "child",
  span: "visit",
  voices: ["worker"],
  rules: [
    "R-alarm-consider-action",
    "R-urgent-first",
    "R-limited-information-suffices",
    "R-alarm-unknown-follow-up",
    "R-no-diagnosis",
  ],
  warnings: ["W-alarm-not-complete", "W-emergency-number", "W-veilig-thuis", "W-no-diagnosis"],
  groups: [
    {
      id: "presumed-maltreatment",
      kind: "yes-no-unknown",
      other: true,
      evidence: true,
      items: [
        { id: "injury-not-accidental" },
        { id: "severe-violence-or-discipline" },
        { id: "serious-sexual-abuse-indications" },
        { id: "dangerous-surroundings" },
        { id: "serious-domestic-violence" },
      ],
    },
    {
      id: "parent-child",
      kind: "yes-no-unknown",
      other: true,
      evidence: true,
      items: [
        { id: "basic-needs-not-met" },
        { id: "no-protection-from-acute-danger" },
        { id: "refuses-access-or-flees" },
        { id: "no-involvement-child-as-object" },
      ],
    },
    {
      id: "parent",
      kind: "yes-no-unknown",
      other: true,
      evidence: true,
      items: [
        { id: "doubtful-explanation" },
        { id: "earlier-child-death" },
        { id: "threatens-violence" },
        { id: "parent-unavailable", aspects: ["expert", "expert-date", "effect-on-parenting"] },
        { id: "severe-intellectual-disability", aspects: ["expert", "expert-date", "effect-on-parenting"] },
      ],
    },
    {
      id: "child",
      kind: "yes-no-unknown",
      other: true,
      evidence: true,
      items: [
        { id: "toxic-exposure-or-drug-baby" },
        { id: "shaken-baby" },
        { id: "suspicious-medical-signs" },
        { id: "sibling-with-alarm-signal" },
        { id: "genital-mutilation-risk-journey" },
      ],
    },
  ],
};
