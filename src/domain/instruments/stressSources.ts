import type { Instrument } from "../instrument.ts";

/** Source: handbook §5.5.4 ad 4. */
export const stressSources: Instrument = {
  id: "stress-sources",
  about: "person",
  span: "case",
  voices: ["parent"],
  rules: [],
  warnings: ["W-training"],
  groups: [
    {
      id: "child",
      kind: "yes-no",
      other: true,
      aspects: ["weight"],
      voices: ["parent"],
      items: [
        { id: "child-temperament" },
        { id: "child-traits" },
        { id: "child-behaviour" },
        { id: "child-development-level" },
      ],
    },
    {
      id: "parent",
      kind: "yes-no",
      other: true,
      aspects: ["weight"],
      voices: ["parent"],
      items: [
        { id: "parent-frustration" },
        { id: "parent-self-control" },
        { id: "parent-health" },
        { id: "parent-mental-state" },
      ],
    },
    {
      id: "relatives",
      kind: "yes-no",
      other: true,
      aspects: ["weight"],
      voices: ["parent"],
      items: [
        { id: "family-relation-problems" },
        { id: "family-member-problems" },
        { id: "family-siblings" },
      ],
    },
    {
      id: "environment",
      kind: "yes-no",
      other: true,
      aspects: ["weight"],
      voices: ["parent"],
      items: [
        { id: "environment-noise" },
        { id: "environment-violence" },
        { id: "environment-lack-of-support" },
      ],
    },
  ],
};
