import { useEffect, useRef } from "react";

/** Moves the focus to the title when another page of the family opens; not on the first, which the reader reads anyway. */
export function usePageFocus(address: string, isReady: boolean): void {
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!isReady) return;
    if (before.current !== undefined && before.current !== address) {
      document.getElementById("page-title")?.focus();
    }
    before.current = address;
  }, [address, isReady]);
}
