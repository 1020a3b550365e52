import { Choice } from "./Choice.tsx";
import type { FieldWords } from "./Field.tsx";

type Props = FieldWords & {
  readonly languages: readonly {
    readonly code: string;
    /** In the language itself. */
    readonly name: string;
    /** In the worker's language. */
    readonly second?: string | undefined;
    readonly dir: "ltr" | "rtl";
  }[];
  readonly value: string | null;
  readonly onPick: (code: string) => void;
};

export function LanguageList({ languages, value, onPick, ...words }: Props) {
  const options = languages.map((language) => ({
    value: language.code,
    label: (
      <bdi lang={language.code} dir={language.dir}>
        {language.name}
      </bdi>
    ),
    description: language.second,
  }));
  return <Choice {...words} options={options} value={value} onPick={onPick} layout="grid" />;
}
