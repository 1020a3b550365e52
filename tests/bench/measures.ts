import { answering } from "./answering.tsx";
import { firstExchange } from "./firstExchange.ts";
import type { Measure } from "./measure.ts";
import { opening } from "./opening.ts";
import { plainPut } from "./plainPut.ts";
import { unlocking } from "./unlocking.ts";

/** Every measure of `npm run bench`, in the order in which they run; each in a browser context of its own. */
export const measures: readonly Measure[] = [plainPut, answering, opening, unlocking, firstExchange];
