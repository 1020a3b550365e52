import { useTranslation } from "react-i18next";
import type { AgencyView } from "../../app/agency/views.ts";
import { hasAgency } from "../../app/agency/watch.ts";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { Shell } from "../Shell.tsx";
import { AdministratorPart } from "./AdministratorPart.tsx";
import { CannotHere } from "./CannotHere.tsx";
import { ExchangePart } from "./ExchangePart.tsx";
import { Fingerprint } from "./Fingerprint.tsx";
import { InvitationList } from "./InvitationList.tsx";
import { InvitePart } from "./InvitePart.tsx";
import { LetInPart } from "./LetInPart.tsx";
import { PeopleList } from "./PeopleList.tsx";
import { RecoveryList } from "./RecoveryList.tsx";

/** The agency that this device belongs to: who is in it, with which devices, and how the exchange stands. */
export function AgencyScreen() {
  const { t } = useTranslation(["agency", "settings"]);
  const isPractice = useApp((state) => state.world === "practice");
  const view = useApp((state) => state.agency);
  if (isPractice)
    return <CannotHere title={t("title")} why={{ title: t("practice.title"), text: t("practice.text") }} />;
  return (
    <Shell title={t("settings:title")} back={paths.settings}>
      {view ? (
        <Page title={view.name || t("unnamed")} width="text">
          <AgencyParts view={view} />
        </Page>
      ) : (
        <Page title={t("title")} width="text">
          {hasAgency() ? (
            <p role="status">{t("wait")}</p>
          ) : (
            <EmptyState title={t("none.title")}>{t("none.text")}</EmptyState>
          )}
        </Page>
      )}
    </Shell>
  );
}

function AgencyParts({ view }: { readonly view: AgencyView }) {
  const { t } = useTranslation("agency");
  const isUnknown = useApp((state) => state.exchange?.problem === "unknown-device");
  const out = view.role === undefined ? "revoked" : isUnknown && "unknown";
  const isOut = out !== false;
  return (
    <>
      {isOut && (
        <Notice
          tone="danger"
          live="status"
          title={t(`out.${out}.title`, { name: view.name || t("out.agency") })}
        >
          {t(`out.${out}.text`)}
        </Notice>
      )}
      {!isOut && (
        <section className="stack stack-s" aria-labelledby="agency-fingerprint">
          <h2 id="agency-fingerprint">{t("fingerprint")}</h2>
          <Fingerprint agency={view.agency} />
          <p className="soft prose">{t("compare")}</p>
        </section>
      )}
      {out !== "revoked" && <ExchangePart />}
      <PeopleList view={view} isOut={isOut} />
      {!isOut && view.role && <InvitePart role={view.role} self={view.self} />}
      {!isOut && <InvitationList view={view} />}
      {!isOut && <AdministratorPart view={view} />}
      {!isOut && view.role === "administrator" && <LetInPart view={view} />}
      <RecoveryList recoveries={view.recoveries} />
    </>
  );
}
