import { useTranslation } from "react-i18next";
import type { Outcome } from "../../commands/door.ts";
import type { FieldValues } from "../../commands/records.ts";
import { textAt, valueAt } from "../../domain/casefile.ts";
import { isUnsaid } from "../../domain/entry.ts";
import type { EntryId, RecordId } from "../../domain/ids.ts";
import { personFields, personOf, type Role, roles } from "../../domain/people.ts";
import { isFamilyInterpreter } from "../../domain/rules/conversation.ts";
import { isReviewed, languages } from "../../i18n/languages.ts";
import { Choice } from "../../ui/Choice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Select } from "../../ui/Select.tsx";
import { Tick } from "../../ui/Tick.tsx";
import { Ticks } from "../../ui/Ticks.tsx";
import { createdRecord } from "../casefile/created.ts";
import { isReadable } from "../casefile/isReadable.ts";
import { KeptField } from "../casefile/KeptField.tsx";
import { useFamily, useWorkerId } from "../casefile/useFamily.ts";
import { BirthField } from "./BirthField.tsx";
import { otherRoleField } from "./personWords.ts";

export type PersonWrite = (
  values: FieldValues,
  how?: { readonly over?: { readonly [field: string]: readonly EntryId[] }; readonly clearsDraft?: string },
) => Promise<Outcome>;

type Props = {
  readonly id: RecordId | undefined;
  readonly write: PersonWrite;
  readonly onMade: (record: RecordId) => void;
};

const reading = ["yes", "little", "no", "unknown"] as const;

export function PersonForm({ id, write, onMade }: Props) {
  const { t } = useTranslation(["casefile", "instruments", "rules", "warnings"]);
  const { caseId, file } = useFamily();
  const voice = useWorkerId();
  const person = id ? personOf(file, id) : undefined;

  const put = async (values: FieldValues, how?: Parameters<PersonWrite>[1]): Promise<Outcome> => {
    const outcome = await write(values, how);
    const made = id ? undefined : createdRecord(outcome, "person");
    if (made) onMade(made);
    return outcome;
  };
  const place = (field: string) => ({
    caseId,
    record: id ?? "new-person",
    field,
    voice,
    save: async (
      text: string,
      how: { readonly over: readonly EntryId[]; readonly clearsDraft: string },
    ): Promise<Outcome> => {
      const value = field === personFields.name ? (isReadable(text) ? text.trim() : "") : text;
      return put(
        { [field]: value },
        { ...(id ? { over: { [field]: how.over } } : {}), clearsDraft: how.clearsDraft },
      );
    },
  });
  const reads = id ? valueAt(file, id, personFields.reads) : undefined;
  const readsValue = isUnsaid(reads) ? "unknown" : (reading.find((one) => one === reads) ?? null);
  const interpreter = id ? textAt(file, id, personFields.interpreter) : "";
  return (
    <div className="case-sheet">
      <KeptField
        {...place(personFields.name)}
        label={t("casefile:person.name")}
        description={t("casefile:person.nameHint")}
        autoCapitalize="words"
        autoFocus={!id}
      />
      <Ticks<Role>
        label={t("casefile:person.roles")}
        description={t("casefile:person.rolesHint")}
        options={roles.map((role) => ({
          value: role,
          label: t(`instruments:case-persons.items.${role}`),
        }))}
        values={person?.roles ?? []}
        onTick={(role, isTicked) => void put({ [personFields.role(role)]: isTicked })}
      />
      <KeptField {...place(otherRoleField)} label={t("casefile:person.otherRole")} />
      <BirthField
        {...place(personFields.birth)}
        id={id}
        onPick={(stored) => void put({ [personFields.birth]: stored })}
      />
      {person?.voice === "child" && <Notice>{t("rules:R-age-and-development")}</Notice>}
      <Select
        label={t("casefile:person.language")}
        description={
          person && !isReviewed(person.language)
            ? t("casefile:person.notReviewed")
            : t("casefile:person.languageHint")
        }
        placeholder={t("casefile:person.languageNone")}
        options={languages.map(({ code, name }) => ({ value: code, label: name }))}
        value={(id && textAt(file, id, personFields.language)) || null}
        onPick={(code) => void put({ [personFields.language]: code })}
      />
      <Choice
        label={t("casefile:person.reads")}
        layout="row"
        options={reading.map((one) => ({ value: one, label: t(`casefile:person.readsOf.${one}`) }))}
        value={readsValue}
        onPick={(one) => void put({ [personFields.reads]: one === "unknown" ? { unsaid: "dontKnow" } : one })}
        clear={{ label: t("casefile:clear"), onClear: () => void put({ [personFields.reads]: null }) }}
      />
      <KeptField
        {...place(personFields.interpreter)}
        label={t("casefile:person.interpreter")}
        description={t("casefile:person.interpreterHint")}
      />
      {isFamilyInterpreter(file, interpreter) && interpreter.trim() !== "" && (
        <Notice tone="caution" title={t("casefile:person.interpreterWarning")} />
      )}
      <KeptField
        {...place(personFields.languageNote)}
        label={t("casefile:place.fields.language-and-literacy")}
      />
      <KeptField {...place(personFields.livesWith)} label={t("casefile:place.fields.lives-with")} />
      <KeptField
        {...place(personFields.contact)}
        kind="area"
        rows={2}
        label={t("casefile:place.fields.contact")}
      />
      <Tick
        label={t("casefile:person.secret")}
        description={t("casefile:person.secretText")}
        isTicked={person?.secretAddress ?? false}
        onTick={(isTicked) => void put({ [personFields.secretAddress]: isTicked })}
      />
      <KeptField
        {...place(personFields.note)}
        kind="area"
        label={t("casefile:place.fields.note")}
        description={t("warnings:W-no-diagnosis")}
      />
    </div>
  );
}
