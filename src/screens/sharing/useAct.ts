import { useState } from "react";
import type { Said } from "../../app/agency/acts.ts";

/** Something that is said to the agency: it counts once the relay has it, and says why not where it does not. */
export function useAct() {
  const [isPending, setPending] = useState(false);
  const [why, setWhy] = useState<string>();
  /** Did it count? */
  const run = async (act: () => Promise<Said>): Promise<boolean> => {
    setPending(true);
    setWhy(undefined);
    const said = await act().catch(() => ({ ok: false, why: "failed" }) as const);
    setPending(false);
    if (!said.ok) setWhy(said.why);
    return said.ok;
  };
  return { isPending, why, run };
}

export type Act = ReturnType<typeof useAct>;
