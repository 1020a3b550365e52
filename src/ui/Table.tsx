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

/** Where the screen is narrow each row is a block, its cells beneath one another, each with its column's name. */
export function Table({ caption, isCaptionHidden, columns, rows }: Props) {
  return (
    <div className="ui-table-frame">
      {/* Drawn as blocks it is no table any more to some readers, unless its parts say that they are. */}
      <table className="ui-table" {...is("table")}>
        <caption className={isCaptionHidden ? "visually-hidden" : undefined}>{caption}</caption>
        <thead {...is("rowgroup")}>
          <tr {...is("row")}>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-align={column.align} {...is("columnheader")}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...is("rowgroup")}>
          {rows.map((row) => (
            <tr key={row.id} {...is("row")}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row" data-align={column.align} {...is("rowheader")}>
                    {row.cells[index]}
                  </th>
                ) : (
                  <td key={column.id} data-align={column.align} {...is("cell")}>
                    <span className="ui-table-of">{column.label}</span>
                    <span>{row.cells[index]}</span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const is = (role: string) => ({ role });
