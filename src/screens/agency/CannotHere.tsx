import type { ReactNode } from "react";
import { paths } from "../../app/paths.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { Shell } from "../Shell.tsx";

type Props = {
  readonly title: string;
  readonly why: { readonly title: string; readonly text: ReactNode };
  readonly actions?: ReactNode;
};

/** A link that leads nowhere on this device: why, and what to do. */
export function CannotHere({ title, why, actions }: Props) {
  return (
    <Shell back={paths.families}>
      <Page title={title} width="text">
        <Notice tone="caution" live="status" title={why.title} actions={actions}>
          {why.text}
        </Notice>
      </Page>
    </Shell>
  );
}
