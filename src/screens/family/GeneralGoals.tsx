import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { familyRecord } from "../../domain/ids.ts";
import { goalsGeneral } from "../../domain/instruments/goalsGeneral.ts";
import { workerView } from "../../domain/sight.ts";
import { trendOf } from "../../domain/trend.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { useFamily } from "../casefile/useFamily.ts";
import { ScoreDialog } from "./ScoreDialog.tsx";
import { Course, ScoreChips } from "./Scores.tsx";

const items = goalsGeneral.groups.find((group) => group.kind === "goal")?.items ?? [];

/** R-general-goals-always: these hold for every family and are never absent. */
export function GeneralGoals({ canScore }: { canScore?: boolean }) {
  const { t } = useTranslation(["casefile", "instruments", "rules"]);
  const [scored, setScored] = useState<string>();
  const item = items.find((one) => one.id === scored);
  const words = (id: string): string => t(`instruments:goals-general.items.${id}`);
  return (
    <>
      <p className="soft">{t("rules:R-general-goals-always")}</p>
      <div className={canScore ? "stack-s" : "case-grid"}>
        {items.map(({ id }) => (
          <GeneralGoal
            key={id}
            item={id}
            words={words(id)}
            {...(canScore ? { onScore: () => setScored(id) } : {})}
          />
        ))}
      </div>
      {item && (
        <ScoreDialog
          title={words(item.id)}
          instrument={goalsGeneral}
          item={item}
          about={familyRecord}
          onClose={() => setScored(undefined)}
        />
      )}
    </>
  );
}

type Props = { readonly item: string; readonly words: string; readonly onScore?: () => void };

function GeneralGoal({ item, words, onScore }: Props) {
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  const lines = trendOf(file, { instrument: goalsGeneral.id, items: [item] }, workerView);
  const head = <ScoreChips file={file} lines={lines} />;
  if (!onScore) {
    return (
      <div className="case-item">
        <p>{words}</p>
        {head}
      </div>
    );
  }
  return (
    <Disclosure title={words} aside={head}>
      <div className="stack">
        <Course file={file} lines={lines} label={words} />
        <div>
          <Button icon={<Plus aria-hidden="true" />} onClick={onScore}>
            {t("score.add")}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
