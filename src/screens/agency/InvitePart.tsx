import { useState } from "react";
import { useTranslation } from "react-i18next";
import { invitationMillis, invite } from "../../app/agency/acts.ts";
import type { AgencyView } from "../../app/agency/views.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { HindranceNotice } from "./Hindrance.tsx";
import { type Made, MadeInvitation } from "./MadeInvitation.tsx";
import { type GivenRole, RoleChoice } from "./RoleChoice.tsx";
import { useAct } from "./useAct.ts";
import { useFocusOn } from "./useFocusOn.ts";

type Props = { readonly role: NonNullable<AgencyView["role"]>; readonly self: string };

/** On the page and not in a dialog: a tap beside it would throw a link away that is shown once. */
export function InvitePart({ role, self }: Props) {
  const { t } = useTranslation("agency");
  const [isChoosing, setChoosing] = useState(false);
  const [made, setMade] = useState<Made | "taken away">();
  const act = useAct();
  const heading = useFocusOn(made === "taken away");
  const make = async (as: typeof role, whose: { member?: string; name?: string }): Promise<void> => {
    const said = await act.run(() => invite(as, whose));
    if (!said?.link) return;
    setChoosing(false);
    setMade({
      link: said.link,
      role: as,
      isSecond: whose.member !== undefined,
      until: Date.now() + invitationMillis,
    });
  };
  if (made && made !== "taken away")
    return <MadeInvitation made={made} onDone={() => setMade("taken away")} />;
  return (
    <section className="stack stack-s" aria-labelledby="agency-invite">
      <h2 id="agency-invite" ref={heading} tabIndex={-1}>
        {t("invite.title")}
      </h2>
      {isChoosing ? (
        <ChooseRole
          isPending={act.isPending}
          onMake={(as, name) => void make(as, { name })}
          onCancel={() => setChoosing(false)}
        />
      ) : (
        <div className="row">
          {role === "administrator" && <Button onClick={() => setChoosing(true)}>{t("invite.open")}</Button>}
          <Button isPending={act.isPending} onClick={() => void make(role, { member: self })}>
            {t("people.second")}
          </Button>
        </div>
      )}
      {act.hindrance && <HindranceNotice hindrance={act.hindrance} />}
    </section>
  );
}

type ChooseProps = {
  readonly isPending: boolean;
  readonly onMake: (role: GivenRole, name: string) => void;
  readonly onCancel: () => void;
};

function ChooseRole({ isPending, onMake, onCancel }: ChooseProps) {
  const { t } = useTranslation("agency");
  const [role, setRole] = useState<GivenRole | null>(null);
  const [name, setName] = useState("");
  const [isAsked, setAsked] = useState(false);
  const make = (): void => {
    setAsked(true);
    if (role) onMake(role, name);
  };
  return (
    <Card>
      <RoleChoice
        label={t("invite.role")}
        error={isAsked && !role ? t("invite.roleNeeded") : undefined}
        value={role}
        onPick={setRole}
      />
      <TextField
        label={t("invite.for")}
        description={t("invite.forHint")}
        value={name}
        onValue={setName}
        autoCapitalize="words"
        maxLength={80}
      />
      <div className="row row-end">
        <Button onClick={onCancel}>{t("invite.cancel")}</Button>
        <Button variant="main" isPending={isPending} onClick={make}>
          {isPending ? t("invite.making") : t("invite.make")}
        </Button>
      </div>
    </Card>
  );
}
