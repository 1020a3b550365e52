import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { textAt } from "../../domain/casefile.ts";
import { isUnsaid } from "../../domain/entry.ts";
import { nameOf, peopleOf, personFields } from "../../domain/people.ts";
import { agreementsOf, cardsOf, goalsOf, mapColumns, notesOf } from "../../domain/plan.ts";
import { decisionFields, decisionsOf } from "../../domain/safety.ts";
import { workerView } from "../../domain/sight.ts";
import { goalScale, safetyScale, type TrendLine, trendOf } from "../../domain/trend.ts";
import { visitsOf, visitTime } from "../../domain/visit.ts";
import { numberedVisits } from "./numberedVisits.ts";
import { Provenance } from "./Provenance.tsx";
import { ageWords, otherRoleField } from "./personWords.ts";
import { placeWords, runWords } from "./placeWords.ts";
import { Lines } from "./ReportLines.tsx";
import { answeredRuns, type ReportPartId } from "./reportParts.ts";
import { latestOf } from "./trends.ts";
import { useFamily } from "./useFamily.ts";
import { useSpeaking } from "./useSpeaking.ts";
import { valueWords } from "./valueWords.ts";
import { momentWords } from "./when.ts";

const views: { readonly [P in ReportPartId]: () => ReactNode } = {
  people: People,
  safety: Safety,
  agreements: Agreements,
  goals: Goals,
  map: Cards,
  answers: Answers,
  visits: Visits,
  notes: Notes,
};

export function ReportPart({ part }: { part: ReportPartId }) {
  const { t } = useTranslation("casefile");
  const View = views[part];
  return (
    <section>
      <h3>{t(`report.parts.${part}`)}</h3>
      <View />
    </section>
  );
}

function People() {
  const { t } = useTranslation(["casefile", "instruments"]);
  const { file } = useFamily();
  const { say } = useSpeaking(file);
  const lines = peopleOf(file).map((person) => {
    const roles = person.roles.map((role) => t(`instruments:case-persons.items.${role}`));
    const reach = [personFields.livesWith, personFields.contact].map((field) =>
      textAt(file, person.id, field),
    );
    const parts = [
      ageWords(person.birth, new Date(), say),
      ...roles,
      textAt(file, person.id, otherRoleField),
      ...(person.secretAddress ? [t("casefile:report.isSecret")] : reach),
    ];
    const line = (
      <>
        <strong>
          <bdi>{person.name}</bdi>
        </strong>{" "}
        {parts.filter(Boolean).join(" · ")}
      </>
    );
    return { id: person.id, line };
  });
  return <Lines lines={lines} />;
}

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
            <Provenance file={file} origin={point.head} />)
          </>
        ),
      }))}
    />
  );
}

function Safety() {
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

function Agreements() {
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  const lines = agreementsOf(file).map((one) => {
    const parts = [
      one.who,
      one.when,
      one.situation,
      one.otherwise && `${t("agreements.otherwise")} ${one.otherwise}`,
      one.tonight && t("agreements.tonight"),
      t(`value.status.${one.status}`),
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

function Goals() {
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

function Cards() {
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

function Answers() {
  const { file } = useFamily();
  const speaking = useSpeaking(file);
  const runs = answeredRuns(file);
  if (runs.length === 0) return <Lines lines={[]} />;
  return runs.map(({ run, answers }) => {
    const head = file.records.get(run.id)?.get("exists")?.heads[0];
    return (
      <div key={run.id} className="case-report-block">
        <h4>
          <bdi>{runWords(file, run, speaking.say)}</bdi>
        </h4>
        {head && <Provenance file={file} origin={{ ...head, voice: run.voice }} />}
        <Lines
          lines={answers.map(({ record, field, value }) => ({
            id: `${record}/${field}`,
            line: (
              <>
                {placeWords(file, record, field, speaking.say).what}:{" "}
                <strong>
                  <bdi>{valueWords(speaking, record, field, value)}</bdi>
                </strong>
              </>
            ),
          }))}
        />
      </div>
    );
  });
}

function Visits() {
  const { t, i18n } = useTranslation("casefile");
  const { file } = useFamily();
  const now = new Date();
  const near = { today: t("today"), tomorrow: t("tomorrow"), yesterday: t("yesterday") };
  return (
    <Lines
      lines={numberedVisits(visitsOf(file)).map(({ visit, number }) => {
        const when = momentWords(i18n.language, visitTime(visit), now, near) || t("visits.noDate");
        const parts = [
          t("visits.numbered", { number, when }),
          visit.location,
          t(`visits.phase.${visit.phase}`),
        ];
        return { id: visit.id, line: parts.filter(Boolean).join(" · ") };
      })}
    />
  );
}

function Notes() {
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  const speaking = useSpeaking(file);
  return (
    <Lines
      lines={notesOf(file)
        .filter((note) => note.text !== "")
        .map((note) => {
          const mark = note.saidBy
            ? t("notes.by", { name: nameOf(file, note.saidBy) })
            : note.mark && valueWords(speaking, note.id, "mark", note.mark);
          return {
            id: note.id,
            line: (
              <>
                <bdi className="keep-lines">{note.text}</bdi> {mark && `(${mark}) `}
                {note.head && <Provenance file={file} origin={note.head} />}
              </>
            ),
          };
        })}
    />
  );
}
