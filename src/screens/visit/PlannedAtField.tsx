import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "../../app/useText.ts";
import { planVisit } from "../../commands/visit.ts";
import { visitFields } from "../../domain/visit.ts";
import { ExactField } from "../../ui/ExactField.tsx";
import { refusalKey } from "../casefile/refusal.ts";
import { isLikelyYear } from "../casefile/when.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

/** A typed year passes through 0002, 0020 and 0202: it is kept once it has been still for so long, in milliseconds. */
const stillMillis = 1200;

/** The day and time of a visit. A draft while it is typed; a year that can't be stays in the field with a sentence. */
export function PlannedAtField({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation(["visit", "casefile", "common"]);
  const { caseId, visit, worker, write } = open;
  const field = visitFields.plannedAt;
  const text = useText({
    caseId,
    record: visit.id,
    field,
    voice: worker.id,
    save: async (at, { over, clearsDraft }) =>
      at === "" || isLikelyYear(at)
        ? write(
            planVisit,
            { record: visit.id, values: { [field]: at }, over: { [field]: over } },
            { clearsDraft },
          )
        : { ok: false, refused: "unlikelyYear" },
  });
  const done = useRef(text.onDone);
  done.current = text.onDone;
  const { value } = text;
  useEffect(() => {
    if (value === visit.plannedAt) return undefined;
    const timer = setTimeout(() => done.current(value), stillMillis);
    return () => clearTimeout(timer);
  }, [value, visit.plannedAt]);
  return (
    <ExactField
      kind="datetime-local"
      label={t("visit:prepare.when")}
      error={text.refused === undefined ? undefined : t(refusalKey(text.refused))}
      value={/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00` : value}
      onValue={text.onValue}
    />
  );
}
