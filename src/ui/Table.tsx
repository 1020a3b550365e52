import type { ReactNode } from "react";
import "./Table.css";

export type Column = {
  readonly id: string;
  readonly label: ReactNode;
  readonly align?: "start" | "center" | "end" | undefined;
};

export type TableRow = {
  readonly id: string;
  /** One for each column, in their order. The first is the row's heading. */
  readonly cells: readonly ReactNode[];
};

type Props = {
  readonly caption: string;
  readonly isCaptionHidden?: boolean | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
};

/** Scrolls sideways inside itself where the screen is narrow, also by keyboard. */
export function Table({ caption, isCaptionHidden, columns, rows }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="ui-table-frame" aria-label={caption} tabIndex={0}>
      <table className="ui-table">
        <caption className={isCaptionHidden ? "visually-hidden" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-align={column.align}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row" data-align={column.align}>
                    {row.cells[index]}
                  </th>
                ) : (
                  <td key={column.id} data-align={column.align}>
                    {row.cells[index]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
