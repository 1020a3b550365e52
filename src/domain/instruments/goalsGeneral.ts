import type { Instrument } from "../instrument.ts";

/** Source: handbook §5.3, §5.7 (Hermanns 2008 for the overall aim). */
export const goalsGeneral: Instrument = {
  id: "goals-general",
  about: "family",
  span: "visit",
  voices: ["worker", "parent", "child"],
  rules: ["R-general-goals-always", "R-general-goals-evaluated"],
  warnings: [],
  groups: [
    {
      id: "overall-aim",
      kind: "fact",
      voices: ["worker", "parent", "child"],
      items: [
        { id: "aim-grows-up-safely" },
        { id: "aim-caregivers-equal-to-task" },
        { id: "aim-child-functions-well" },
      ],
    },
    {
      id: "goals",
      kind: "goal",
      voices: ["worker", "parent"],
      items: [
        { id: "goal-safe-situation", voices: ["worker", "parent", "child"] },
        { id: "goal-maltreatment-stopped" },
        { id: "goal-risks-reduced" },
        { id: "goal-causes-tackled" },
        { id: "goal-consequences-treated", voices: ["worker", "parent", "child"] },
        { id: "goal-trauma-processed" },
      ],
    },
  ],
};
