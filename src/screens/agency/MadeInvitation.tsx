import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AgencyView } from "../../app/agency/views.ts";
import { dateTimeOf } from "../../i18n/formats.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useFocusOn } from "./useFocusOn.ts";
import "./agency.css";

const QrCode = lazy(async () => ({ default: (await import("../../ui/QrCode.tsx")).QrCode }));

export type Made = {
  readonly link: string;
  readonly role: NonNullable<AgencyView["role"]>;
  readonly isSecond: boolean;
  readonly until: number;
};

/** A link that is on this screen and nowhere else, until it is taken away. */
export function MadeInvitation({ made, onDone }: { readonly made: Made; readonly onDone: () => void }) {
  const { t, i18n } = useTranslation("agency");
  const heading = useFocusOn(true);
  return (
    <Card as="section" labelledBy="agency-made">
      <h2 id="agency-made" ref={heading} tabIndex={-1}>
        {made.isSecond ? t("invite.madeSecond") : t("invite.madeTitle", { role: t(`roles.${made.role}`) })}
      </h2>
      <Notice tone="caution">
        {t("invite.once", { until: dateTimeOf(i18n.language, new Date(made.until)) })}
      </Notice>
      {made.isSecond && <p className="prose">{t("invite.secondText")}</p>}
      <CopiedLink link={made.link} />
      <p className="prose">{t("invite.qrText")}</p>
      <Suspense fallback={null}>
        <QrCode text={made.link} label={t("invite.qr")} />
      </Suspense>
      <div className="row row-end">
        <Button variant="main" onClick={onDone}>
          {t("invite.done")}
        </Button>
      </div>
    </Card>
  );
}

function CopiedLink({ link }: { readonly link: string }) {
  const { t } = useTranslation("agency");
  const [outcome, setOutcome] = useState<"copied" | "notCopied">();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setOutcome("copied");
    } catch {
      setOutcome("notCopied");
    }
  };
  return (
    <div className="stack stack-s">
      <h3>{t("invite.link")}</h3>
      <p className="agency-link" dir="ltr" lang="zxx">
        {link}
      </p>
      <div className="row">
        <Button onClick={() => void copy()}>{t("invite.copy")}</Button>
        <span role="status">{outcome && t(`invite.${outcome}`)}</span>
      </div>
    </div>
  );
}
