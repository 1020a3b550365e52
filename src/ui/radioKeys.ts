import type { KeyboardEvent } from "react";

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 };

/**
 * Arrow keys, Home and End within a radio group. They move the focus and pick nothing: each pick is kept for good,
 * so passing over an answer must not give it. Space or Enter picks. Where the group says `data-rising`, up is more.
 */
export function moveFocusAmongRadios(event: KeyboardEvent<HTMLElement>): void {
  const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')];
  const at = radios.findIndex((radio) => radio.contains(event.target as Node));
  if (at < 0) return;
  const isAcross = event.key === "ArrowRight" || event.key === "ArrowLeft";
  const isMirrored = isAcross && getComputedStyle(event.currentTarget).direction === "rtl";
  const isRising = !isAcross && event.currentTarget.dataset.rising !== undefined;
  const step = (steps[event.key] ?? 0) * (isMirrored || isRising ? -1 : 1);
  const next =
    event.key === "Home"
      ? 0
      : event.key === "End"
        ? radios.length - 1
        : (at + step + radios.length) % radios.length;
  if (next === at) return;
  event.preventDefault();
  radios[next]?.focus();
}

/** One stop for the Tab key: the chosen radio, or the first where none is chosen. */
export const tabStop = (index: number, chosen: number): 0 | -1 => (index === Math.max(chosen, 0) ? 0 : -1);
