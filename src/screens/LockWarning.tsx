import { useTranslation } from "react-i18next";
import { useApp } from "../app/useApp.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import "./Shell.css";

/** Said once to a screen reader and counted down for the eye. Any touch or key keeps the screen open. */
export function LockWarning() {
  const { t } = useTranslation("lock");
  const seconds = useApp((state) => state.lockingIn);
  if (seconds === undefined) return null;
  return (
    <div className="lock-warning no-print">
      <p role="alert" className="visually-hidden">
        {t("warning.soon")}
      </p>
      <Notice tone="caution" actions={<Button variant="main">{t("warning.here")}</Button>}>
        <span aria-hidden="true">{t("warning.in", { count: seconds })}</span>
      </Notice>
    </div>
  );
}
