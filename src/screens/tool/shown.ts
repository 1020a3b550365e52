import type { i18n } from "i18next";
import { paths } from "../../app/paths.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import { isUnsaid } from "../../domain/entry.ts";
import type { RecordId } from "../../domain/ids.ts";
import { nameOf } from "../../domain/people.ts";
import { workerView } from "../../domain/sight.ts";
import { trendOf } from "../../domain/trend.ts";
import type { Shown } from "../../instrument/host.ts";

/** The last score of everybody about a row that is scored in another tool, and where that is done. */
export function shownOf(
  file: CaseFile,
  visit: RecordId | undefined,
  shows: { readonly instrument: string; readonly item: string },
  row: RecordId,
  i18n: i18n,
): Shown {
  const lines = trendOf(file, { instrument: shows.instrument, items: [shows.item], about: row }, workerView);
  const parts = lines.flatMap(({ voice, points }) => {
    const last = points.at(-1)?.value;
    if (last === undefined) return [];
    const said = isUnsaid(last) ? i18n.t(`tools:say.${last.unsaid}`) : String(last);
    return [`${nameOf(file, voice)} ${said}`];
  });
  return {
    text: parts.length > 0 ? parts.join(" · ") : i18n.t("tools:notFilledIn"),
    to: paths.tool(file.case, visit, shows.instrument, { about: row }),
  };
}
