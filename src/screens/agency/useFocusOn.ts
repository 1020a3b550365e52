import { useEffect, useRef } from "react";

/** What was tapped is gone with what it did: the focus goes to the heading above, each time that this becomes true. */
export function useFocusOn(isDone: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isDone) heading.current?.focus();
  }, [isDone]);
  return heading;
}
