import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { paths } from "../../app/paths.ts";
import { startAnew, takeOver } from "../../app/start.ts";
import { useApp } from "../../app/useApp.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { TopBar } from "../../ui/TopBar.tsx";
import "./ObstacleScreen.css";

/** What stands in the way of starting, in words, with what can be done about it. It never deletes anything. */
export function ObstacleScreen() {
  const { t } = useTranslation("lock");
  const phase = useApp((state) => state.phase);
  return (
    <>
      <TopBar title={t("app")} />
      <Page title={t(`obstacle.${phase}.title`)} width="text">
        <div className="stack">
          <p className="prose">{t(`obstacle.${phase}.text`)}</p>
          {phase === "elsewhere" && <Elsewhere />}
          {phase === "broken" && <Broken />}
          {phase === "missing" && <Missing />}
          <Notice>{t("emergency")}</Notice>
        </div>
      </Page>
    </>
  );
}

function Elsewhere() {
  const { t } = useTranslation("lock");
  const [isPending, setPending] = useState(false);
  return (
    <div className="row">
      <Button
        variant="main"
        isPending={isPending}
        onClick={() => {
          setPending(true);
          void takeOver().finally(() => setPending(false));
        }}
      >
        {t("obstacle.elsewhere.here")}
      </Button>
    </div>
  );
}

function Broken() {
  const { t } = useTranslation("lock");
  const problem = useApp((state) => state.problem) ?? "unknown";
  return (
    <>
      <Notice tone="caution">{t(`problems.${problem}`)}</Notice>
      <div className="row">
        <Button variant="main" onClick={() => location.reload()}>
          {t("obstacle.again")}
        </Button>
      </div>
    </>
  );
}

type Question = "none" | "first" | "second";

/** Two questions, since whoever goes on here gives up looking for what was kept. */
function Missing() {
  const { t } = useTranslation("lock");
  const navigate = useNavigate();
  const [question, setQuestion] = useState<Question>("none");
  const [target, setTarget] = useState<string>(paths.families);
  const ask = (address: string): void => {
    setTarget(address);
    setQuestion("first");
  };
  const goOn = (): void => {
    void navigate(target, { replace: true });
    startAnew();
  };
  return (
    <>
      <ul className="obstacle-ways prose">
        <li>{t("obstacle.missing.waysOther")}</li>
        <li>{t("obstacle.missing.waysBackup")}</li>
        <li>{t("obstacle.missing.waysAsk")}</li>
      </ul>
      <div className="row">
        <Button variant="main" onClick={() => location.reload()}>
          {t("obstacle.again")}
        </Button>
        <Button onClick={() => ask(paths.setting("import"))}>{t("obstacle.missing.backup")}</Button>
        <Button onClick={() => ask(paths.families)}>{t("obstacle.missing.anew")}</Button>
      </div>
      {question !== "none" && (
        <Dialog
          key={question}
          role="alertdialog"
          title={t(`obstacle.missing.${question}.title`)}
          closeLabel={t("close")}
          onClose={() => setQuestion("none")}
          actions={
            <>
              <Button onClick={() => setQuestion("none")}>{t("obstacle.missing.no")}</Button>
              <Button
                variant={question === "second" ? "danger" : "plain"}
                onClick={() => (question === "first" ? setQuestion("second") : goOn())}
              >
                {t(`obstacle.missing.${question}.yes`)}
              </Button>
            </>
          }
        >
          <p>{t(`obstacle.missing.${question}.text`)}</p>
        </Dialog>
      )}
    </>
  );
}
