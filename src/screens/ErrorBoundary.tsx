import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../app/paths.ts";
import { problemOf } from "../app/problemOf.ts";
import { useApp } from "../app/useApp.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Page } from "../ui/Page.tsx";
import { TopBar } from "../ui/TopBar.tsx";

type Props = {
  /** Another place is another try. */
  readonly place: string;
  readonly children: ReactNode;
};
type State = { readonly error: unknown; readonly place: string };

/** A class, since React offers nothing else that catches what a screen throws. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps({ place }: Props, state: State): Partial<State> | null {
    return place === state.place ? null : { error: undefined, place };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <Trouble error={this.state.error} onAgain={() => this.setState({ error: undefined })} />;
  }
}

/** What went wrong, that what is stored is untouched, and three ways on. */
function Trouble({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) {
  const { t } = useTranslation("lock");
  const kind = problemOf(error);
  const isHanded = useApp((state) => state.phase === "together");
  // React remembers that a part did not come, and would not ask for it again.
  const again = kind === "part" ? () => location.reload() : onAgain;
  return (
    <>
      <TopBar title={t("app")} />
      <Page title={t("trouble.title")} width="text">
        <div className="stack">
          <Notice tone="caution" live="alert">
            {t(`problems.${kind}`)}
          </Notice>
          <p className="prose">{t("trouble.kept")}</p>
          <div className="row">
            <Button variant="main" onClick={again}>
              {t("trouble.again")}
            </Button>
            {/* A whole load rather than a step within: whatever broke may still be broken in memory. In a family's hands
                nothing leads to the worker's pages. */}
            {!isHanded && (
              <>
                <Button onClick={() => location.assign(paths.families)}>{t("trouble.families")}</Button>
                <Button onClick={() => location.assign(paths.numbers)}>{t("numbers")}</Button>
              </>
            )}
          </div>
        </div>
      </Page>
    </>
  );
}
