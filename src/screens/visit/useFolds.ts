import { useEffect, useState } from "react";

/** How far from level a tablet may lean, in degrees, and count as laid down. */
const flat = 12;

/**
 * What is unfolded, one thing at a time. It folds by itself when the tablet turns, is laid down, or goes out of sight:
 * whoever it is turned to then sees only cards.
 */
export function useFolds<Id extends string>(): [Id | undefined, (id: Id | undefined) => void] {
  const [opened, setOpened] = useState<Id>();
  useEffect(() => {
    const fold = (): void => setOpened(undefined);
    const foldIfHidden = (): void => {
      if (document.visibilityState === "hidden") fold();
    };
    let wasFlat = true;
    const foldIfLaidDown = ({ beta, gamma }: DeviceOrientationEvent): void => {
      if (beta === null || gamma === null) return;
      const isFlat = Math.abs(beta) < flat && Math.abs(gamma) < flat;
      if (isFlat && !wasFlat) fold();
      wasFlat = isFlat;
    };
    const portrait = matchMedia("(orientation: portrait)");
    portrait.addEventListener("change", fold);
    // A half turn leaves the page as wide as it was: only this tells of it.
    screen.orientation?.addEventListener?.("change", fold);
    document.addEventListener("visibilitychange", foldIfHidden);
    addEventListener("deviceorientation", foldIfLaidDown);
    return () => {
      portrait.removeEventListener("change", fold);
      screen.orientation?.removeEventListener?.("change", fold);
      document.removeEventListener("visibilitychange", foldIfHidden);
      removeEventListener("deviceorientation", foldIfLaidDown);
    };
  }, []);
  return [opened, setOpened];
}
