import type { ReactNode } from "react";
import { BottomBar } from "./BottomBar.tsx";
import { useHide } from "./Hide.tsx";
import "./Ask.css";

type Props = {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  /** Whose screen it is now: a first name. */
  readonly who?: ReactNode;
  readonly progress?: ReactNode;
  readonly question: ReactNode;
  readonly isLong?: boolean | undefined;
  /** The same in Dutch, small beneath. */
  readonly second?: { readonly text: ReactNode; readonly lang: string } | undefined;
  /** The control. Its own label may be hidden: the question is its label. */
  readonly children?: ReactNode;
  /** Beneath the control: answers of their own, "Wat betekent een 6 voor u?". */
  readonly extra?: ReactNode;
  /** "Stop", at the start, away from the others. */
  readonly stop?: ReactNode;
  /** "Lees voor", "Terug", "Verder": the main action last. */
  readonly actions?: ReactNode;
};

/** One question on a family's screen: no menu, large type, the bar of answers where the thumbs are. */
export function Ask(props: Props) {
  const { lang, dir, who, progress, question, isLong, second, children, extra, stop, actions } = props;
  const hide = useHide();
  return (
    <div className="ui-ask family" lang={lang} dir={dir}>
      <header className="ui-ask-head">
        <span className="ui-ask-who">{who}</span>
        {progress}
        <span className="ui-ask-hide">{hide}</span>
      </header>
      <main id="main" className="ui-ask-main">
        <div className="ui-ask-words">
          <h1 id="page-title" tabIndex={-1} className="ui-ask-question" data-long={isLong || undefined}>
            {question}
          </h1>
          {second && (
            <p className="ui-ask-second" lang={second.lang} dir="ltr">
              {second.text}
            </p>
          )}
        </div>
        {children && <div className="ui-ask-control">{children}</div>}
        {extra && <div className="ui-ask-extra">{extra}</div>}
      </main>
      <BottomBar start={stop}>{actions}</BottomBar>
    </div>
  );
}
