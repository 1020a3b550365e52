import { useState } from "react";
import type { Said } from "../../app/agency/acts.ts";
import { type Hindrance, hindranceOf } from "./Hindrance.tsx";

/** Something that is said to the agency: what a button shows meanwhile, and why it did not come about. */
export function useAct() {
  const [isPending, setPending] = useState(false);
  const [hindrance, setHindrance] = useState<Hindrance>();
  const run = async <S extends Said>(act: () => Promise<S>): Promise<S | undefined> => {
    setPending(true);
    setHindrance(undefined);
    try {
      const said = await act();
      if (!said.ok) setHindrance({ relay: said.why });
      return said.ok ? said : undefined;
    } catch (error) {
      setHindrance(hindranceOf(error));
      return undefined;
    } finally {
      setPending(false);
    }
  };
  return { isPending, hindrance, run };
}
