import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CaseFile } from "../../domain/casefile.ts";
import type { Say } from "./placeWords.ts";
import type { Speaking } from "./valueWords.ts";

/** What is needed to say places and values in words, in the language of the program. */
export function useSpeaking(file: CaseFile): Speaking {
  const { t, i18n } = useTranslation(["casefile", "instruments", "aspects", "rules", "safety"]);
  return useMemo(() => {
    const say: Say = (key, values) => t(key, { ...values });
    return { file, say, language: i18n.language };
  }, [file, t, i18n.language]);
}
