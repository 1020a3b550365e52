import { useTranslation } from "react-i18next";
import { Notice } from "../../ui/Notice.tsx";

/** Why something that was said to the agency did not count. */
export function WhyNot({ why }: { readonly why: string | undefined }) {
  const { t } = useTranslation("sharing");
  if (why === undefined) return null;
  return (
    <Notice tone="caution" live="alert">
      {t(`problems.${why}`)}
    </Notice>
  );
}
