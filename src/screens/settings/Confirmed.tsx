import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { confirmPassphrase, type Unlocked } from "../../app/lock.ts";
import { paths } from "../../app/paths.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PassphraseForm } from "../lock/PassphraseForm.tsx";

/** A tablet that lies open for a moment must not get another owner: the words are asked before they are changed. */
export function Confirmed({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation(["settings", "lock"]);
  const [isSure, setSure] = useState(false);
  if (isSure) return children;
  const attempt = async (passphrase: string): Promise<Unlocked> => {
    const result = await confirmPassphrase(passphrase);
    if (result.ok) setSure(true);
    return result;
  };
  return (
    <>
      <p className="prose">{t("confirm.lead")}</p>
      <PassphraseForm
        label={t("lock:passphrase.label")}
        action={t("confirm.action")}
        attempt={attempt}
        place={(button) => <BottomBar>{button}</BottomBar>}
      />
    </>
  );
}

export function Done({ words }: { readonly words: string }) {
  const { t } = useTranslation("settings");
  return (
    <>
      <Notice tone="good" live="status">
        {words}
      </Notice>
      <BottomBar>
        <ButtonLink to={paths.settings} variant="main">
          {t("back")}
        </ButtonLink>
      </BottomBar>
    </>
  );
}
