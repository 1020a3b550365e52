import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";

type Props = {
  readonly title: string;
  readonly text: string;
  /** The way out: where it leads, and what it is called. */
  readonly to: string;
  readonly back: string;
};

/** What an address names is not here. */
export function NotHere({ title, text, to, back }: Props) {
  return (
    <Page title={title}>
      <EmptyState action={<ButtonLink to={to}>{back}</ButtonLink>}>{text}</EmptyState>
    </Page>
  );
}
