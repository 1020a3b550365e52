import { ArrowLeft, Phone } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useMatch, useNavigate } from "react-router";
import { seenPersistence } from "../app/families.ts";
import { paths } from "../app/paths.ts";
import { useApp } from "../app/useApp.ts";
import type { CaseId } from "../domain/ids.ts";
import { timeOf } from "../i18n/formats.ts";
import { Button, buttonClass } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Notice } from "../ui/Notice.tsx";
import { StatusCorner, type StatusPart } from "../ui/StatusCorner.tsx";
import { TopBar } from "../ui/TopBar.tsx";
import { sendingOf } from "./sending.ts";
import "./Shell.css";

type Props = {
  /** What the page is part of: a family, a visit, the settings. The page says itself what it is. Absent: the app. */
  readonly title?: string;
  readonly children: ReactNode;
  /** Where "back" leads; absent on the list of families. */
  readonly back?: string;
  /** The family whose "Veiligheid" the bar offers; without one it offers the numbers to call. */
  readonly family?: CaseId;
  /** A quiet word beside the title. */
  readonly note?: string;
};

/** The frame of every worker's screen: bar with back, saved state, Veiligheid and Verberg, and the page below. */
export function Shell({ title, back, family, note, children }: Props) {
  const { t } = useTranslation(["common", "lock"]);
  const isPractice = useApp((state) => state.world === "practice");
  return (
    <>
      <TopBar
        title={title ?? t("lock:app")}
        note={
          <span className="row">
            {isPractice && <Chip tone="accent">{t("practice")}</Chip>}
            {note}
          </span>
        }
        back={back !== undefined && <BackLink to={back} />}
        status={<SavedCorner family={family} />}
        safety={
          family ? (
            <ButtonLink to={paths.safety(family)}>{t("safety")}</ButtonLink>
          ) : (
            <ButtonLink to={paths.numbers} variant="quiet" icon={<Phone aria-hidden="true" />}>
              {t("numbers")}
            </ButtonLink>
          )
        }
      />
      <PersistenceAnswer />
      {children}
    </>
  );
}

export function BackLink({ to }: { readonly to: string }) {
  const { t } = useTranslation("common");
  return (
    <Link
      to={to}
      className={`${buttonClass({ variant: "quiet" })} ui-icon-button`}
      aria-label={t("back")}
      title={t("back")}
    >
      <span className="ui-button-icon">
        <ArrowLeft className="mirrored" aria-hidden="true" />
      </span>
    </Link>
  );
}

/** The quiet words about what is kept and what is sent. They lead to the page that says all of it. */
function SavedCorner({ family }: { readonly family: CaseId | undefined }) {
  const { t, i18n } = useTranslation("common");
  const savedAt = useApp((state) => state.savedAt);
  const notSaved = useApp((state) => state.notSaved);
  const exchange = useApp((state) => state.exchange);
  const sharing = useApp((state) => state.sharing);
  const families = useApp((state) => state.families);
  const here = family ? [family] : families?.map(({ id }) => id);
  const isOut = useApp((state) => state.agency?.role === undefined);
  const sending = sendingOf({ exchange, sharing, here, isOut });
  const navigate = useNavigate();
  const kept =
    savedAt === undefined ? t("kept") : t("keptAt", { time: timeOf(i18n.language, new Date(savedAt)) });
  const words = {
    waiting: t("unsent", { count: exchange?.unsent ?? 0 }),
    sent: t("sent"),
    attention: sending.includes("waiting")
      ? t("unsentFails", { count: exchange?.unsent ?? 0 })
      : t("sendingFails"),
  };
  // How much waits and that it does not go is one thing, and the corner has room for two.
  const told = sending.includes("attention") ? (["attention"] as const) : sending;
  const parts: readonly StatusPart[] = notSaved
    ? [{ kind: "attention", text: t("notSaved") }]
    : [{ kind: "kept", text: kept }, ...told.map((kind) => ({ kind, text: words[kind] }))];
  return <StatusCorner parts={parts} onClick={() => void navigate(paths.saved)} />;
}

/** The browser's answer to "may this stay?", shown once after the first family; never where a family may read along. */
function PersistenceAnswer() {
  const { t } = useTranslation("common");
  const isAnswered = useApp((state) => state.persistenceAnswered);
  const persistence = useApp((state) => state.persistence);
  const isInVisit = useMatch("/families/:family/visits/:visit/*") !== null;
  if (!isAnswered || persistence === "unknown" || isInVisit) return null;
  return (
    <div className="shell-answer no-print">
      <Notice
        tone={persistence === "granted" ? "good" : "caution"}
        live="status"
        title={t(`persistence.${persistence}.title`)}
        actions={
          <Button variant="quiet" onClick={seenPersistence}>
            {t("understood")}
          </Button>
        }
      >
        {t(`persistence.${persistence}.text`)}
      </Notice>
    </div>
  );
}
