import { type Visit, visitTime } from "../../domain/visit.ts";
import { dateFrom } from "../casefile/when.ts";

const millisOf = (visit: Visit): number => dateFrom(visitTime(visit))?.getTime() ?? Number.POSITIVE_INFINITY;

/** Visits in their order, each with its number; one without a time comes last. */
export function numberedVisits(visits: readonly Visit[]): readonly { visit: Visit; number: number }[] {
  return [...visits]
    .sort((a, b) => (millisOf(a) === millisOf(b) ? 0 : millisOf(a) - millisOf(b)))
    .map((visit, index) => ({ visit, number: index + 1 }));
}
