import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TextPlace } from "../../app/useText.ts";
import { textAt } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { storedDateOf } from "../../i18n/formats.ts";
import { Notice } from "../../ui/Notice.tsx";
import { KeptField } from "../casefile/KeptField.tsx";
import { useFamily } from "../casefile/useFamily.ts";
import { useSpeaking } from "../casefile/useSpeaking.ts";
import { birthFromAge, typedFrom } from "../casefile/when.ts";
import { birthFrom, isNoDay, latestTime } from "./birth.ts";
import { ageWords } from "./personWords.ts";

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
  const [pickRefused, setPickRefused] = useState<string>();
  const isDate = words !== stored;
  return (
    <>
      <KeptField
        {...place}
        kind="date"
        label={t("person.birth")}
        description={t("person.birthHint")}
        meaning={[isDate ? words : "", age, isNoDay(stored) ? t("person.noSuchDay") : ""]
          .filter(Boolean)
          .join(" · ")}
        shown={(text) => (text === stored ? typedFrom(stored, t("aboutWord")) : text)}
        pickDay={{
          label: t("person.calendar"),
          onPick: (iso) => {
            const birth = birthFrom(iso, latestTime(file, now));
            setPickRefused(birth.ok ? undefined : birth.refused);
            if (birth.ok) onPick(birth.stored);
          },
        }}
        save={async (typed, how) => {
          // An age counts back from today; what is still to come is judged by the latest time that is known.
          const aged = birthFromAge(typed, now) ?? typed;
          const birth = birthFrom(aged, latestTime(file, now));
          return birth.ok ? place.save(birth.stored, how) : birth;
        }}
      />
      {pickRefused !== undefined && (
        <Notice tone="caution" live="alert" title={t(`refusals.${pickRefused}`)} />
      )}
    </>
  );
}
