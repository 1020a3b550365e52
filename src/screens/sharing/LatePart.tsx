import { useTranslation } from "react-i18next";
import { takeInLate } from "../../app/agency/acts.ts";
import type { SharingView } from "../../app/agency/views.ts";
import { Button } from "../../ui/Button.tsx";
import { Section } from "../casefile/Section.tsx";
import { useAct } from "./useAct.ts";
import { WhyNot } from "./WhyNot.tsx";

/** What somebody wrote who may no longer: how much, from whom, and the word that takes it in. */
export function LatePart({ sharing }: { readonly sharing: SharingView }) {
  const { t } = useTranslation("sharing");
  return (
    <Section title={t("late.title")}>
      <p className="prose">{t("late.text")}</p>
      <ul className="case-list">
        {sharing.late.map((one) => (
          <li key={one.device} className="case-item">
            <LateLine sharing={sharing} late={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

type LineProps = { readonly sharing: SharingView; readonly late: SharingView["late"][number] };

function LateLine({ sharing, late }: LineProps) {
  const { t } = useTranslation("sharing");
  const { isPending, why, run } = useAct();
  const name = late.name || t("otherDevice");
  return (
    <>
      <div className="row row-between">
        <bdi className="grow">{t("late.from", { name, count: late.count })}</bdi>
        {sharing.mayWrite && (
          <Button
            aria-label={t("late.takeOne", { name })}
            isPending={isPending}
            onClick={() => void run(() => takeInLate(sharing.case, late.device, late.entries))}
          >
            {isPending ? t("doing") : t("late.take")}
          </Button>
        )}
      </div>
      <WhyNot why={why} />
    </>
  );
}
