import { useTranslation } from "react-i18next";
import type { CaseFile } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { nameOf } from "../../domain/people.ts";
import { listOf } from "../../i18n/formats.ts";
import { firstName } from "../../reports/firstName.ts";
import { type Chosen, type LineKind, mayNotFind, type SheetLine } from "../../reports/leaveBehindLines.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Ticks } from "../../ui/Ticks.tsx";
import { Section } from "../casefile/Section.tsx";

type Props = {
  readonly file: CaseFile;
  readonly found: Chosen;
  readonly finders: readonly RecordId[];
  readonly chosen: readonly string[];
  readonly onChoose: (lines: readonly string[]) => void;
};

const kinds: readonly LineKind[] = ["agreement", "goal", "card", "words"];
const keptBack = ["notTheirs", "versions", "address"] as const;

/** The lines that may stand on the sheet. What must stay here is counted, and not said. */
export function LineChoice({ file, found, finders, chosen, onChoose }: Props) {
  const { t } = useTranslation("sheets");
  const tick = (line: string, isIn: boolean) =>
    onChoose(isIn ? [...chosen, line] : chosen.filter((one) => one !== line));
  return (
    <Section title={t("lines.title")}>
      {found.lines.length === 0 && <p className="soft">{t("lines.none")}</p>}
      {kinds.map((kind) => {
        const lines = found.lines.filter((line) => line.kind === kind);
        if (lines.length === 0) return null;
        return (
          <Ticks
            key={kind}
            label={t(`lines.${kind}`)}
            layout="list"
            options={lines.map((line) => ({
              value: line.id,
              label: <LineText line={line} />,
              description: <LineNotes file={file} line={line} finders={finders} />,
            }))}
            values={lines.map((line) => line.id).filter((id) => chosen.includes(id))}
            onTick={tick}
          />
        );
      })}
      {keptBack.map(
        (why) =>
          found.kept[why] > 0 && (
            <p key={why} className="soft small">
              {t(`kept.${why}`, { count: found.kept[why] })}
            </p>
          ),
      )}
    </Section>
  );
}

function LineText({ line }: { readonly line: SheetLine }) {
  const { t } = useTranslation("familySheets");
  return (
    <span className="visit-line" dir="auto">
      {line.parts.map((part) => (
        <span key={`${part.label ?? ""}${part.n ?? ""}`}>
          {part.label && <span className="soft">{t(`labels.${part.label}`, { n: part.n })} </span>}
          {part.text}
        </span>
      ))}
    </span>
  );
}

function LineNotes({ file, line, finders }: Pick<Props, "file" | "finders"> & { readonly line: SheetLine }) {
  const { t, i18n } = useTranslation("sheets");
  const unsafe = mayNotFind(file, line, finders).map((id) => firstName(nameOf(file, id)));
  if (unsafe.length === 0 && line.sharing === "given") return null;
  return (
    <span className="row">
      {line.sharing === "ask" && <span className="small">{t("lines.ask")}</span>}
      {unsafe.length > 0 && (
        <Chip tone="caution">{t("lines.notFor", { names: listOf(i18n.language, unsafe) })}</Chip>
      )}
    </span>
  );
}
