import type { ReactNode } from "react";
import "./SheetPage.css";

type Props = {
  /** Neutral: whoever finds the sheet must learn nothing from it. */
  readonly title?: ReactNode;
  readonly lang?: string | undefined;
  readonly dir?: "ltr" | "rtl" | undefined;
  readonly children: ReactNode;
};

/** One sheet of paper: a picture of it on the screen, and alone on the paper when printed. */
export function SheetPage({ title, lang, dir, children }: Props) {
  return (
    <article className="ui-sheet" lang={lang} dir={dir}>
      {title && <h2 className="ui-sheet-title">{title}</h2>}
      {children}
    </article>
  );
}
