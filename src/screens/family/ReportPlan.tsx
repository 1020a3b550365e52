import { useTranslation } from "react-i18next";
import { textAt } from "../../domain/casefile.ts";
import { isUnsaid } from "../../domain/entry.ts";
import { nameOf } from "../../domain/people.ts";
import { type Agreement, agreementsOf, cardsOf, goalsOf, mapColumns } from "../../domain/plan.ts";
import { decisionFields, decisionsOf } from "../../domain/safety.ts";
import { workerView } from "../../domain/sight.ts";
import { goalScale, safetyScale, type TrendLine, trendOf } from "../../domain/trend.ts";
import { dateOf } from "../../i18n/formats.ts";
import { dayOfOrigin } from "../casefile/origin.ts";
import { runWords } from "../casefile/placeWords.ts";
import { useFamily } from "../casefile/useFamily.ts";
import { useSpeaking } from "../casefile/useSpeaking.ts";
import { valueWords } from "../casefile/valueWords.ts";
import { Provenance } from "./Provenance.tsx";
import { Lines } from "./ReportLines.tsx";
import { latestOf } from "./trends.ts";

/** The latest score of each voice, with whose it is. */
function Scores({ lines }: { lines: readonly TrendLine[] }) {
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  return (
    <Lines
      lines={latestOf(file, lines).map(({ voice, name, point }) => ({
        id: voice,
        line: (
          <>
            <bdi>{name}</bdi>: {isUnsaid(point.value) ? t(`value.${point.value.unsaid}`) : point.value} (
            <Provenance file={file} origin={point.head} withoutVoice />)
          </>
        ),
      }))}
    />
  );
}

/** How safe it is now, and what was decided. */
export function ReportSafety() {
  const { t } = useTranslation(["casefile", "instruments"]);
  const { file } = useFamily();
  const speaking = useSpeaking(file);
  return (
    <>
      <h4>{t("casefile:overview.latest")}</h4>
      <Scores lines={trendOf(file, safetyScale, workerView)} />
      {decisionsOf(file).map(({ run, decidedAt, option, missing }) => (
        <div key={run.id} className="case-report-block">
          <h4>
            {[runWords(file, run, speaking.say), valueWords(speaking, run.id, "", decidedAt || null)].join(
              " · ",
            )}
          </h4>
          {option && <p>{t(`instruments:immediate-action-decision.items.${option}`)}</p>}
          <p className="keep-lines" dir="auto">
            {textAt(file, run.id, decisionFields.grounds)}
          </p>
          {missing.length > 0 && (
            <p className="soft">{t("casefile:attention.missing", { count: missing.length })}</p>
          )}
        </div>
      ))}
    </>
  );
}

export function ReportAgreements() {
  const { t, i18n } = useTranslation("casefile");
  const { file } = useFamily();
  // Paper is read on another day: it says of which night.
  const nightOf = ({ tonightHead }: Agreement): string =>
    tonightHead
      ? t("agreements.thatNight", { day: dateOf(i18n.language, dayOfOrigin(file, tonightHead)) })
      : t("agreements.tonight");
  const lines = agreementsOf(file).map((one) => {
    const parts = [
      one.who,
      one.when,
      one.situation,
      one.otherwise && `${t("agreements.otherwise")} ${one.otherwise}`,
      one.tonight && nightOf(one),
      t(`value.status.${one.status}`),
      // What the reader can't see: another value was written beside one of these.
      one.versions > 1 && t("versions.chip", { count: one.versions }),
    ];
    return {
      id: one.id,
      line: (
        <>
          <strong>
            <bdi>{one.what || t("agreements.noWords")}</bdi>
          </strong>{" "}
          {parts.filter(Boolean).join(" · ")}
        </>
      ),
    };
  });
  return <Lines lines={lines} />;
}

export function ReportGoals() {
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  const goals = goalsOf(file).filter((goal) => goal.sentence !== "");
  if (goals.length === 0) return <Lines lines={[]} />;
  return goals.map((goal) => (
    <div key={goal.id} className="case-report-block">
      <h4>
        <bdi>{goal.sentence}</bdi>
        {goal.owner && ` · ${nameOf(file, goal.owner)}`}
        {goal.priority && ` · ${t(`goals.priority.${goal.priority}`)}`}
      </h4>
      <Scores lines={trendOf(file, { ...goalScale, about: goal.id }, workerView)} />
    </div>
  ));
}

/** The map: what goes well, worries, what is needed. */
export function ReportCards() {
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  const cards = cardsOf(file).filter((card) => card.text !== "");
  return mapColumns.map((column) => (
    <div key={column} className="case-report-block">
      <h4>{t(`value.column.${column}`)}</h4>
      <Lines
        lines={cards
          .filter((card) => card.column === column)
          .map((card) => ({
            id: card.id,
            line: (
              <>
                <bdi>{card.text}</bdi> {card.head && <Provenance file={file} origin={card.head} />}
              </>
            ),
          }))}
      />
    </div>
  ));
}
