import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type Founding, foundAgency } from "../../app/agency/founding.ts";
import { paths } from "../../app/paths.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { Shell } from "../Shell.tsx";
import { AgencySheet } from "./AgencySheet.tsx";
import { changeFoundingDraft, forgetFoundingDraft } from "./foundingDraft.ts";
import { type Hindrance, HindranceNotice, hindranceOf } from "./Hindrance.tsx";
import { isEndOf } from "./sheetCode.ts";
import { useStepFocus } from "./useStepFocus.ts";

type Props = { readonly founding: Founding; readonly secret: string };

type Outcome = { readonly kind: "spent" } | { readonly kind: "hindered"; readonly by: Hindrance };

/** Sends it as often as is needed: the same founding counts once. */
function useFound({ founding, secret }: Props) {
  const navigate = useNavigate();
  const [isPending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const isFounded = useRef(false);
  // Not before the next screen is there: this one would say that the device has an agency already.
  useEffect(
    () => () => {
      if (isFounded.current) forgetFoundingDraft();
    },
    [],
  );
  const found = async (): Promise<void> => {
    setPending(true);
    setOutcome(undefined);
    try {
      if (await foundAgency(founding, secret)) {
        isFounded.current = true;
        return void navigate(paths.agency, { replace: true });
      }
      setOutcome({ kind: "spent" });
    } catch (error) {
      setOutcome({ kind: "hindered", by: hindranceOf(error) });
    }
    setPending(false);
  };
  return { isPending, outcome, found: () => void found() };
}

/** The agency's recovery sheet, and then the agency itself. */
export function FoundAgencyStep({ founding, secret }: Props) {
  const { t } = useTranslation("agency");
  const { isPending, outcome, found } = useFound({ founding, secret });
  const [typed, setTyped] = useState("");
  const [isAsked, setAsked] = useState(false);
  useStepFocus();
  const field = useRef<HTMLDivElement>(null);
  const isRight = isEndOf(founding.recoveryIdentity, typed);
  const goOn = (): void => {
    setAsked(true);
    if (isRight) found();
    // It lies beneath the sheet, out of sight: a button that refuses must not seem to do nothing.
    else field.current?.querySelector("input")?.focus();
  };
  const wrong = typed.trim() === "" ? t("sheet.typedNeeded") : t("sheet.typedWrong");
  return (
    <Shell back={paths.families}>
      <Page
        title={t("sheet.title")}
        lead={t("sheet.lead")}
        before={<p className="agency-step">{t("new.step", { step: 2, steps: 2 })}</p>}
        width="text"
      >
        <AgencySheet founding={founding} />
        <div ref={field}>
          <TextField
            label={t("sheet.typed")}
            description={t("sheet.typedHint")}
            error={isAsked && !isRight ? wrong : undefined}
            autoCapitalize="none"
            lang="zxx"
            maxLength={20}
            value={typed}
            onValue={setTyped}
            onEnter={goOn}
          />
        </div>
        {outcome?.kind === "spent" && (
          <Notice tone="caution" live="alert" title={t("new.spent.title")}>
            {t("new.spent.text")}
          </Notice>
        )}
        {outcome?.kind === "hindered" && (
          <HindranceNotice hindrance={outcome.by} again={{ isPending, onClick: found }} />
        )}
        <BottomBar
          start={<Button onClick={() => changeFoundingDraft({ step: "what" })}>{t("new.back")}</Button>}
        >
          <Button variant="main" isPending={isPending} onClick={goOn}>
            {isPending ? t("new.busy") : t("new.done")}
          </Button>
        </BottomBar>
      </Page>
    </Shell>
  );
}
