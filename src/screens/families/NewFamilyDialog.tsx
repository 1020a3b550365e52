import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { newFamily } from "../../app/families.ts";
import { paths } from "../../app/paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextField } from "../../ui/TextField.tsx";

/** A name, and one can write. Where it could not be kept the name stays in the field. */
export function NewFamilyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("families");
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<"empty" | "notKept">();

  const create = async (typed: string): Promise<void> => {
    if (isBusy) return;
    if (typed.trim() === "") return setRefused("empty");
    setBusy(true);
    try {
      const id = await newFamily(typed);
      await navigate(paths.family(id));
    } catch {
      setBusy(false);
      setRefused("notKept");
    }
  };

  return (
    <Dialog
      title={t("new.title")}
      closeLabel={t("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="main" isPending={isBusy} onClick={() => void create(name)}>
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
          value={name}
          onValue={(text) => {
            setName(text);
            setRefused(undefined);
          }}
          onEnter={(text) => void create(text)}
          error={refused === "empty" ? t("new.empty") : undefined}
        />
        {refused === "notKept" && (
          <Notice tone="caution" live="alert" title={t("new.notKept")}>
            {t("new.notKeptText")}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
