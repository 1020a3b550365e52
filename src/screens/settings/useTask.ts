import { useState } from "react";
import { problemOf } from "../../app/problemOf.ts";

/** Something that takes a while and may fail: what a button shows meanwhile, and what is said after. */
export function useTask() {
  const [isPending, setPending] = useState(false);
  const [isDone, setDone] = useState(false);
  const [problem, setProblem] = useState<string>();
  const run = async (task: () => Promise<void>): Promise<void> => {
    setPending(true);
    setDone(false);
    setProblem(undefined);
    try {
      await task();
      setDone(true);
    } catch (error) {
      setProblem(problemOf(error));
    }
    setPending(false);
  };
  return { isPending, isDone, problem, run };
}

export type Task = ReturnType<typeof useTask>;
