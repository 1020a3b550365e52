import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { isLinkGood, makeAgency } from "../../app/agency/founding.ts";
import { hasAgency } from "../../app/agency/watch.ts";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { Shell } from "../Shell.tsx";
import { CannotHere } from "./CannotHere.tsx";
import { FoundAgencyStep } from "./FoundAgencyStep.tsx";
import { changeFoundingDraft, useFoundingDraft } from "./foundingDraft.ts";
import { type Hindrance, HindranceNotice, hindranceOf } from "./Hindrance.tsx";
import { useStepFocus } from "./useStepFocus.ts";
import "./agency.css";

/** Where the one-time link of a relay leads. Its secret stays behind the `#` until the agency is there. */
export function NewAgencyScreen() {
  const { t } = useTranslation("agency");
  const { hash } = useLocation();
  const isPractice = useApp((state) => state.world === "practice");
  const { step, founding } = useFoundingDraft();
  const secret = hash.replace(/^#/, "");
  const stop = (why: "practice" | "new.already" | "new.broken") => (
    <CannotHere
      title={t("new.title")}
      why={{ title: t(`${why}.title`), text: t(`${why}.text`) }}
      actions={why === "new.already" && <ButtonLink to={paths.agency}>{t("toAgency")}</ButtonLink>}
    />
  );
  if (isPractice) return stop("practice");
  // One that is being made here may be kept already, and not be complete.
  if (hasAgency() && !founding) return stop("new.already");
  if (!/^[\w-]{32}$/.test(secret)) return stop("new.broken");
  return step === "sheet" && founding ? (
    <FoundAgencyStep founding={founding} secret={secret} />
  ) : (
    <WhatStep secret={secret} />
  );
}

const said = ["share", "blind", "own", "sheet"] as const;

/** What an agency is, and its name. */
function WhatStep({ secret }: { readonly secret: string }) {
  const { t } = useTranslation("agency");
  const { name, founding } = useFoundingDraft();
  const [isAsked, setAsked] = useState(false);
  const [isPending, setPending] = useState(false);
  const [hindrance, setHindrance] = useState<Hindrance>();
  const [isSpent, setSpent] = useState(false);
  useStepFocus();
  const isEmpty = name.trim() === "";
  const goOn = async (): Promise<void> => {
    setAsked(true);
    if (isEmpty) return;
    setPending(true);
    setHindrance(undefined);
    setSpent(false);
    try {
      // The sheet of before goes on holding where only the name was put right.
      const made = founding ? { ...founding, name: name.trim() } : await makeAgency(name);
      if (await isLinkGood(made, secret)) return changeFoundingDraft({ founding: made, step: "sheet" });
      setSpent(true);
    } catch (error) {
      setHindrance(hindranceOf(error));
    }
    setPending(false);
  };
  return (
    <Shell back={paths.families}>
      <Page
        title={t("new.title")}
        lead={t("new.lead")}
        before={<p className="agency-step">{t("new.step", { step: 1, steps: 2 })}</p>}
        width="text"
      >
        <section className="stack stack-s">
          <h2>{t("new.whatTitle")}</h2>
          <ul className="prose agency-list">
            {said.map((one) => (
              <li key={one}>{t(`new.what.${one}`)}</li>
            ))}
          </ul>
        </section>
        <TextField
          label={t("new.name")}
          description={t("new.nameHint")}
          error={isAsked && isEmpty ? t("new.nameNeeded") : undefined}
          maxLength={120}
          value={name}
          onValue={(text) => changeFoundingDraft({ name: text })}
          onEnter={() => void goOn()}
        />
        {isSpent && (
          <Notice tone="caution" live="alert" title={t("new.spent.title")}>
            {t("new.spentBefore")}
          </Notice>
        )}
        {hindrance && <HindranceNotice hindrance={hindrance} />}
        <BottomBar>
          <Button variant="main" isPending={isPending} onClick={() => void goOn()}>
            {isPending ? t("new.making") : t("new.next")}
          </Button>
        </BottomBar>
      </Page>
    </Shell>
  );
}
