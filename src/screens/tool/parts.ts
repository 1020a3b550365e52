import type { Section } from "../../instrument/sections.ts";
import type { Opened } from "./opened.ts";

/** Groups that are drawn with another: the questions behind a number stand with that number. */
const drawnElsewhere: ReadonlySet<string> = new Set(["scale-follow-ups"]);

/** Tools that are one picture, or one short list: they are never cut into parts. */
const pictures: ReadonlySet<string> = new Set([
  "stoplight",
  "thermometer",
  "irritation-diary",
  "goals-specific",
  "scaling-questions",
]);

/** The parts of a tool that a worker can go to, in their order. */
export const listed = ({ sections }: Opened): readonly Section[] =>
  sections.filter((section) => !drawnElsewhere.has(section.id));

export const isInOnePiece = (opened: Opened): boolean =>
  pictures.has(opened.instrument.id) || listed(opened).length <= 2;
