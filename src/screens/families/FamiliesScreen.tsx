import { Plus, Settings } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { familyToBe, listFamilies, openFamilyToBe } from "../../app/families.ts";
import { paths } from "../../app/paths.ts";
import { hasAgency } from "../../app/saved.ts";
import type { ListedFamily } from "../../app/state.ts";
import { useApp } from "../../app/useApp.ts";
import type { RecordId } from "../../domain/ids.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { dayOf, longDayOf } from "../casefile/when.ts";
import { Shell } from "../Shell.tsx";
import { FamilyCardView } from "./FamilyCardView.tsx";
import { findFamilies, inOrder, visitsOn } from "./findFamilies.ts";
import { NewFamilyDialog } from "./NewFamilyDialog.tsx";
import { StartVisitDialog } from "./StartVisitDialog.tsx";
import "./families.css";

/** Loaded only where there is an agency: the exchange comes with it. */
const OffersToMe = lazy(async () => ({ default: (await import("../sharing/OffersToMe.tsx")).OffersToMe }));
const OffersPutAway = lazy(async () => ({
  default: (await import("../sharing/OffersToMe.tsx")).OffersPutAway,
}));

/** "Gezinnen": who, when, what is open. No scores: the list may be seen over a shoulder. */
export function FamiliesScreen() {
  const { t } = useTranslation("families");
  const families = useApp((state) => state.families);
  const [problem, setProblem] = useState<Error>();
  useEffect(() => {
    listFamilies().catch(setProblem);
    openFamilyToBe().catch(setProblem);
  }, []);
  if (problem) throw problem;
  const atTable = families?.find(({ card }) => card.openVisit !== undefined);
  return (
    <Shell>
      {families === undefined ? (
        <Page title={t("title")} isTitleHidden />
      ) : atTable ? (
        <VisitGoingOn family={atTable} />
      ) : (
        <FamilyList families={families} />
      )}
    </Shell>
  );
}

/** What is on this tablet only, and what to do about it: all of it, a part, or nothing. */
function OnlyHere({ families }: { families: readonly ListedFamily[] }) {
  const { t } = useTranslation("families");
  const isPractice = useApp((state) => state.world === "practice");
  const agency = useApp((state) => state.agency);
  const sharing = useApp((state) => state.sharing);
  if (isPractice) return <p className="small soft">{t("practice.note")}</p>;
  if (!agency) return hasAgency() ? null : <p className="small soft">{t("onlyHere")}</p>;
  return families.every(({ id }) => sharing.has(id)) ? null : <p className="small soft">{t("mixed")}</p>;
}

/** The list is never shown during a visit: other families' names have no place at this table. */
function VisitGoingOn({ family }: { family: ListedFamily }) {
  const { t } = useTranslation("families");
  const visit = family.card.openVisit as RecordId;
  return (
    <Page title={t("atTable.title")} lead={t("atTable.text")} width="text">
      <div className="row">
        <ButtonLink variant="main" to={paths.table(family.id, visit)}>
          {t("atTable.return")}
        </ButtonLink>
        <ButtonLink to={paths.finish(family.id, visit)}>{t("atTable.finish")}</ButtonLink>
      </div>
    </Page>
  );
}

function FamilyList({ families }: { families: readonly ListedFamily[] }) {
  const { t, i18n } = useTranslation("families");
  const [typed, setTyped] = useState("");
  const [query, setQuery] = useSearchParams();
  const isDraftOpen = useApp((state) => state.drafts.has(familyToBe));
  // In the address, so that a lock half-way comes back to it.
  const open = (dialog: "new" | "start" | undefined): void =>
    setQuery(dialog ? { open: dialog } : {}, { replace: true });
  const opened = query.get("open");
  const isPractice = useApp((state) => state.world === "practice");
  const agency = useApp((state) => state.agency);
  const now = new Date();
  const today = visitsOn(families, dayOf(now)).length;
  const found = inOrder(findFamilies(families, typed), i18n.language);
  const isFirstDay = families.length === 0;
  const create = (
    <Button
      key="new"
      variant={isFirstDay ? "main" : "plain"}
      icon={<Plus aria-hidden="true" />}
      onClick={() => open("new")}
    >
      {t("new.open")}
    </Button>
  );
  const settings = (
    <ButtonLink variant="quiet" to={paths.settings} icon={<Settings aria-hidden="true" />}>
      {t("settings")}
    </ButtonLink>
  );
  const actions = isFirstDay ? (
    settings
  ) : (
    <>
      {settings}
      {!isPractice && create}
      <Button variant="main" onClick={() => open("start")}>
        {t("start.open")}
      </Button>
    </>
  );
  return (
    <Page
      title={t("title")}
      lead={
        <span className="families-day">
          {t("lead", { day: longDayOf(i18n.language, now), visits: t("visits", { count: today }) })}
        </span>
      }
      actions={actions}
    >
      {agency && (
        <Suspense>
          <OffersToMe />
        </Suspense>
      )}
      {isFirstDay ? (
        <EmptyState title={t("first.title")} action={create}>
          <p>{t("first.text")}</p>
        </EmptyState>
      ) : (
        <>
          {families.length > 1 && (
            <div className="families-search">
              <SearchField
                label={t("search.label")}
                clearLabel={t("search.clear")}
                value={typed}
                onValue={setTyped}
              />
            </div>
          )}
          <output className="visually-hidden" aria-live="polite">
            {typed === "" ? "" : t("search.found", { count: found.length })}
          </output>
          {found.length === 0 ? (
            <EmptyState title={t("search.none")} />
          ) : (
            <div className="families-cards">
              {found.map((family) => (
                <FamilyCardView key={family.id} family={family} now={now} isPractice={isPractice} />
              ))}
            </div>
          )}
          <OnlyHere families={families} />
        </>
      )}
      {agency && (
        <Suspense>
          <OffersPutAway />
        </Suspense>
      )}
      {opened === "new" && isDraftOpen && <NewFamilyDialog onClose={() => open(undefined)} />}
      {opened === "start" && (
        <StartVisitDialog families={families} now={now} onClose={() => open(undefined)} />
      )}
    </Page>
  );
}
