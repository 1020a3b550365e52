import type { TFunction } from "i18next";
import type { CaseFile } from "../../domain/casefile.ts";
import type { Agreement } from "../../domain/plan.ts";
import { dayOfOrigin } from "./origin.ts";
import { dayOf, dayWords } from "./when.ts";

type Speaking = { readonly t: TFunction<"casefile">; readonly language: string; readonly now: Date };

/** "Voor vannacht" on the day itself; on a later day it says of which night, or last night's would read as this one's. */
export function tonightWords(
  file: CaseFile,
  { tonightHead }: Agreement,
  { t, language, now }: Speaking,
): string {
  const day = tonightHead && dayOfOrigin(file, tonightHead);
  if (!day || dayOf(day) >= dayOf(now)) return t("agreements.tonight");
  return t("agreements.thatNight", { day: dayWords(language, day, now) });
}
