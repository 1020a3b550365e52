import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { familyToBe, newFamily } from "../../app/families.ts";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { useText } from "../../app/useText.ts";
import { familyRecord } from "../../domain/ids.ts";
import { familyNameField } from "../../domain/safety.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { isReadable } from "../casefile/isReadable.ts";

/**
 * A name, and one can write. Half-typed it is a sealed draft like any other text; where it could not be kept the name
 * stays in the field.
 */
export function NewFamilyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("families");
  const navigate = useNavigate();
  const voice = useApp((state) => state.worker?.id) ?? "";
  const [isBusy, setBusy] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const text = useText({
    caseId: familyToBe,
    record: familyRecord,
    field: familyNameField,
    voice,
    save: async (name, { clearsDraft }) => {
      try {
        const id = await newFamily(name, clearsDraft);
        // Going back from the new family leads to the list, and not to this question.
        await navigate(paths.families, { replace: true });
        await navigate(paths.family(id));
        return { ok: true, entry: undefined };
      } catch {
        setBusy(false);
        return { ok: false, refused: "notKept" };
      }
    },
  });
  const create = (name: string): void => {
    const isNamed = isReadable(name);
    setEmpty(!isNamed);
    if (isBusy || !isNamed) return;
    setBusy(true);
    text.onDone(name);
  };
  const cancel = (): void => {
    // Said in so many words: the name goes. A stray tap outside, or a lock, keeps it.
    text.onValue("");
    onClose();
  };
  return (
    <Dialog
      title={t("new.title")}
      closeLabel={t("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={cancel}>{t("cancel")}</Button>
          <Button variant="main" isPending={isBusy} onClick={() => create(text.value)}>
            {t("new.create")}
          </Button>
        </>
      }
    >
      <div className="stack">
        <TextField
          label={t("new.name")}
          description={t("new.hint")}
          autoCapitalize="words"
          autoFocus
          value={text.value}
          onValue={(name) => {
            text.onValue(name);
            setEmpty(false);
          }}
          onEnter={create}
          error={isEmpty ? t("new.empty") : undefined}
        />
        {text.refused !== undefined && (
          <Notice tone="caution" live="alert" title={t("new.notKept")}>
            {t("new.notKeptText")}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
