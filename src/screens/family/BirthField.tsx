import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TextPlace } from "../../app/useText.ts";
import { textAt } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { dateFromTyped, storedDateOf } from "../../i18n/formats.ts";
import { Notice } from "../../ui/Notice.tsx";
import { KeptField } from "./KeptField.tsx";
import { ageWords } from "./personWords.ts";
import { useFamily } from "./useFamily.ts";
import { useSpeaking } from "./useSpeaking.ts";
import { birthFromAge, isFuture, typedFrom } from "./when.ts";

type Props = TextPlace & { readonly id: RecordId | undefined; readonly onPick: (stored: string) => void };

/**
 * A birth date as far as it is known: a day, "ongeveer 2019", an age, or any words. A date that is still to come stays
 * in the field with a sentence and is not kept as a date.
 */
export function BirthField({ id, onPick, ...place }: Props) {
  const { t, i18n } = useTranslation("casefile");
  const { file } = useFamily();
  const { say } = useSpeaking(file);
  const now = new Date();
  const stored = id ? textAt(file, id, place.field) : "";
  const age = ageWords(stored, now, say);
  const words = storedDateOf(i18n.language, stored, (date) => t("about", { date }));
  const [isPickRefused, setPickRefused] = useState(false);
  const isDate = words !== stored;
  return (
    <>
      <KeptField
        {...place}
        kind="date"
        label={t("person.birth")}
        description={t("person.birthHint")}
        meaning={[isDate ? words : "", age].filter(Boolean).join(" · ")}
        shown={(text) => (text === stored ? typedFrom(stored, t("aboutWord")) : text)}
        pickDay={{
          label: t("person.calendar"),
          onPick: (iso) => {
            setPickRefused(isFuture(iso, now));
            if (!isFuture(iso, now)) onPick(iso);
          },
        }}
        save={async (typed, how) => {
          const date = birthFromAge(typed, now) ?? dateFromTyped(typed);
          if (isFuture(date, now)) return { ok: false, refused: "futureDate" };
          return place.save(date, how);
        }}
      />
      {isPickRefused && <Notice tone="caution" live="alert" title={t("refusals.futureDate")} />}
    </>
  );
}
