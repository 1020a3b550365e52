import { useEffect, useRef } from "react";
import { useNavigationType, useSearchParams } from "react-router";

/**
 * Another part of a tool, or the tool about somebody else, is a new page though its path stays the same: it is read from
 * its top, and the focus goes to its title. One that was gone back to is found where it was left.
 */
export function usePartFocus(): void {
  const [query] = useSearchParams();
  const part = `${query.get("about")} ${query.get("section")}`;
  const before = useRef(part);
  const isBack = useNavigationType() === "POP";
  useEffect(() => {
    if (before.current === part) return;
    before.current = part;
    if (!isBack) window.scrollTo(0, 0);
    document.getElementById("page-title")?.focus({ preventScroll: true });
  }, [part, isBack]);
}
