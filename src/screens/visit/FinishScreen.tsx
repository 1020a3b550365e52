import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { paths } from "../../app/paths.ts";
import { finishVisit } from "../../commands/visit.ts";
import { hasOpenDecision } from "../../domain/safety.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { refusalKey } from "../casefile/refusal.ts";
import { Section } from "../casefile/Section.tsx";
import { Agreements } from "./Agreements.tsx";
import { ChildTold } from "./ChildTold.tsx";
import { FinishSheet } from "./FinishSheet.tsx";
import { NextVisit } from "./NextVisit.tsx";
import { OwnWordsList } from "./OwnWordsList.tsx";
import { OwnWordsPage } from "./OwnWordsPage.tsx";
import { voicesIn } from "./ownWords.ts";
import { StillOpen } from "./StillOpen.tsx";
import { type OpenVisit, useVisit, VisitFrame, VisitSteps } from "./VisitFrame.tsx";
import { WhoMayKnow } from "./WhoMayKnow.tsx";

/** "Afronden". Nothing here is forced: what is open stays visible as open. */
export function FinishScreen() {
  const open = useVisit();
  const [query, setQuery] = useSearchParams();
  const person = open && voicesIn(open.file, open.visit.id).find(({ id }) => id === query.get("words"));
  // Turned to somebody of the family, her page has no bar and no way to the rest but back.
  if (open && person) return <OwnWordsPage open={open} person={person} onClose={() => setQuery({})} />;
  return <VisitFrame back="visits">{(now) => <Finish open={now} />}</VisitFrame>;
}

function Finish({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation(["visit", "common", "casefile"]);
  const navigate = useNavigate();
  const [refused, setRefused] = useState<string>();
  const { caseId, file, visit, write } = open;
  const isFinished = visit.phase === "finished";
  const finish = async (): Promise<void> => {
    const outcome = await write(finishVisit, { visit: visit.id });
    if (outcome.ok) await navigate(paths.families);
    else setRefused(outcome.refused);
  };
  return (
    <>
      <Page
        title={t("visit:finish.title")}
        lead={t("visit:finish.lead")}
        before={<VisitSteps open={open} moment="finish" />}
      >
        <div className="stack-l stack">
          {hasOpenDecision(file) && (
            <Notice
              title={t("visit:finish.decision.title")}
              actions={<ButtonLink to={paths.safety(caseId)}>{t("visit:finish.decision.action")}</ButtonLink>}
            >
              {t("visit:finish.decision.text")}
            </Notice>
          )}
          <div className="visit-columns">
            <div className="visit-sections">
              <Section title={t("visit:finish.agreements")}>
                <Agreements open={open} />
              </Section>
              <OwnWordsList open={open} />
              <ChildTold open={open} />
            </div>
            <div className="visit-sections">
              <FinishSheet open={open} />
              <NextVisit open={open} />
              <StillOpen open={open} />
              <WhoMayKnow open={open} />
            </div>
          </div>
          {refused !== undefined && <Notice tone="caution" live="alert" title={t(refusalKey(refused))} />}
        </div>
      </Page>
      <BottomBar>
        {isFinished ? (
          <ButtonLink variant="main" to={paths.families}>
            {t("visit:finish.toFamilies")}
          </ButtonLink>
        ) : (
          <Button variant="main" onClick={() => void finish()}>
            {t("visit:finish.close")}
          </Button>
        )}
      </BottomBar>
    </>
  );
}
