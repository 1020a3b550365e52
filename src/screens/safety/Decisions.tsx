import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { decisionsOf } from "../../domain/safety.ts";
import { dateTimeOf } from "../../i18n/formats.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { TaskList } from "../../ui/TaskList.tsx";
import { aboutWords } from "../casefile/placeWords.ts";

type Props = { readonly file: CaseFile; readonly current: RecordId | undefined };

/** What was decided before, about whom, and what is still to be worked out. Folded: it is read after leaving. */
export function Decisions({ file, current }: Props) {
  const { t, i18n } = useTranslation("safety");
  const decisions = decisionsOf(file)
    .filter(({ run }) => run.id !== current)
    .toReversed();
  if (decisions.length === 0) return null;
  return (
    <Disclosure title={t("earlier")} level={2}>
      <TaskList
        label={t("earlier")}
        tasks={decisions.map(({ run, option, decidedAt, missing }) => ({
          id: run.id,
          title: decidedAt ? dateTimeOf(i18n.language, new Date(decidedAt)) : t("noTime"),
          note: (
            <bdi>
              {[aboutWords(file, run.about) || t("allChildren"), option && t(`options.${option}`)]
                .filter(Boolean)
                .join(" · ")}
            </bdi>
          ),
          state: {
            label: missing.length > 0 ? t("workOut") : t("workedOut"),
            tone: missing.length > 0 ? ("caution" as const) : ("good" as const),
          },
          to: paths.decision(file.case, run.id),
        }))}
      />
    </Disclosure>
  );
}
