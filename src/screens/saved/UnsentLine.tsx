import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { UnsentFamily } from "../../app/saved.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import type { Entry } from "../../domain/entry.ts";
import { isReadable } from "../../domain/fold.ts";
import { nameOf } from "../../domain/people.ts";
import { momentText } from "../../i18n/formats.ts";
import { placeWords } from "../casefile/placeWords.ts";
import { useSpeaking } from "../casefile/useSpeaking.ts";
import { isOfFamily, opsToRead } from "../family/timeline.ts";
import "./saved.css";

type Props = {
  readonly file: CaseFile;
  readonly row: UnsentFamily["rows"][number];
  /** What it says, where that stands on no other page. */
  readonly children?: ReactNode;
};

/** What it is about, without what it says: this page lists families beside each other. */
export function UnsentLine({ file, row: { why, entry }, children }: Props) {
  const { t, i18n } = useTranslation(["saved", "sharing"]);
  const what = useWhat(file);
  return (
    <li className="saved-line">
      <bdi>{entry ? what(entry, children !== undefined) : t("saved:unsent.closed")}</bdi>
      {entry && (
        <span className="soft small">
          {t("saved:unsent.by", {
            name: nameOf(file, entry.author) || t("sharing:someone"),
            time: momentText(i18n.language, new Date(entry.wall), new Date()),
          })}
        </span>
      )}
      {children}
      {why && why !== "sealed-anew" && why !== "late" && (
        <span className="saved-why">{t(`saved:unsent.why.${why}`)}</span>
      )}
    </li>
  );
}

/** `isShort`: only whose or what it is part of, where the rest follows. */
function useWhat(file: CaseFile): (entry: Entry, isShort: boolean) => string {
  const { t } = useTranslation("saved");
  const { say } = useSpeaking(file);
  return (entry, isShort) => {
    if (!isReadable(entry)) return t("unsent.newer");
    if (!isOfFamily(entry)) return t("unsent.access");
    const places = opsToRead(file, entry).map(({ record, field }) => placeWords(file, record, field, say));
    const of = places[0]?.of ?? "";
    const whats = [...new Set(places.map((place) => place.what))].filter((one) => one !== of);
    return isShort || whats.length === 0 ? of : `${of}: ${whats.join(", ")}`;
  };
}
