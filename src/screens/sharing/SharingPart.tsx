import { useTranslation } from "react-i18next";
import { useApp } from "../../app/useApp.ts";
import type { CaseId } from "../../domain/ids.ts";
import { Section } from "../casefile/Section.tsx";
import { AlonePart } from "./AlonePart.tsx";
import { LatePart } from "./LatePart.tsx";
import { LeftPart } from "./LeftPart.tsx";
import { MembersPart } from "./MembersPart.tsx";
import "./sharing.css";

/** "Wie kan dit lezen?": only where there is an agency. */
export function SharingPart({ caseId }: { readonly caseId: CaseId }) {
  const { t } = useTranslation("sharing");
  const agency = useApp((state) => state.agency);
  const sharing = useApp((state) => state.sharing.get(caseId));
  if (!agency) return null;
  if (!sharing) {
    return (
      <Section title={t("title")}>
        <AlonePart caseId={caseId} mayShare={agency.role !== undefined} />
      </Section>
    );
  }
  const isIn = sharing.members.some(({ isSelf }) => isSelf);
  return (
    <>
      <Section title={t("title")}>
        {!isIn && <LeftPart caseId={caseId} />}
        <MembersPart sharing={sharing} agency={agency} />
      </Section>
      {sharing.late.length > 0 && <LatePart sharing={sharing} />}
    </>
  );
}
