import { Fragment, type ReactNode } from "react";
import "./Table.css";

type Props = { readonly rows: readonly { readonly term: string; readonly text: ReactNode }[] };

export function DefinitionList({ rows }: Props) {
  return (
    <dl className="ui-definitions">
      {rows.map((row) => (
        <Fragment key={row.term}>
          <dt>{row.term}</dt>
          <dd>{row.text}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
