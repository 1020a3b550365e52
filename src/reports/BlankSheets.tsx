import type { ReactNode } from "react";
import { ColourMark } from "../ui/ColourMark.tsx";
import { SheetPage } from "../ui/SheetPage.tsx";
import { SheetLabel, type SheetSay, type SheetWords } from "./LeaveBehindSheet.tsx";
import "./sheets.css";

/** Sheets to print before a visit: parents have no tablet between two visits. */
export const blankSheets = ["week", "stoplight", "thermometer"] as const;
export type BlankSheet = (typeof blankSheets)[number];

type Props = {
  readonly words: SheetWords;
  /** The family's words of the tools themselves. */
  readonly tool: { readonly say: SheetSay; readonly second?: SheetSay | undefined };
  readonly voice: "parent" | "child";
};

type SheetProps = Props & {
  /** A key of the tool's own words. */
  readonly title: string;
  readonly children: ReactNode;
};

const toolWordsOf = ({ words, tool }: Props): SheetWords => ({ ...words, ...tool });

/** A sheet in the family's language, under the words that the tool itself has for it. */
function ToolSheet({ title, children, ...props }: SheetProps) {
  const { language, dir } = props.words;
  return (
    <SheetPage lang={language} dir={dir} title={<SheetLabel words={toolWordsOf(props)} of={title} />}>
      {children}
    </SheetPage>
  );
}

type EmptyTableProps = {
  readonly columns: readonly { readonly id: string; readonly label: ReactNode }[];
  /** What stands before each line, if anything: the level on the thermometer. */
  readonly lines: readonly { readonly id: number; readonly label?: ReactNode }[];
  readonly className?: string;
};

/** A table to write in by hand. */
function EmptyTable({ columns, lines, className = "" }: EmptyTableProps) {
  const isLabelled = lines.some((line) => line.label !== undefined);
  return (
    <table className={`sheet-table ${className}`.trim()}>
      <thead>
        <tr>
          {columns.map(({ id, label }) => (
            <th key={id} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            {isLabelled && <th scope="row">{line.label}</th>}
            {columns.slice(isLabelled ? 1 : 0).map(({ id }) => (
              <td key={id} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const weekColumns = [
  "moment",
  "irritation-or-emotion",
  "trigger",
  "strength",
  "stoplight-colour",
  "what-i-did",
] as const;

const eightLines = Array.from({ length: 8 }, (_, id) => ({ id }));

/** "Mijn week": what happened, written down by hand, and typed over at the next visit. */
function WeekSheet(props: Props) {
  const words = toolWordsOf(props);
  const columns = weekColumns.map((id) => ({
    id,
    label: <SheetLabel words={words} of={`irritation-diary.sheet.${id}`} />,
  }));
  return (
    <ToolSheet {...props} title="irritation-diary.title">
      <EmptyTable className="sheet-week" columns={columns} lines={eightLines} />
    </ToolSheet>
  );
}

const colours = ["red", "orange", "green"] as const;

/** Three colours, each with its word, its shape and room for what I do then. */
function StoplightSheet(props: Props) {
  const { words, voice } = props;
  const toolWords = toolWordsOf(props);
  return (
    <ToolSheet {...props} title={`stoplight.question.${voice}`}>
      {colours.map((colour) => (
        <section key={colour} className="sheet-light">
          <ColourMark colour={colour} size={72} />
          <div className="sheet-light-words">
            <h3>
              <SheetLabel words={words} of={`colours.${colour}`} />
            </h3>
            <p>
              <SheetLabel words={toolWords} of={`stoplight.${colour}.${voice}`} />
            </p>
            <p className="sheet-label">
              <SheetLabel words={words} of="whatIDo" />
            </p>
            <div className="ui-sheet-line" />
            <div className="ui-sheet-line" />
          </div>
        </section>
      ))}
    </ToolSheet>
  );
}

const levels = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((id) => ({ id, label: id }));

/** "Wat helpt mij": a height for every level, and beside it what I notice and what helps. */
function ThermometerSheet(props: Props) {
  const { words } = props;
  const columns = [
    { id: "level", label: <span className="visually-hidden">{words.say("level")}</span> },
    { id: "whatINotice", label: <SheetLabel words={words} of="whatINotice" /> },
    { id: "whatHelps", label: <SheetLabel words={words} of="whatHelps" /> },
  ];
  return (
    <ToolSheet {...props} title="thermometer.card">
      <EmptyTable className="sheet-levels" columns={columns} lines={levels} />
      <p className="sheet-label">
        <SheetLabel words={words} of="drawLine" />
      </p>
    </ToolSheet>
  );
}

/** No default: a new blank sheet does not compile until somebody has drawn it. */
const sheets: { readonly [K in BlankSheet]: (props: Props) => ReactNode } = {
  week: WeekSheet,
  stoplight: StoplightSheet,
  thermometer: ThermometerSheet,
};

export function BlankSheetView({ sheet, ...props }: Props & { readonly sheet: BlankSheet }) {
  const View = sheets[sheet];
  return <View {...props} />;
}
