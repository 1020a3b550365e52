import { useEffect, useRef } from "react";
import { useNavigationType } from "react-router";

/** How many frames a new screen gets to bring its title, before the one that is there is taken: about half a second. */
const patience = 30;

/**
 * After each step to another place the focus goes to the page's title, so that a screen reader says where it is and the
 * keyboard starts there; a new page is read from its top, and one that was gone back to from where it was left. Not where a screen has put the focus in a field itself, and not on the very first screen.
 */
export function useTitleFocus(place: string): void {
  const before = useRef({ place, title: "" });
  const isBack = useNavigationType() === "POP";
  useEffect(() => {
    if (before.current.place === place) return;
    const last = before.current.title;
    before.current = { place, title: "" };
    if (!isBack) window.scrollTo(0, 0);
    let frames = 0;
    let request = 0;
    const look = (): void => {
      const title = document.getElementById("page-title");
      const isNew = title !== null && title.textContent !== last;
      if (isNew || (title && frames >= patience)) {
        before.current = { place, title: title.textContent ?? "" };
        if (!document.activeElement?.matches("main :is(input, textarea, select), dialog *"))
          title.focus({ preventScroll: true });
        return;
      }
      frames += 1;
      if (frames < patience * 4) request = requestAnimationFrame(look);
    };
    request = requestAnimationFrame(look);
    return () => cancelAnimationFrame(request);
  }, [place, isBack]);
}
