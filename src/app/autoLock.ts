import { openVisitOf } from "../domain/visit.ts";
import { currentWorld, hasWorld } from "./current.ts";
import { lock, softLock } from "./lock.ts";
import { pinMillis } from "./pinMillis.ts";
import { firstSettings } from "./profile.ts";
import { appStore } from "./state.ts";

/** A hidden page is locked after this long, in milliseconds, unless the tablet lies at a table. */
const hiddenMillis = 60_000;
/** The warning comes this long before the lock, in milliseconds. */
const warningMillis = 30_000;

export type IdleState = {
  readonly atTable: boolean;
  readonly idleMinutes: number;
  readonly tableMinutes: number;
  /** Since when nobody touched anything, and since when the page was out of sight: milliseconds, or undefined. */
  readonly touchedAt: number;
  readonly hiddenAt: number | undefined;
};

/** When the screen must be locked, in milliseconds since 1970. */
export function lockDue({ atTable, idleMinutes, tableMinutes, touchedAt, hiddenAt }: IdleState): number {
  const idle = touchedAt + (atTable ? tableMinutes : idleMinutes) * 60_000;
  if (hiddenAt === undefined) return idle;
  return Math.min(idle, hiddenAt + (atTable ? tableMinutes * 60_000 : hiddenMillis));
}

const isAtTable = (): boolean => {
  const { phase, files } = appStore.getState();
  return phase === "together" || [...files.values()].some((file) => openVisitOf(file) !== undefined);
};

/**
 * Locks after a while without a touch. A suspended tablet runs no timers: elapsed time is judged when the page comes
 * back, in the event itself, so that nothing is painted before.
 */
export function watchIdle(): () => void {
  let touchedAt = Date.now();
  let hiddenAt: number | undefined;
  // The time of the PIN begins with the lock itself, and not at the next tick: a tablet may sleep in between.
  let softSince: number | undefined;
  const stopListening = appStore.subscribe(({ phase, covered }) => {
    softSince = covered || phase === "soft" ? (softSince ?? Date.now()) : undefined;
  });
  const judge = (): void => {
    const { phase, settings, lockingIn, covered } = appStore.getState();
    if (covered) return;
    if (phase === "soft" && softSince !== undefined && Date.now() - softSince > pinMillis()) void lock();
    if (phase !== "open" && phase !== "together") return;
    const { idleMinutes, tableMinutes } = settings ?? firstSettings;
    const due = lockDue({ atTable: isAtTable(), idleMinutes, tableMinutes, touchedAt, hiddenAt });
    const left = due - Date.now();
    if (left <= 0) {
      // What a screen shows is covered at once; the keys follow as soon as the draft is stored.
      void softLock();
      return;
    }
    const warning = left <= warningMillis ? Math.ceil(left / 1000) : undefined;
    if (warning !== lockingIn) appStore.setState({ lockingIn: warning });
  };
  const touch = (): void => {
    judge();
    touchedAt = Date.now();
    const { phase } = appStore.getState();
    if (phase === "open" || phase === "together") currentWorld().vault.touch();
    if (appStore.getState().lockingIn !== undefined) appStore.setState({ lockingIn: undefined });
  };
  const onVisibility = (): void => {
    if (document.visibilityState === "hidden") hiddenAt = Date.now();
    else {
      judge();
      hiddenAt = undefined;
      // The connection may have been dropped meanwhile; what could not be stored is tried again.
      if (hasWorld()) void currentWorld().journal.recover();
    }
  };
  const timer = setInterval(judge, 1000);
  const touches = ["pointerdown", "keydown", "input"] as const;
  for (const name of touches) document.addEventListener(name, touch, { capture: true, passive: true });
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("pageshow", onVisibility);
  return () => {
    clearInterval(timer);
    stopListening();
    for (const name of touches) document.removeEventListener(name, touch, { capture: true });
    document.removeEventListener("visibilitychange", onVisibility);
    window.removeEventListener("pageshow", onVisibility);
  };
}
