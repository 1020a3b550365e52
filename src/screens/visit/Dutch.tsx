import { firstLanguage } from "../../i18n/languages.ts";

/**
 * The same in Dutch, small beneath the family's words: the worker reads along. Nothing where those are Dutch. It reads
 * from left to right, but stands at the side where those words begin.
 */
export function Dutch({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <span className="show-second">
      <span lang={firstLanguage} dir="ltr">
        {text}
      </span>
    </span>
  );
}
