import { useState } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { useRun } from "../../app/useCase.ts";
import { useText } from "../../app/useText.ts";
import { noteChildTalk } from "../../commands/childTalk.ts";
import { type CaseFile, valueAt } from "../../domain/casefile.ts";
import { childTalkFields, hasWorriesAbout } from "../../domain/childTalk.ts";
import type { RecordId } from "../../domain/ids.ts";
import { isChild, isFamily, peopleOf } from "../../domain/people.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { refusalKey } from "../casefile/refusal.ts";
import { useRefused } from "../casefile/useRefused.ts";

type Props = {
  readonly file: CaseFile;
  readonly talk: RecordId;
  readonly visit: RecordId | undefined;
};

const told = ["asked", "said", "saw", "present"] as const;

/** "Het kind begon zelf": written down at once, whatever has or has not been prepared. */
export function ChildBegan({ file, talk, visit }: Props) {
  const { t } = useTranslation("safety");
  const write = useRun(file.case);
  const children = peopleOf(file).filter(isChild);
  const standing = valueAt(file, talk, childTalkFields.about);
  const [picked, setPicked] = useState<string | undefined>(undefined);
  const about =
    typeof standing === "string"
      ? standing
      : (picked ?? (children.length === 1 ? children[0]?.id : undefined));
  const save = (values: { readonly [field: string]: string }) =>
    write(
      noteChildTalk,
      { record: talk, values: { ...(about && standing !== about ? { about } : {}), ...values } },
      visit ? { visit } : {},
    );
  return (
    <Page title={t("childBegan.title")} lead={t("childBegan.lead")} width="text">
      <div className="stack stack-l">
        {children.length > 1 && (
          <Choice
            label={t("childBegan.who")}
            layout="row"
            options={children.map((child) => ({ value: child.id as string, label: child.name }))}
            value={about ?? null}
            onPick={(child) => {
              setPicked(child);
              void save({ about: child });
            }}
          />
        )}
        {told.map((field) => (
          <TalkText key={field} file={file} talk={talk} visit={visit} field={field} about={about} />
        ))}
        <Afterwards file={file} talk={talk} visit={visit} about={about} />
      </div>
      <BottomBar>
        <ButtonLink variant="main" to={paths.safety(file.case)}>
          {t("childBegan.close")}
        </ButtonLink>
      </BottomBar>
    </Page>
  );
}

type FieldProps = Props & {
  readonly field: (typeof told)[number] | "afterwards";
  readonly about: string | undefined;
};

/** The child's own words stand in the child's voice; the rest is the worker's. */
function useTalkText({ file, talk, visit, field, about }: FieldProps) {
  const write = useRun(file.case);
  const isChilds = field === "said" && about !== undefined;
  return useText({
    caseId: file.case,
    record: talk,
    field,
    voice: "child-talk",
    save: (text, { over, clearsDraft }) =>
      write(
        noteChildTalk,
        {
          record: talk,
          values: { ...(about ? { [childTalkFields.about]: about } : {}), [childTalkFields[field]]: text },
          over: { [childTalkFields[field]]: over },
        },
        {
          clearsDraft,
          ...(isChilds ? { voice: about as RecordId, means: "told" as const } : {}),
          ...(visit ? { visit } : {}),
        },
      ),
  });
}

function TalkText(props: FieldProps) {
  const { t } = useTranslation(["safety", "casefile", "common"]);
  const text = useTalkText(props);
  return (
    <TextArea
      label={t(`safety:childBegan.${props.field}`)}
      rows={2}
      value={text.value}
      onValue={text.onValue}
      onDone={text.onDone}
      error={text.refused === undefined ? undefined : t(refusalKey(text.refused))}
    />
  );
}

/** "Wie is er straks bij het kind?", with a warning where there are worries about that person. */
function Afterwards(props: Omit<FieldProps, "field">) {
  const { file, talk, visit, about } = props;
  const { t } = useTranslation(["safety", "casefile", "common"]);
  const { write, refused } = useRefused(useRun(file.case));
  const text = useTalkText({ ...props, field: "afterwards" });
  const adults = peopleOf(file).filter((person) => isFamily(person) && !isChild(person));
  const value = valueAt(file, talk, childTalkFields.afterwards);
  const person = adults.find((one) => one.id === value);
  return (
    <div className="stack">
      <Choice
        label={t("safety:childBegan.afterwards")}
        layout="row"
        options={adults.map((one) => ({ value: one.id as string, label: one.name }))}
        value={person?.id ?? null}
        onPick={(picked) =>
          void write(
            noteChildTalk,
            {
              record: talk,
              values: {
                ...(about ? { about } : {}),
                [childTalkFields.afterwards]: picked === value ? "" : picked,
              },
            },
            visit ? { visit } : {},
          )
        }
      />
      <TextField
        grows
        label={t("safety:childBegan.somebodyElse")}
        value={person ? "" : text.value}
        onValue={text.onValue}
        onDone={text.onDone}
        error={text.refused === undefined ? undefined : t(refusalKey(text.refused))}
      />
      {refused !== undefined && <Notice tone="caution" live="alert" title={t(refusalKey(refused))} />}
      {person && hasWorriesAbout(person) && (
        <Notice tone="caution" live="status">
          {t("safety:childBegan.worries", { name: person.name })}
        </Notice>
      )}
    </div>
  );
}
