import { useTranslation } from "react-i18next";
import { textAt } from "../../domain/casefile.ts";
import { nameOf, peopleOf, personFields } from "../../domain/people.ts";
import { notesOf } from "../../domain/plan.ts";
import { visitsOf, visitTime } from "../../domain/visit.ts";
import { placeWords, runWords } from "../casefile/placeWords.ts";
import { useFamily } from "../casefile/useFamily.ts";
import { useSpeaking } from "../casefile/useSpeaking.ts";
import { valueWords } from "../casefile/valueWords.ts";
import { lastingMomentWords } from "../casefile/when.ts";
import { numberedVisits } from "./numberedVisits.ts";
import { Provenance } from "./Provenance.tsx";
import { ageWords, otherRoleField } from "./personWords.ts";
import { Lines } from "./ReportLines.tsx";
import { answeredRuns } from "./reportParts.ts";

/** Who they are. A secret address or number is named as secret and left out. */
export function ReportPeople() {
  const { t } = useTranslation(["casefile", "instruments"]);
  const { file } = useFamily();
  const { say } = useSpeaking(file);
  const lines = peopleOf(file).map((person) => {
    const roles = person.roles.map((role) => t(`instruments:case-persons.items.${role}`));
    const reach = [personFields.livesWith, personFields.contact].map((field) => {
      const text = textAt(file, person.id, field);
      return text && `${t(`casefile:place.fields.${field}`)}: ${text}`;
    });
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
        </strong>
        {["", ...parts.filter(Boolean)].join(" · ")}
      </>
    );
    return { id: person.id, line };
  });
  return <Lines lines={lines} />;
}

/** Every answer, run by run. */
export function ReportAnswers() {
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

export function ReportVisits() {
  const { t, i18n } = useTranslation("casefile");
  const { file } = useFamily();
  return (
    <Lines
      lines={numberedVisits(visitsOf(file)).map(({ visit, number }) => {
        const when = lastingMomentWords(i18n.language, visitTime(visit)) || t("visits.noDate");
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

export function ReportNotes() {
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
