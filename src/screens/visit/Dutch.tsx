import { firstLanguage } from "../../i18n/languages.ts";

/** The same in Dutch, small beneath the family's words: the worker reads along. Nothing where those are Dutch. */
export function Dutch({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <span className="show-second" lang={firstLanguage} dir="ltr">
      {text}
    </span>
  );
}
