import { ArrowLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { paths } from "../../app/paths.ts";
import { firstSettings } from "../../app/profile.ts";
import { useApp } from "../../app/useApp.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Card } from "../../ui/Card.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { TopBar } from "../../ui/TopBar.tsx";
import "./NumbersScreen.css";

/**
 * Whom to call: also before unlocking, and without a network. Only numbers of which the source is known; the on-call
 * colleague is known only while the tablet is open.
 */
export function NumbersScreen() {
  const { t } = useTranslation(["settings", "instruments", "lock"]);
  const navigate = useNavigate();
  const isOpen = useApp((state) => state.phase === "open");
  const { onCall, ownNumbers } = useApp((state) => state.settings) ?? firstSettings;
  const own = [onCall, ...ownNumbers].filter(({ name, number }) => name !== "" || number !== "");
  return (
    <>
      <TopBar
        title={t("lock:app")}
        back={
          <IconButton
            label={t("back")}
            icon={<ArrowLeft className="mirrored" aria-hidden="true" />}
            onClick={() => void (history.length > 1 ? navigate(-1) : navigate(paths.families))}
          />
        }
      />
      <Page title={t("instruments:contact-numbers.title")} width="text">
        <Notice tone="caution">{t("numbers.tap")}</Notice>
        <ul className="numbers">
          <NumberCard name={t("numbers.emergency")} number="112" />
          <NumberCard
            name={t("numbers.veiligThuis")}
            number="0800-2000"
            note={t("instruments:contact-numbers.items.veilig-thuis-website")}
          />
          {own.map(({ name, number }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two numbers may have one name; the place is what differs
            <NumberCard key={index} name={name || t("numbers.own")} number={number} />
          ))}
          <Card as="li">
            <p>{t("instruments:contact-numbers.items.kindertelefoon")}</p>
            <p className="soft">{t(isOpen ? "numbers.kindertelefoon" : "numbers.kindertelefoonLocked")}</p>
          </Card>
        </ul>
        {own.length === 0 && (
          <p className="prose soft">{isOpen ? t("numbers.noOnCall") : t("numbers.lockedNote")}</p>
        )}
        {isOpen && (
          <div className="row">
            <ButtonLink to={paths.setting("own-numbers")}>{t("parts.own-numbers.title")}</ButtonLink>
          </div>
        )}
      </Page>
    </>
  );
}

type CardProps = { readonly name: string; readonly number: string; readonly note?: string };

function NumberCard({ name, number, note }: CardProps) {
  return (
    <Card as="li">
      <p>{name}</p>
      {number && (
        <a className="numbers-call" href={`tel:${number.replace(/[^+\d]/g, "")}`} dir="ltr">
          {number}
        </a>
      )}
      {note && <p className="soft small">{note}</p>}
    </Card>
  );
}
