import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CaseFile } from "../../domain/casefile.ts";
import { nameOf } from "../../domain/people.ts";
import { dayWords } from "../casefile/when.ts";
import { dayOfOrigin, type Origin } from "./origin.ts";
import "./family.css";

type Props = {
  readonly file: CaseFile;
  readonly origin: Origin;
  /** Where whose words they are stands nearby already. */
  readonly withoutVoice?: boolean;
  /** Where the day stands nearby already. */
  readonly withoutDay?: boolean;
  /** The clock that gave the day may be wrong. */
  readonly isDoubtful?: boolean;
};

/** "Elif · zelf getikt · 12 nov": in whose words, how they came, and when. */
export function Provenance({ file, origin, withoutVoice, withoutDay, isDoubtful }: Props) {
  const { t, i18n } = useTranslation("casefile");
  const author = nameOf(file, origin.author);
  const isOwn = origin.voice === origin.author;
  const parts = [
    ...(withoutVoice ? [] : [nameOf(file, origin.voice) || author || t("origin.unknown")]),
    ...(isOwn && origin.means === "self" ? [] : [t(`origin.means.${origin.means}`, { author })]),
    ...(withoutDay ? [] : [dayWords(i18n.language, dayOfOrigin(file, origin), new Date())]),
  ];
  return (
    <span className="case-origin">
      <bdi>{parts.join(" · ")}</bdi>
      {isDoubtful && (
        <span className="case-origin-doubt">
          <TriangleAlert size={15} aria-hidden="true" /> {t("origin.doubtful")}
        </span>
      )}
    </span>
  );
}
