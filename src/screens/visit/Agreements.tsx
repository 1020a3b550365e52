import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isHalfTyped } from "../../app/useHalfTyped.ts";
import { agree } from "../../commands/plan.ts";
import { removeRecord } from "../../commands/records.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import type { Agreement } from "../../domain/plan.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { createdRecord } from "../casefile/created.ts";
import { tonightWords } from "../casefile/tonight.ts";
import { UndoLine } from "../casefile/UndoLine.tsx";
import { AgreementForm } from "./AgreementForm.tsx";
import { agreementsIn, isEmptyAgreement } from "./agreementsIn.ts";
import { useUndoIn } from "./useUndoIn.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

/** The agreements of this visit, each folded to a line, and a new one. */
export function Agreements({ open: visited }: { readonly open: OpenVisit }) {
  const { t } = useTranslation("visit");
  const { open, undo } = useUndoIn(visited);
  const { caseId, file, visit, write } = open;
  const agreements = agreementsIn(file, visit.id);
  // One that was half-typed when the screen locked is open again.
  const [opened, setOpened] = useState(() => agreements.find(({ id }) => isHalfTyped(caseId, id))?.id);
  const spare = agreements.find(isEmptyAgreement);
  const add = async (): Promise<void> => {
    // One that was opened and left empty is taken up again.
    if (spare) return setOpened(spare.id);
    const made = createdRecord(await write(agree, { values: {} }), "agreement");
    if (made) setOpened(made);
  };
  return (
    <div className="stack">
      {agreements.map((one) => (
        <Disclosure
          key={one.id}
          title={<AgreementLine file={file} agreement={one} />}
          isOpen={opened === one.id}
          onToggle={(isOpen) => setOpened(isOpen ? one.id : undefined)}
        >
          <AgreementForm open={open} id={one.id} />
          <div className="visit-under">
            <Button variant="quiet" onClick={() => void write(removeRecord, { record: one.id })}>
              {t("agreement.remove")}
            </Button>
          </div>
        </Disclosure>
      ))}
      <div>
        <Button
          variant={agreements.length === 0 ? "main" : "plain"}
          icon={<Plus aria-hidden="true" />}
          onClick={() => void add()}
        >
          {t("agreement.add")}
        </Button>
      </div>
      <UndoLine undo={undo} file={file} />
    </div>
  );
}

function AgreementLine({ file, agreement }: { readonly file: CaseFile; readonly agreement: Agreement }) {
  const { t } = useTranslation("visit");
  const { t: tonightT, i18n } = useTranslation("casefile");
  const { who, what, when, tonight, safety, versions } = agreement;
  return (
    <span className="visit-line">
      <bdi className="strong">{what || t("agreement.noWords")}</bdi>
      <bdi className="soft">{[who, when].filter(Boolean).join(" · ")}</bdi>
      {(tonight || safety || versions > 1) && (
        <span className="row">
          {tonight && (
            <Chip tone="accent">
              {tonightWords(file, agreement, { t: tonightT, language: i18n.language, now: new Date() })}
            </Chip>
          )}
          {safety && <Chip>{t("agreement.safetyShort")}</Chip>}
          {versions > 1 && <Chip tone="caution">{t("versions", { count: versions })}</Chip>}
        </span>
      )}
    </span>
  );
}
