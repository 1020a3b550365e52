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

const weekColumns = [
  "moment",
  "irritation-or-emotion",
  "trigger",
  "strength",
  "stoplight-colour",
  "what-i-did",
] as const;

const emptyLines: readonly number[] = Array.from({ length: 8 }, (_, at) => at);

/** "Mijn week": what happened, written down by hand, and typed over at the next visit. */
function WeekSheet({ words, tool }: Props) {
  const toolWords = { ...words, ...tool };
  return (
    <SheetPage
      lang={words.language}
      dir={words.dir}
      title={<SheetLabel words={toolWords} of="irritation-diary.title" />}
    >
      <table className="sheet-table">
        <thead>
          <tr>
            {weekColumns.map((column) => (
              <th key={column} scope="col">
                <SheetLabel words={toolWords} of={`irritation-diary.sheet.${column}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {emptyLines.map((line) => (
            <tr key={line}>
              {weekColumns.map((column) => (
                <td key={column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </SheetPage>
  );
}

const colours = ["red", "orange", "green"] as const;

/** Three colours, each with its word, its shape and room for what I do then. */
function StoplightSheet({ words, tool, voice }: Props) {
  const toolWords = { ...words, ...tool };
  return (
    <SheetPage
      lang={words.language}
      dir={words.dir}
      title={<SheetLabel words={toolWords} of={`stoplight.question.${voice}`} />}
    >
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
    </SheetPage>
  );
}

const levels: readonly number[] = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0];

/** "Wat helpt mij": a height for every level, and beside it what I notice and what helps. */
function ThermometerSheet({ words, tool }: Props) {
  const toolWords = { ...words, ...tool };
  return (
    <SheetPage
      lang={words.language}
      dir={words.dir}
      title={<SheetLabel words={toolWords} of="thermometer.card" />}
    >
      <table className="sheet-table sheet-levels">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{words.say("level")}</span>
            </th>
            <th scope="col">
              <SheetLabel words={words} of="whatINotice" />
            </th>
            <th scope="col">
              <SheetLabel words={words} of="whatHelps" />
            </th>
          </tr>
        </thead>
        <tbody>
          {levels.map((level) => (
            <tr key={level}>
              <th scope="row">{level}</th>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sheet-label">
        <SheetLabel words={words} of="drawLine" />
      </p>
    </SheetPage>
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
