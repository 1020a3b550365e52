import { Fragment, type ReactNode } from "react";
import "./Table.css";

type Props = {
  readonly rows: readonly { readonly term: string; readonly text: ReactNode }[];
  /** The terms are words that one looks up. */
  readonly isGlossary?: boolean;
};

export function DefinitionList({ rows, isGlossary }: Props) {
  return (
    <dl className={isGlossary ? "ui-definitions ui-definitions-words" : "ui-definitions"}>
      {rows.map((row) => (
        <Fragment key={row.term}>
          <dt>{row.term}</dt>
          <dd>{row.text}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
