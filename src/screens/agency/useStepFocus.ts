import { useEffect } from "react";

/** Steps follow each other here without another address: each is read from its top. */
export function useStepFocus(): void {
  useEffect(() => {
    window.scrollTo(0, 0);
    if (document.activeElement?.matches("main :is(input, textarea)")) return;
    document.getElementById("page-title")?.focus({ preventScroll: true });
  }, []);
}
