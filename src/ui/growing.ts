import { type RefObject, useLayoutEffect } from "react";

const growsByItself = typeof CSS !== "undefined" && CSS.supports("field-sizing", "content");

/** As high as its text, where the browser does not see to that itself. */
export function useGrowing(area: RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height is that of the text just drawn
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || growsByItself) return;
    element.style.blockSize = "auto";
    element.style.blockSize = `${element.scrollHeight + 2}px`;
  }, [text]);
}
