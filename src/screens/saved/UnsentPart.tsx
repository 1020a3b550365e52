import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { type UnsentFamily, unsentFamily } from "../../app/saved.ts";
import { useApp } from "../../app/useApp.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import type { CaseId } from "../../domain/ids.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { UnsentLine } from "./UnsentLine.tsx";

/** How many are shown at first, and how many more at each tap. */
const first = 6;
const step = 20;

/** What of one family no relay has: each item, since when, by whom, and why where it was not taken. */
export function UnsentPart({ caseId }: { readonly caseId: CaseId }) {
  const unsent = useApp((state) => state.exchange?.unsent);
  const heardAt = useApp((state) => state.exchange?.heardAt);
  const [count, setCount] = useState(first);
  const [found, setFound] = useState<UnsentFamily>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is unsent and when was heard say when to read anew
  useEffect(() => {
    let isGone = false;
    // A lock in the midst of reading takes the keys away: the page goes then too.
    unsentFamily(caseId, count).then(
      (one) => !isGone && setFound(one),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [caseId, count, unsent, heardAt]);
  return found ? <UnsentRows {...found} caseId={caseId} onMore={() => setCount(count + step)} /> : null;
}

type RowsProps = UnsentFamily & { readonly caseId: CaseId; readonly onMore: () => void };

export function UnsentRows({ caseId, file, total, rows, onMore }: RowsProps) {
  const { t } = useTranslation("saved");
  if (rows.length === 0) return <p>{t("unsent.none")}</p>;
  const held = rows.filter(({ why }) => why !== undefined);
  const waiting = rows.filter(({ why }) => why === undefined);
  const shown = rows.filter(({ why }) => why !== "late").length;
  return (
    <div className="stack stack-s">
      <p className="strong">{total > 0 ? t("unsent.title", { count: total }) : t("unsent.none")}</p>
      {held.length > 0 && <Lines title={t("unsent.held")} file={file} rows={held} />}
      {held.some(({ why }) => why !== "fork" && why !== "late") && (
        <>
          <p>{t("unsent.exportText")}</p>
          <div>
            <ButtonLink to={`${paths.setting("export")}?family=${caseId}`}>{t("unsent.export")}</ButtonLink>
          </div>
        </>
      )}
      {waiting.length > 0 && (
        <Lines title={held.length > 0 ? t("unsent.waiting") : undefined} file={file} rows={waiting} />
      )}
      {total > shown && (
        <div>
          <Button variant="quiet" onClick={onMore}>
            {t("unsent.more")}
          </Button>
        </div>
      )}
    </div>
  );
}

type LinesProps = {
  readonly title: string | undefined;
  readonly file: CaseFile;
  readonly rows: UnsentFamily["rows"];
};

function Lines({ title, file, rows }: LinesProps) {
  return (
    <>
      {title && <h3>{title}</h3>}
      <ul className="saved-lines">
        {rows.map((row) => (
          <UnsentLine key={row.id} file={file} row={row} />
        ))}
      </ul>
    </>
  );
}
