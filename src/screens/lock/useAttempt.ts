import { useEffect, useState } from "react";
import type { Unlocked } from "../../app/lock.ts";

export type Failure = Exclude<Unlocked, { readonly ok: true }>;

export type Attempt = {
  readonly isPending: boolean;
  readonly failure: Failure | undefined;
  /** Whole seconds until another try is judged; 0 when it may be made. */
  readonly pause: number;
  run(attempt: () => Promise<Unlocked>): Promise<boolean>;
};

/** One way in, with what came of the last try and the pause that it brought. */
export function useAttempt(): Attempt {
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [until, setUntil] = useState(0);
  const pause = useCountdown(until);
  const run = async (attempt: () => Promise<Unlocked>): Promise<boolean> => {
    setPending(true);
    const result = await attempt();
    setPending(false);
    setFailure(result.ok ? undefined : result);
    if (!result.ok && result.waitMillis) setUntil(Date.now() + result.waitMillis);
    return result.ok;
  };
  return { isPending, failure, pause, run };
}

function useCountdown(until: number): number {
  const secondsLeft = (): number => Math.max(0, Math.ceil((until - Date.now()) / 1000));
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const seconds = (): number => Math.max(0, Math.ceil((until - Date.now()) / 1000));
    setLeft(seconds());
    if (until <= Date.now()) return;
    const timer = setInterval(() => {
      setLeft(seconds());
      if (until <= Date.now()) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return Math.min(left, secondsLeft());
}
