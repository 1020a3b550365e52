import { useState } from "react";
import { useTranslation } from "react-i18next";
import { revoke } from "../../app/agency/acts.ts";
import type { AgencyView, InvitationView } from "../../app/agency/views.ts";
import { dateTimeOf } from "../../i18n/formats.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { HindranceNotice } from "./Hindrance.tsx";
import { useAct } from "./useAct.ts";
import { useFocusOn } from "./useFocusOn.ts";
import "./agency.css";

/** What was given out and not used yet: all of it for an administrator, one's own for others. */
export function InvitationList({ view }: { readonly view: AgencyView }) {
  const { t } = useTranslation("agency");
  const [isDone, setDone] = useState(false);
  const act = useAct();
  const heading = useFocusOn(isDone);
  const shown = view.invitations.filter(
    ({ member }) => view.role === "administrator" || member === view.self,
  );
  if (shown.length === 0 && !isDone && !act.hindrance) return null;
  const takeBack = async (key: string): Promise<void> => {
    setDone(false);
    if (await act.run(() => revoke(key))) setDone(true);
  };
  return (
    <section className="stack stack-s" aria-labelledby="agency-invitations">
      <h2 id="agency-invitations" ref={heading} tabIndex={-1}>
        {t("invitations.title")}
      </h2>
      {shown.length > 0 && (
        <Card>
          <ul className="agency-devices">
            {shown.map((invitation) => (
              <InvitationLine
                key={invitation.key}
                invitation={invitation}
                name={view.people.find(({ member }) => member === invitation.member)?.name ?? ""}
                isPending={act.isPending}
                onTakeBack={() => void takeBack(invitation.key)}
              />
            ))}
          </ul>
        </Card>
      )}
      {isDone && (
        <Notice tone="good" live="status">
          {t("invitations.done")}
        </Notice>
      )}
      {act.hindrance && <HindranceNotice hindrance={act.hindrance} />}
    </section>
  );
}

type LineProps = {
  readonly invitation: InvitationView;
  readonly name: string;
  readonly isPending: boolean;
  readonly onTakeBack: () => void;
};

function InvitationLine({ invitation, name, isPending, onTakeBack }: LineProps) {
  const { t, i18n } = useTranslation("agency");
  const { member, role, until, name: invited } = invitation;
  const as = { role: t(`roles.${role}`) };
  const who =
    member === ""
      ? invited === ""
        ? t("invitations.new", as)
        : t("invitations.newFor", { ...as, name: invited })
      : t("invitations.second", { name: name || t("people.noName") });
  const untilText = t("invitations.until", { until: dateTimeOf(i18n.language, new Date(until)) });
  const holds = until < Date.now() ? t("invitations.over") : untilText;
  return (
    <li className="row row-between">
      <div>
        <p>{who}</p>
        <p className="soft small">{holds}</p>
      </div>
      <Button
        isPending={isPending}
        aria-label={t("invitations.revokeOf", { who, until: holds })}
        onClick={onTakeBack}
      >
        {t("invitations.revoke")}
      </Button>
    </li>
  );
}
