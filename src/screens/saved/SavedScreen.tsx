import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { listFamilies } from "../../app/families.ts";
import { paths } from "../../app/paths.ts";
import { problemOf } from "../../app/problemOf.ts";
import { hasAgency, type KeptFamily, keptFamily } from "../../app/saved.ts";
import type { ListedFamily } from "../../app/state.ts";
import { useApp } from "../../app/useApp.ts";
import { dateTimeOf } from "../../i18n/formats.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { Shell } from "../Shell.tsx";
import { ExchangePart } from "./ExchangePart.tsx";
import { UnsentPart } from "./UnsentPart.tsx";

/** Kept and readable, but not part of the case file. */
const onlyUncounted: ReadonlySet<string> = new Set(["outside", "fork", "sealed-anew", "other-author"]);

/** Everything that is on this device and nowhere else, what could not be kept, and what to do about it. */
export function SavedScreen() {
  const { t, i18n } = useTranslation(["saved", "common"]);
  const listed = useApp((state) => state.families);
  const notSaved = useApp((state) => state.notSaved);
  const savedAt = useApp((state) => state.savedAt);
  const isPractice = useApp((state) => state.world === "practice");
  const isWhole = useApp((state) => state.scope === "all");
  useEffect(() => {
    if (!listed) void listFamilies();
  }, [listed]);
  // At a family's table the names of others have no place, here neither.
  const atTable = listed?.filter(({ card }) => card.openVisit !== undefined);
  const families = atTable && atTable.length > 0 ? atTable : listed;
  const isShared = !isPractice && hasAgency();
  return (
    <Shell back={paths.families}>
      <Page
        title={t("heading")}
        lead={isPractice ? t("leadPractice") : isShared ? t("leadAgency") : t("lead")}
        width="text"
      >
        {notSaved && (
          <Notice tone="caution" title={t("common:notSaved")} live="alert">
            {t(`notSaved.${notSaved}`)}
          </Notice>
        )}
        {savedAt !== undefined && <p>{t("last", { time: dateTimeOf(i18n.language, new Date(savedAt)) })}</p>}
        {isShared && <ExchangePart />}
        {families?.length === 0 && <p>{t("nothing")}</p>}
        <ul className="stack">
          {families?.map((family) => (
            <KeptCard key={family.id} family={family} />
          ))}
        </ul>
        {!isPractice && isWhole && (
          <div className="row">
            <ButtonLink to={paths.setting("export")} variant="main">
              {t("export")}
            </ButtonLink>
            <ButtonLink to={paths.setting("storage")}>{t("storage")}</ButtonLink>
          </div>
        )}
      </Page>
    </Shell>
  );
}

function KeptCard({ family }: { readonly family: ListedFamily }) {
  const { t } = useTranslation(["saved", "settings", "lock"]);
  const isShared = useApp((state) => state.sharing.has(family.id));
  const leftLate = useApp((state) => state.sharing.get(family.id)?.leftLate.length ?? 0);
  const isHeard = useApp((state) => state.agency !== undefined);
  // Nothing is said of sending where that is not known: before anything was heard, and with one family open.
  const isOnlyHere = isHeard ? !isShared : !hasAgency();
  const [kept, setKept] = useState<KeptFamily>();
  const [problem, setProblem] = useState<string>();
  const savedAt = useApp((state) => state.savedAt);
  const draftsNotKept = useApp((state) => state.draftsNotKept);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was stored and what could not be say when to read anew
  useEffect(() => {
    keptFamily(family)
      .then(setKept)
      .catch((error: unknown) => setProblem(problemOf(error)));
  }, [family, savedAt, draftsNotKept]);
  return (
    <Card as="li">
      <div className="stack stack-s">
        <h2>{family.card.name}</h2>
        {problem && <Notice tone="caution">{t(`lock:problems.${problem}`)}</Notice>}
        {kept && (
          <>
            <p>{t(isOnlyHere ? "entries" : "entriesShared", { count: kept.entries })}</p>
            {isShared && <UnsentPart caseId={family.id} />}
            <HalfTyped drafts={kept.drafts} />
            {putAsideBeside(kept, leftLate).map(({ why, count }) => (
              <Notice key={why} tone="caution">
                {t(onlyUncounted.has(why) ? "putAsideOnly" : "putAside", { count })}{" "}
                {t(`settings:putAside.${why}`)}
              </Notice>
            ))}
          </>
        )}
      </div>
    </Card>
  );
}

/** Half-typed words, each called kept or not kept as it is now: between two looks the disk may have filled up. */
export function HalfTyped({ drafts }: { readonly drafts: readonly string[] }) {
  const { t } = useTranslation("saved");
  const notKept = useApp((state) => state.draftsNotKept);
  const waiting = drafts.filter((key) => notKept.has(key)).length;
  return (
    <>
      {drafts.length > waiting && <p>{t("drafts", { count: drafts.length - waiting })}</p>}
      {waiting > 0 && <Notice tone="caution">{t("draftsNotKept", { count: waiting })}</Notice>}
    </>
  );
}

/** What this device left as late is put aside as well, and told already. */
const putAsideBeside = ({ putAside }: KeptFamily, leftLate: number): KeptFamily["putAside"] =>
  putAside.flatMap((one) => {
    const count = one.why === "outside" ? one.count - leftLate : one.count;
    return count > 0 ? [{ ...one, count }] : [];
  });
