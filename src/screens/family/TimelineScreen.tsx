import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { RecordId } from "../../domain/ids.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { useFamily } from "../casefile/useFamily.ts";
import { momentWords } from "../casefile/when.ts";
import { TimelineBlock } from "./TimelineBlock.tsx";
import { TimelineFilters } from "./TimelineFilters.tsx";
import { byDay, doubtfulTimes, type Filter, inBlocks, kinds, passes } from "./timeline.ts";
import { useHistory } from "./useHistory.ts";

const pageLength = 40;

/** Everything that was recorded: who, in whose words, how, when, and what it replaced. Nothing is ever taken out. */
export function TimelineScreen() {
  const { t, i18n } = useTranslation("casefile");
  const { caseId, file } = useFamily();
  const { entries, isWhole, isBroken } = useHistory(caseId, file.folded);
  const [search, setSearch] = useSearchParams();
  const [shown, setShown] = useState(pageLength);
  const filter: Filter = {
    person: search.get("person") as RecordId | null,
    visit: search.get("visit") as RecordId | null,
    kind: kinds.find((one) => one === search.get("kind")) ?? null,
  };
  const known = useMemo(() => new Map(entries.map((entry) => [entry.id, entry])), [entries]);
  const doubtful = useMemo(() => doubtfulTimes(entries, Date.now()), [entries]);
  const found = entries.filter((entry) => passes(file, entry, filter));
  const days = byDay(file, found);
  const now = new Date();
  const near = { today: t("today"), tomorrow: t("tomorrow"), yesterday: t("yesterday") };
  let left = shown;
  const pick = (name: keyof Filter, value: string | null): void => {
    const next = new URLSearchParams(search);
    if (value === null) next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
    setShown(pageLength);
  };
  return (
    <Page title={t("timeline.title")} lead={t("timeline.lead")}>
      <TimelineFilters filter={filter} onPick={pick} />
      {isBroken && <Notice tone="caution">{t("timeline.broken")}</Notice>}
      {!isWhole && !isBroken && (
        <output className="soft" aria-live="polite">
          {t("timeline.loading")}
        </output>
      )}
      {isWhole && found.length === 0 && <EmptyState title={t("timeline.none")} />}
      {days.map(({ day, at, entries: here }) => {
        const visible = here.slice(0, Math.max(0, left));
        left -= here.length;
        if (visible.length === 0) return null;
        return (
          <section key={day} className="case-day" aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`}>{momentWords(i18n.language, day, now, near) || day}</h2>
            <ul className="case-list">
              {inBlocks(visible).map((block) => (
                <TimelineBlock
                  key={block.id}
                  entries={block.entries}
                  day={at}
                  known={known}
                  isDoubtful={block.entries.some((entry) => doubtful.has(entry.id))}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {found.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + pageLength)}>{t("timeline.more")}</Button>
        </div>
      )}
    </Page>
  );
}
