import { useCallback, useState } from "react";
import type { Run as Write } from "../../app/useCase.ts";

/** Writes as the given one does, and remembers why the last write was refused: for what one tap writes. */
export function useRefused(run: Write): { readonly write: Write; readonly refused: string | undefined } {
  const [refused, setRefused] = useState<string>();
  const write: Write = useCallback(
    async (command, args, how) => {
      const outcome = await run(command, args, how);
      setRefused(outcome.ok ? undefined : outcome.refused);
      return outcome;
    },
    [run],
  );
  return { write, refused };
}
