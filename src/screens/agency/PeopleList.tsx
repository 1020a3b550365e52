import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AgencyView, DeviceView, PersonView } from "../../app/agency/views.ts";
import { dateOf } from "../../i18n/formats.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { AppointDialog } from "./AppointDialog.tsx";
import { DeviceList } from "./DeviceList.tsx";
import { RevokeDialog } from "./RevokeDialog.tsx";
import { useFocusOn } from "./useFocusOn.ts";

type Props = { readonly view: AgencyView; readonly isOut: boolean };

/** Oneself first, then by name. */
export function PeopleList({ view, isOut }: Props) {
  const { t } = useTranslation("agency");
  const people = [...view.people].sort((a, b) => Number(b.isSelf) - Number(a.isSelf));
  const isAdministrator = !isOut && view.role === "administrator";
  return (
    <section className="stack stack-s" aria-labelledby="agency-people">
      <h2 id="agency-people">{t("people.title")}</h2>
      <ul className="stack">
        {people.map((person) => (
          <PersonCard
            key={person.member}
            person={person}
            mayRevoke={isAdministrator || (!isOut && person.isSelf)}
            mayAppoint={isAdministrator && person.role !== "administrator"}
          />
        ))}
      </ul>
    </section>
  );
}

type PersonProps = {
  readonly person: PersonView;
  readonly mayRevoke: boolean;
  readonly mayAppoint: boolean;
};

type Asked =
  | { readonly what: "revoke"; readonly device: DeviceView; readonly number: number }
  | { readonly what: "appoint" };

export function PersonCard({ person, mayRevoke, mayAppoint }: PersonProps) {
  const { t } = useTranslation("agency");
  const [asked, setAsked] = useState<Asked>();
  const [done, setDone] = useState<Asked["what"]>();
  const name = person.name || t("people.noName");
  const standing = person.devices.filter(({ isRevoked }) => !isRevoked).length;
  const count = standing > 0 ? t("people.devices", { count: standing }) : t("people.gone");
  const ask = (next: Asked): void => {
    setDone(undefined);
    setAsked(next);
  };
  const close = (isDone: boolean): void => {
    if (isDone) setDone(asked?.what);
    setAsked(undefined);
  };
  const list = (
    <DeviceList
      person={person}
      name={name}
      mayRevoke={mayRevoke}
      onRevoke={(device, number) => ask({ what: "revoke", device, number })}
    />
  );
  return (
    <Card as="li">
      <PersonHead person={person} name={name} isRevoked={done === "revoke"} />
      {person.isSelf ? (
        list
      ) : (
        <Disclosure title={count} look="plain">
          {list}
        </Disclosure>
      )}
      {mayAppoint && (
        <div className="row">
          <Button aria-label={t("people.roleOf", { name })} onClick={() => ask({ what: "appoint" })}>
            {t("people.role")}
          </Button>
        </div>
      )}
      {done && (
        <Notice tone="good" live="status">
          {t(`${done}.done`)}
        </Notice>
      )}
      {asked?.what === "revoke" && (
        <RevokeDialog device={asked.device} number={asked.number} name={name} onClose={close} />
      )}
      {asked?.what === "appoint" && <AppointDialog person={person} name={name} onClose={close} />}
    </Card>
  );
}

type HeadProps = { readonly person: PersonView; readonly name: string; readonly isRevoked: boolean };

function PersonHead({ person, name, isRevoked }: HeadProps) {
  const { t, i18n } = useTranslation("agency");
  const heading = useFocusOn(isRevoked);
  const since = person.devices[0]?.since;
  return (
    <div>
      <div className="row">
        <h3 ref={heading} tabIndex={-1} className={person.name === "" ? "soft" : undefined}>
          {name}
        </h3>
        {person.isSelf && <Chip tone="accent">{t("people.you")}</Chip>}
      </div>
      <p className="soft">
        {t(`roles.${person.role}`)}
        {since !== undefined && `, ${t("people.since", { date: dateOf(i18n.language, new Date(since)) })}`}
      </p>
    </div>
  );
}
