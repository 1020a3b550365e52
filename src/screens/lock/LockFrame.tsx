import { Phone } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Page } from "../../ui/Page.tsx";
import { TopBar } from "../../ui/TopBar.tsx";

type Props = {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly before?: ReactNode;
  readonly width?: "text" | "wide";
  readonly children: ReactNode;
};

/** The bar and page of whatever stands before the work: no name, no saved corner, the numbers one tap away. */
export function LockFrame({ title, lead, before, width = "text", children }: Props) {
  const { t } = useTranslation("lock");
  const isPractice = useApp((state) => state.world === "practice");
  // Steps follow each other here without another address: each is read from its top.
  useEffect(() => {
    window.scrollTo(0, 0);
    if (document.activeElement?.matches("main :is(input, textarea)")) return;
    document.getElementById("page-title")?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <TopBar
        title={t("app")}
        note={isPractice && <Chip tone="accent">{t("practice")}</Chip>}
        safety={
          <ButtonLink
            to={paths.numbers}
            variant="quiet"
            icon={<Phone aria-hidden="true" />}
            label={t("numbers")}
          >
            {t("numbers")}
          </ButtonLink>
        }
      />
      <Page title={title} lead={lead} before={before} width={width}>
        {children}
      </Page>
    </>
  );
}
