import { isChild, isParent, isProfessional, type Person } from "../../domain/people.ts";

export const circles = ["children", "parents", "network", "professionals"] as const;
export type Circle = (typeof circles)[number];

/** How near somebody stands to the child: in the picture, and as the headings of the list. */
export function circleOf(person: Person): Circle {
  if (isChild(person)) return "children";
  if (isParent(person)) return "parents";
  return isProfessional(person) || person.roles.includes("teacher") ? "professionals" : "network";
}
