import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../app/problemOf.ts";
import { inGroups, newRecoverySheet } from "../../app/secrets.ts";
import { dateOf } from "../../i18n/formats.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { SheetPage } from "../../ui/SheetPage.tsx";
import { Tick } from "../../ui/Tick.tsx";
import "./start.css";

type Props = { readonly onKept: () => void; readonly doneLabel: string };

/** A new recovery sheet, to print or copy. What it carries is kept nowhere else. */
export function RecoverySheet({ onKept, doneLabel }: Props) {
  const { t, i18n } = useTranslation("start");
  const { identity, problem } = useNewSheet();
  const [isKept, setKept] = useState(false);
  const [isAsked, setAsked] = useState(false);
  if (problem)
    return (
      <Notice tone="caution" live="alert">
        {t(`lock:problems.${problem}`)}
      </Notice>
    );
  if (!identity) return <p role="status">{t("sheet.busy")}</p>;
  return (
    <>
      <Notice title={t("sheet.lossTitle")}>{t("sheet.loss")}</Notice>
      <SheetPage title={t("sheet.title")}>
        <p>{dateOf(i18n.language, new Date())}</p>
        <p>{t("sheet.purpose")}</p>
        <p className="start-code ui-sheet-code" dir="ltr" lang="zxx">
          {inGroups(identity).map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a group may come twice; its place is what it is
            <span key={index}>{group} </span>
          ))}
        </p>
        <p>{t("sheet.use")}</p>
      </SheetPage>
      <div className="row no-print">
        <Button onClick={() => window.print()}>{t("sheet.print")}</Button>
        <span className="soft">{t("sheet.copy")}</span>
      </div>
      <Tick label={t("sheet.kept")} isTicked={isKept} onTick={setKept} />
      {isAsked && !isKept && (
        <Notice tone="caution" live="alert">
          {t("sheet.keptNeeded")}
        </Notice>
      )}
      <BottomBar>
        <Button variant="main" onClick={() => (isKept ? onKept() : setAsked(true))}>
          {doneLabel}
        </Button>
      </BottomBar>
    </>
  );
}

/** Made once for this screen, also where React runs an effect twice. */
function useNewSheet() {
  const [identity, setIdentity] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    newRecoverySheet()
      .then(setIdentity)
      .catch((error: unknown) => setProblem(problemOf(error)));
  }, []);
  return { identity, problem };
}
