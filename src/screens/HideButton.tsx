import { useTranslation } from "react-i18next";
import { hide } from "../app/lock.ts";
import { Button } from "../ui/Button.tsx";

/** At once, without a question: the dull page first, then the lock. */
export function HideButton() {
  const { t } = useTranslation("lock");
  return (
    <Button variant="hide" onClick={() => void hide()}>
      {t("hide")}
    </Button>
  );
}
