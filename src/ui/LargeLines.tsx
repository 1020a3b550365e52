import "./SheetPage.css";

type Props = {
  readonly label: string;
  readonly lines: readonly {
    readonly id: string;
    readonly text: string;
    readonly lang?: string | undefined;
  }[];
};

/** Lines in large letters, to copy by hand where there is no printer. */
export function LargeLines({ label, lines }: Props) {
  return (
    <ol className="ui-large-lines" aria-label={label}>
      {lines.map((line) => (
        <li key={line.id} lang={line.lang} dir="auto">
          {line.text}
        </li>
      ))}
    </ol>
  );
}
