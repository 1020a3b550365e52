import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { type UnsentFamily, unsentFamily } from "../../app/saved.ts";
import { useApp } from "../../app/useApp.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import type { CaseId } from "../../domain/ids.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { LateLines, OthersLate } from "./LateLines.tsx";
import { UnsentLine } from "./UnsentLine.tsx";

/** How many are shown at first, and how many more at each tap. */
const first = 6;
const step = 20;

/** What of one family is not with everybody who works there: each item, since when, by whom, and why where that is known. */
export function UnsentPart({ caseId }: { readonly caseId: CaseId }) {
  const unsent = useApp((state) => state.exchange?.unsent);
  const heardAt = useApp((state) => state.exchange?.heardAt);
  const leftLate = useApp((state) => state.sharing.get(caseId)?.leftLate);
  const [count, setCount] = useState(first);
  const [found, setFound] = useState<UnsentFamily>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is unsent, what is late and when was heard say when to read anew
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
  }, [caseId, count, unsent, leftLate, heardAt]);
  return found ? <UnsentRows {...found} caseId={caseId} onMore={() => setCount(count + step)} /> : null;
}

type RowsProps = UnsentFamily & { readonly caseId: CaseId; readonly onMore: () => void };

export function UnsentRows({ caseId, file, total, late, rows, onMore }: RowsProps) {
  const { t } = useTranslation("saved");
  const left = rows.filter(({ why }) => why === "late");
  const held = rows.filter(({ why }) => why !== undefined && why !== "late");
  const waiting = rows.filter(({ why }) => why === undefined);
  // What lies apart with the relay is in nobody's case file: where there is any, not all is called sent.
  const isAllSent = total === 0 && late === 0;
  return (
    <div className="stack stack-s">
      {total > 0 && <p className="strong">{t("unsent.title", { count: total })}</p>}
      {isAllSent && <p>{t("unsent.none")}</p>}
      {held.length > 0 && <Lines title={t("unsent.held")} file={file} rows={held} />}
      {held.some(({ why }) => why !== "fork") && (
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
      {left.length > 0 && <LateLines file={file} rows={left} />}
      <OthersLate file={file} />
      {total + late > rows.length && (
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
