import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CaseFile } from "../../domain/casefile.ts";
import { nameOf } from "../../domain/people.ts";
import { dayOfOrigin, type Origin } from "../casefile/origin.ts";
import { clockOf, dayOf, dayWords } from "../casefile/when.ts";
import "./family.css";

type Props = {
  readonly file: CaseFile;
  readonly origin: Origin;
  /** Where whose words they are stands nearby already. */
  readonly withoutVoice?: boolean;
  /** Where the day stands nearby already. */
  readonly withoutDay?: boolean;
  /** With the hour, where it was written on that day: what was typed over later says nothing of the hour. */
  readonly withTime?: boolean;
  /** The clock that gave the day may be wrong. */
  readonly isDoubtful?: boolean;
};

/** "Elif · zelf getikt · 12 nov": in whose words, how they came, and when. */
export function Provenance({ file, origin, withoutVoice, withoutDay, withTime, isDoubtful }: Props) {
  const { t, i18n } = useTranslation("casefile");
  const author = nameOf(file, origin.author);
  const day = dayOfOrigin(file, origin);
  const isOwn = origin.voice === origin.author;
  const parts = [
    ...(withoutVoice ? [] : [nameOf(file, origin.voice) || author || t("origin.unknown")]),
    ...(isOwn && origin.means === "self" ? [] : [t(`origin.means.${origin.means}`, { author })]),
    ...(withoutDay ? [] : [dayWords(i18n.language, day, new Date())]),
    ...(withTime && dayOf(day) === dayOf(new Date(origin.wall))
      ? [clockOf(i18n.language, new Date(origin.wall))]
      : []),
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
