import { useEffect, useRef } from "react";

/** What is wrong, beneath its field. Where the field has the focus it comes into view whole, not behind the bar. */
export function FieldError({ id, children }: { readonly id: string; readonly children: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const field = line.current?.parentElement;
    if (field?.contains(document.activeElement)) line.current?.scrollIntoView?.({ block: "nearest" });
  }, []);
  return (
    <p ref={line} id={id} className="ui-field-error">
      {children}
    </p>
  );
}
