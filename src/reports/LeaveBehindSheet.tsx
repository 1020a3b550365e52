import { SheetPage } from "../ui/SheetPage.tsx";
import type { LinePart, SheetLine } from "./leaveBehindLines.ts";
import "./sheets.css";

/** Words of the sheets in one language: keys of `familySheets`. */
export type SheetSay = (key: string, values?: { readonly n: number }) => string;

export type SheetWords = {
  readonly language: string;
  readonly dir: "ltr" | "rtl";
  readonly say: SheetSay;
  /** The same in Dutch, small beneath, where the reader's language is another. */
  readonly second?: SheetSay | undefined;
};

type LabelProps = { readonly words: SheetWords; readonly of: string; readonly n?: number | undefined };

/** A word of the sheet, with its Dutch small beside it. */
export function SheetLabel({ words, of, n }: LabelProps) {
  const values = n === undefined ? undefined : { n };
  return (
    <>
      {words.say(of, values)}
      {words.second && (
        <span className="sheet-second" lang="nl" dir="ltr">
          {words.second(of, values)}
        </span>
      )}
    </>
  );
}

function Part({ part, words }: { readonly part: LinePart; readonly words: SheetWords }) {
  return (
    <p className="sheet-part">
      {part.label && (
        <span className="sheet-label">
          <SheetLabel words={words} of={`labels.${part.label}`} n={part.n} />
        </span>
      )}
      <span className="keep-lines" dir="auto">
        {part.text}
      </span>
    </p>
  );
}

type Props = { readonly lines: readonly SheetLine[]; readonly words: SheetWords };

/**
 * What stays behind: the chosen lines and a title that says nothing of where they come from. No logo, no marks, no name
 * of a tool.
 */
export function LeaveBehindSheet({ lines, words }: Props) {
  return (
    <SheetPage lang={words.language} dir={words.dir} title={<SheetLabel words={words} of="remember.title" />}>
      <ul className="sheet-lines">
        {lines.map((line) => (
          <li key={line.id}>
            {line.parts.map((part) => (
              <Part key={`${part.label ?? ""}${part.n ?? ""}`} part={part} words={words} />
            ))}
          </li>
        ))}
      </ul>
    </SheetPage>
  );
}

/** The same lines for copying by hand: each piece with its label before it; of the label also the Dutch. */
export const largeLinesFrom = (lines: readonly SheetLine[], { say, second }: SheetWords) =>
  lines.map((line) => ({
    id: line.id,
    parts: line.parts.map(({ label, n, text }, at) => {
      const id = `${at}`;
      if (!label) return { id, text };
      const [key, values] = [`labels.${label}`, n === undefined ? undefined : { n }];
      return { id, label: say(key, values), text, second: second?.(key, values) };
    }),
  }));
