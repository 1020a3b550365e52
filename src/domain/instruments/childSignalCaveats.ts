import type { Instrument } from "../instrument.ts";

/** Source: handbook §3.2.3. */
export const childSignalCaveats: Instrument = {
  id: "child-signal-caveats",
  about: "child",
  span: "case",
  voices: ["worker"],
  rules: ["R-signals-in-relation", "R-experienced-safety", "R-resilience-wears-off"],
  warnings: ["W-signals-not-specific"],
  groups: [
    {
      id: "caveats",
      kind: "tip",
      items: [
        { id: "rarely-specific" },
        { id: "cause-as-well-as-effect" },
        { id: "felt-unsafety-counts" },
        { id: "children-differ" },
      ],
    },
  ],
};
