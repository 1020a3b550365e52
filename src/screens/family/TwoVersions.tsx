import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isHalfTyped } from "../../app/useHalfTyped.ts";
import { useText } from "../../app/useText.ts";
import { removeRecord } from "../../commands/records.ts";
import { settle } from "../../commands/settle.ts";
import { type Conflict, existsField, type Head, headsAt, kindOf } from "../../domain/casefile.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { placeWords } from "../casefile/placeWords.ts";
import { refusalKey } from "../casefile/refusal.ts";
import { useFamily, useWorkerId, useWrite } from "../casefile/useFamily.ts";
import { useSpeaking } from "../casefile/useSpeaking.ts";
import { valueWords } from "../casefile/valueWords.ts";
import { Provenance } from "./Provenance.tsx";
import { howChosen, howCombined } from "./settling.ts";

/** Where the words that are to replace both versions are kept while they are typed. */
const combineField = (field: string): string => `combine:${field}`;

type Props = { readonly conflict: Conflict; readonly isSafety: boolean };

/** Both values with who, when and whose words: choose one, put them together, or leave them. */
export function TwoVersions({ conflict, isSafety }: Props) {
  const { t } = useTranslation(["casefile", "common"]);
  const { file } = useFamily();
  const write = useWrite();
  const speaking = useSpeaking(file);
  const [refused, setRefused] = useState<string>();
  const { record, field } = conflict;
  const [isCombining, setCombining] = useState(() => isHalfTyped(file.case, record, combineField(field)));
  const heads = headsAt(file, record, field);
  const areTexts = heads.every((head) => typeof head.value === "string") && isWordy(speaking, conflict);

  const choose = async (head: Head): Promise<void> => {
    const outcome = await write(settle, { record, field, value: head.value }, howChosen(file, head));
    if (!outcome.ok) setRefused(outcome.refused);
  };
  return (
    <>
      <Heading conflict={conflict} isSafety={isSafety} />
      <ul className="case-list">
        {heads.map((head) => (
          <li key={head.entry} className="case-version">
            <p className="keep-lines" dir="auto">
              {valueWords(speaking, record, field, head.value)}
            </p>
            <div className="row row-between">
              <Provenance file={file} origin={head} withTime />
              <Button onClick={() => void choose(head)}>{t("casefile:versions.choose")}</Button>
            </div>
          </li>
        ))}
      </ul>
      {areTexts && !isCombining && (
        <div>
          <Button variant="quiet" onClick={() => setCombining(true)}>
            {t("casefile:versions.combine")}
          </Button>
        </div>
      )}
      {isCombining && <Combine conflict={conflict} heads={heads} onClose={() => setCombining(false)} />}
      {refused !== undefined && <Notice tone="caution" live="alert" title={t(refusalKey(refused))} />}
    </>
  );
}

/** Are these words that somebody wrote, rather than one of a few answers that happen to be stored as text? */
const isWordy = (speaking: Parameters<typeof valueWords>[0], { record, field, heads }: Conflict): boolean =>
  heads.every((head) => valueWords(speaking, record, field, head.value) === head.value);

function Heading({ conflict, isSafety }: Props) {
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  const { say } = useSpeaking(file);
  const { of, what } = placeWords(file, conflict.record, conflict.field, say);
  return (
    <>
      <div className="row row-between">
        <h2 className="case-item-title">
          <bdi>{of}</bdi>
        </h2>
        {isSafety && <Chip tone="caution">{t("attention.safety")}</Chip>}
      </div>
      {conflict.field !== existsField && <bdi className="soft">{what}</bdi>}
    </>
  );
}

type CombineProps = {
  readonly conflict: Conflict;
  readonly heads: readonly Head[];
  readonly onClose: () => void;
};

/** Both texts under each other, to be made into one. Half-way it is a draft like any other text. */
function Combine({ conflict, heads, onClose }: CombineProps) {
  const { t } = useTranslation(["casefile", "common"]);
  const { caseId, file } = useFamily();
  const write = useWrite();
  const voice = useWorkerId();
  const how = howCombined(file, heads);
  const text = useText({
    caseId,
    record: conflict.record,
    field: combineField(conflict.field),
    voice,
    save: (written, { clearsDraft }) =>
      write(
        settle,
        { record: conflict.record, field: conflict.field, value: written },
        { ...how, ...(clearsDraft === undefined ? {} : { clearsDraft }) },
      ),
  });
  const joined = heads.map((head) => String(head.value)).join("\n");
  const shown = text.value || joined;
  return (
    <div className="stack-s">
      <TextArea
        label={t("casefile:versions.combined")}
        value={shown}
        onValue={text.onValue}
        autoFocus
        error={text.refused === undefined ? undefined : t(refusalKey(text.refused))}
      />
      <div className="row">
        <Button onClick={onClose}>{t("casefile:cancel")}</Button>
        <Button
          variant="main"
          onClick={() => {
            // A combination that was not typed on still has to be begun, so that there is something to finish.
            if (text.value === "") text.onValue(joined);
            text.onDone(shown);
          }}
        >
          {t("casefile:versions.keepCombined")}
        </Button>
      </div>
    </div>
  );
}

/** Somebody removed it while another went on writing in it. */
export function RemovedAndWritten({ conflict, isSafety }: Props) {
  const { t } = useTranslation(["casefile", "common"]);
  const { file } = useFamily();
  const write = useWrite();
  const [refused, setRefused] = useState<string>();
  const { record, heads } = conflict;
  const removal = heads.find((head) => typeof head.value !== "string");
  const restore = async (): Promise<void> => {
    const outcome = await write(settle, { record, field: existsField, value: kindOf(file, record) ?? "" });
    if (!outcome.ok) setRefused(outcome.refused);
  };
  const remove = async (): Promise<void> => {
    const outcome = await write(removeRecord, { record });
    if (!outcome.ok) setRefused(outcome.refused);
  };
  return (
    <>
      <Heading conflict={conflict} isSafety={isSafety} />
      <p>{t("casefile:versions.removedText")}</p>
      {removal && (
        <p>
          {t("casefile:versions.removedBy")} <Provenance file={file} origin={removal} />
        </p>
      )}
      <div className="case-item-actions">
        <Button variant="main" onClick={() => void restore()}>
          {t("casefile:versions.restore")}
        </Button>
        <Button onClick={() => void remove()}>{t("casefile:versions.remove")}</Button>
      </div>
      {refused !== undefined && <Notice tone="caution" live="alert" title={t(refusalKey(refused))} />}
    </>
  );
}
