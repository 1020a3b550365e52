import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Said, takeInLate } from "../../app/agency/acts.ts";
import { type Late, readLate } from "../../app/agency/late.ts";
import type { SharingView } from "../../app/agency/views.ts";
import type { CaseId } from "../../domain/ids.ts";
import { Button } from "../../ui/Button.tsx";
import { Section } from "../casefile/Section.tsx";
import { EntryWords } from "../saved/EntryWords.tsx";
import { UnsentLine } from "../saved/UnsentLine.tsx";
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

/** Its words are fetched when they are asked for, and let go of with the page. */
function useLate(caseId: CaseId, { device, entries }: LineProps["late"]) {
  const { isPending, why, run } = useAct();
  const [shown, setShown] = useState<{ readonly read: Late; readonly upTo: number }>();
  const fetch = async (): Promise<Said> => {
    const found = await readLate(caseId, device);
    if (found.ok) setShown({ read: found.late, upTo: entries });
    return found;
  };
  return {
    read: shown?.read,
    /** What comes after it was read is not taken in with it. */
    upTo: shown?.upTo,
    isPending,
    why,
    toggle: () => void (shown ? setShown(undefined) : run(fetch)),
  };
}

/** What it says, before anybody says whether it is to count. */
function LateWords({ read: { file, entries }, count }: { readonly read: Late; readonly count: number }) {
  const { t } = useTranslation("sharing");
  const closed = Math.max(0, count - entries.length);
  return (
    <>
      {closed > 0 && <p className="soft">{t("late.closed", { count: closed })}</p>}
      <ul className="saved-lines">
        {entries.map((entry) => (
          <UnsentLine key={entry.id} file={file} row={{ id: entry.id, why: undefined, entry }}>
            <EntryWords file={file} entry={entry} />
          </UnsentLine>
        ))}
      </ul>
    </>
  );
}

type LineProps = { readonly sharing: SharingView; readonly late: SharingView["late"][number] };

function LateLine({ sharing, late }: LineProps) {
  const { t } = useTranslation("sharing");
  const { isPending, why, run } = useAct();
  const reading = useLate(sharing.case, late);
  const name = late.name || t("otherDevice");
  return (
    <>
      <div className="row row-between">
        <bdi className="sharing-late-from">{t("late.from", { name, count: late.count })}</bdi>
        {sharing.mayRead && (
          <Button
            aria-expanded={reading.read !== undefined}
            aria-label={t("late.readOne", { name })}
            isPending={reading.isPending}
            onClick={reading.toggle}
          >
            {t(reading.read ? "late.fold" : "late.read")}
          </Button>
        )}
        {sharing.mayWrite && (
          <Button
            aria-label={t("late.takeOne", { name })}
            isPending={isPending}
            onClick={() =>
              void run(() => takeInLate(sharing.case, late.device, reading.upTo ?? late.entries))
            }
          >
            {isPending ? t("doing") : t("late.take")}
          </Button>
        )}
      </div>
      <WhyNot why={why ?? reading.why} />
      {reading.read && <LateWords read={reading.read} count={late.count} />}
    </>
  );
}
