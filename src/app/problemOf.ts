import type { ProblemKind } from "../store/problem.ts";
import { vaultProblem } from "./lock.ts";

/** Why something failed, as a key under `problems` in the words. `part`: a part of the app could not be fetched. */
export function problemOf(error: unknown): ProblemKind | "part" {
  const isPart =
    error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
  return isPart ? "part" : vaultProblem(error);
}
