import { useTranslation } from "react-i18next";
import { type TextHandle, useText } from "../../app/useText.ts";
import { correctWords } from "../../commands/ownWords.ts";
import { noteDown } from "../../commands/plan.ts";
import { planVisit } from "../../commands/visit.ts";
import { valueAt } from "../../domain/casefile.ts";
import type { Person } from "../../domain/people.ts";
import { noteFields } from "../../domain/plan.ts";
import { visitFields } from "../../domain/visit.ts";
import { firstLanguage } from "../../i18n/languages.ts";
import { firstName } from "../../reports/firstName.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { KeptField } from "../casefile/KeptField.tsx";
import { refusalKey } from "../casefile/refusal.ts";
import { useRefused } from "../casefile/useRefused.ts";
import { Dutch } from "./Dutch.tsx";
import { type FamilySay, useFamilySay } from "./familySay.ts";
import { useOwnWordSay } from "./ownWordSay.ts";
import { type OwnWord, ownWordsOf } from "./ownWords.ts";
import { ShowHead } from "./ShowHead.tsx";
import type { OpenVisit } from "./VisitFrame.tsx";

const verdicts = ["right", "different", "added"] as const;
type Verdict = (typeof verdicts)[number];

type Props = { readonly open: OpenVisit; readonly person: Person; readonly onClose: () => void };

/** Her own words, and nobody else's, on a page that may be turned to her: klopt · anders · erbij zetten. */
export function OwnWordsPage({ open, person, onClose }: Props) {
  const { t } = useTranslation("visit");
  const words = useFamilySay(person.language);
  const added = useAddedWords(open, person);
  const close = (): void => {
    // What she added is hers once the page is put away, and not at every pause while she is telling.
    added.onDone(added.value);
    onClose();
  };
  return (
    <div className="family show">
      <ShowHead words={words} back={t("show.back")} onBack={close} who={firstName(person.name)} />
      <main id="main" className="show-main" lang={person.language} dir={words?.dir}>
        {words && <OwnWords open={open} person={person} words={words} added={added} />}
      </main>
      {words && (
        <BottomBar>
          <Button variant="main" lang={person.language} dir={words.dir} onClick={close}>
            {words.i18n.t("family:done", { lng: words.language })}
            <Dutch text={words.second && words.i18n.t("family:done", { lng: firstLanguage })} />
          </Button>
        </BottomBar>
      )}
    </div>
  );
}

type WordsProps = Omit<Props, "onClose"> & { readonly words: FamilySay; readonly added: TextHandle };

function OwnWords({ open, person, words, added }: WordsProps) {
  const { t } = useTranslation(["casefile", "common"]);
  const { file, visit } = open;
  const { write, refused } = useRefused(open.write);
  const own = ownWordsOf(file, visit.id, person.id);
  const field = visitFields.ownWords(person.id);
  const verdict = verdicts.find((one) => one === valueAt(file, visit.id, field)) ?? null;
  const say = (key: string) => words.i18n.t(`family:${key}`, { lng: words.language });
  const dutch = (key: string) =>
    words.second && <Dutch text={words.i18n.t(`family:${key}`, { lng: firstLanguage })} />;
  const decide = (value: Verdict) => void write(planVisit, { record: visit.id, values: { [field]: value } });
  const keys: Readonly<Record<Verdict, string>> = {
    right: "yourWords.right",
    different: "yourWords.different",
    added: "yourWords.add",
  };
  return (
    <>
      <h1 id="page-title" tabIndex={-1}>
        {say(`yourWords.title.${person.voice}`)}
        {dutch(`yourWords.title.${person.voice}`)}
      </h1>
      <ul className="own-words">
        {own.map((word) => (
          <li key={`${word.record}/${word.field}`}>
            <OwnWordItem
              open={open}
              person={person}
              words={words}
              word={word}
              canChange={verdict === "different"}
            />
          </li>
        ))}
      </ul>
      {verdict === "added" && (
        <TextArea
          label={say(`yourWords.askAdd.${person.voice}`)}
          description={dutch(`yourWords.askAdd.${person.voice}`)}
          rows={2}
          lang={words.language}
          value={added.value}
          onValue={added.onValue}
          error={added.refused === undefined ? undefined : t(refusalKey(added.refused))}
        />
      )}
      <Choice
        label={say("readBack")}
        isLabelHidden
        layout="row"
        options={verdicts.map((value) => ({
          value,
          label: say(keys[value]),
          description: dutch(keys[value]),
        }))}
        value={verdict}
        onPick={decide}
      />
      {refused !== undefined && <Notice tone="caution" live="alert" title={t(refusalKey(refused))} />}
    </>
  );
}

type ItemProps = {
  readonly open: OpenVisit;
  readonly person: Person;
  readonly words: FamilySay;
  readonly word: OwnWord;
  readonly canChange: boolean;
};

function OwnWordItem({ open, person, words, word, canChange }: ItemProps) {
  const say = useOwnWordSay(open.file, person, words);
  const { caseId, write } = open;
  const { record, field } = word;
  const said = words.i18n.t(`family:yourWords.askDifferent.${person.voice}`, { lng: words.language });
  return (
    <>
      <p className="own-words-label">
        {say.label(word)}
        <Dutch text={say.second.label(word)} />
      </p>
      {canChange && word.isText ? (
        <KeptField
          kind="area"
          rows={2}
          lang={words.language}
          caseId={caseId}
          record={record}
          field={field}
          voice={person.id}
          label={`${say.label(word)}: ${said}`}
          isLabelHidden
          save={(text, { over, clearsDraft }) =>
            write(
              correctWords,
              { record, field, text, over },
              { voice: person.id, means: "told", clearsDraft },
            )
          }
        />
      ) : (
        <p className="own-words-text keep-lines" dir="auto">
          {say.value(word)}
          <Dutch text={say.second.value(word)} />
        </p>
      )}
    </>
  );
}

/** What she adds is a note in her own voice; until then it is a draft like any other text. */
function useAddedWords({ caseId, visit, write }: OpenVisit, person: Person): TextHandle {
  return useText({
    caseId,
    record: `own-words:${visit.id}:${person.id}`,
    field: noteFields.text,
    voice: person.id,
    save: (text, { clearsDraft }) => {
      const values = { [noteFields.text]: text, [noteFields.mark]: "said", [noteFields.saidBy]: person.id };
      return write(noteDown, { values }, { voice: person.id, means: "told", clearsDraft });
    },
  });
}
