import { ageOn } from "../../domain/people.ts";
import type { Say } from "../casefile/placeWords.ts";
import { calendarDay } from "../casefile/when.ts";

/** A role of one's own wording, beside those of the method. */
export const otherRoleField = "roles-other";

/** "7 jaar", "ongeveer 7 jaar"; "" where no age can be read from what stands there. */
export function ageWords(birth: string, now: Date, say: Say): string {
  const age = ageOn(birth, calendarDay(now));
  if (!age) return "";
  return say(age.exact ? "casefile:person.age" : "casefile:person.ageAbout", { count: age.years });
}
