import { useTranslation } from "react-i18next";
import type { Invited } from "../../app/agency/joining.ts";
import { paths } from "../../app/paths.ts";
import { dateTimeOf } from "../../i18n/formats.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { DefinitionList } from "../../ui/DefinitionList.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Fingerprint } from "./Fingerprint.tsx";
import { type Hindrance, HindranceNotice } from "./Hindrance.tsx";
import "./agency.css";

const means = ["own", "recovery", "name"] as const;
const meansSecond = ["author", "recovery"] as const;

type Props = {
  readonly invited: Invited;
  readonly hindrance: Hindrance | undefined;
  readonly isPending: boolean;
  readonly onJoin: () => void;
};

/** What somebody must know and compare before joining. */
export function Invitation({ invited, hindrance, isPending, onJoin }: Props) {
  const { t, i18n } = useTranslation("agency");
  const isSecond = invited.member !== "";
  return (
    <>
      <DefinitionList
        rows={[
          // Whose it is isn't known yet: names are sealed until this device is in.
          isSecond
            ? { term: t("join.roleSecond"), text: t("join.second") }
            : { term: t("join.role"), text: t(`roles.${invited.role}`) },
          { term: t("join.until"), text: dateTimeOf(i18n.language, new Date(invited.until)) },
        ]}
      />
      <section className="stack stack-s" aria-labelledby="join-fingerprint">
        <h2 id="join-fingerprint">{t("fingerprint")}</h2>
        <Fingerprint agency={invited.agency} />
        <Notice title={t(isSecond ? "join.compareSecondTitle" : "join.compareTitle")}>
          {t(isSecond ? "join.compareSecond" : "join.compare")}
        </Notice>
      </section>
      <section className="stack stack-s">
        <h2>{t("join.meansTitle")}</h2>
        <ul className="prose agency-list">
          {isSecond
            ? meansSecond.map((one) => <li key={one}>{t(`join.meansSecond.${one}`)}</li>)
            : means.map((one) => <li key={one}>{t(`join.means.${one}`)}</li>)}
        </ul>
      </section>
      {hindrance && <HindranceNotice hindrance={hindrance} />}
      <BottomBar
        start={
          <ButtonLink to={paths.families} replace>
            {t("join.no")}
          </ButtonLink>
        }
      >
        <Button variant="main" isPending={isPending} onClick={onJoin}>
          {isPending ? t("join.doing") : t("join.do")}
        </Button>
      </BottomBar>
    </>
  );
}
