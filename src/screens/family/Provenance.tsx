import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CaseFile } from "../../domain/casefile.ts";
import type { Means } from "../../domain/entry.ts";
import type { RecordId } from "../../domain/ids.ts";
import { nameOf } from "../../domain/people.ts";
import { visitOf, visitTime } from "../../domain/visit.ts";
import { dateFrom, dayWords } from "./when.ts";
import "./family.css";

/** What is known of where a value came from: a head of the case file, or an entry of the journal. */
export type Origin = {
  readonly voice: RecordId;
  readonly author: RecordId;
  readonly means: Means;
  readonly wall: number;
  readonly visit?: RecordId;
};

/** The day at which something stands: its visit's, else the device's clock. */
export function dayOfOrigin(file: CaseFile, origin: Origin): Date {
  const visit = origin.visit ? dateFrom(visitTime(visitOf(file, origin.visit))) : undefined;
  return visit ?? new Date(origin.wall);
}

type Props = {
  readonly file: CaseFile;
  readonly origin: Origin;
  /** Where the day stands nearby already. */
  readonly withoutDay?: boolean;
  /** The clock that gave the day may be wrong. */
  readonly isDoubtful?: boolean;
};

/** "Elif · zelf getikt · 12 nov": in whose words, how they came, and when. */
export function Provenance({ file, origin, withoutDay, isDoubtful }: Props) {
  const { t, i18n } = useTranslation("casefile");
  const author = nameOf(file, origin.author);
  const isOwn = origin.voice === origin.author;
  const parts = [
    nameOf(file, origin.voice) || author || t("origin.unknown"),
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
