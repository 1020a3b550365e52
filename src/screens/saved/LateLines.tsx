import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import type { UnsentFamily } from "../../app/saved.ts";
import { useApp } from "../../app/useApp.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { EntryWords } from "./EntryWords.tsx";
import { UnsentLine } from "./UnsentLine.tsx";

type Props = { readonly file: CaseFile; readonly rows: UnsentFamily["rows"] };

/** What this device left as late: it shows nowhere else on it, so here it is said with all its words, and what comes of it. */
export function LateLines({ file, rows }: Props) {
  const { t } = useTranslation(["saved", "sharing"]);
  const mayWrite = useApp((state) => state.sharing.get(file.case)?.mayWrite ?? false);
  return (
    <>
      <h3>{t("sharing:late.title")}</h3>
      <p>{t(`saved:unsent.late.${mayWrite ? "back" : "left"}`)}</p>
      <ul className="saved-lines">
        {rows.map((row) => (
          <UnsentLine key={row.id} file={file} row={row}>
            <EntryWords file={file} entry={row.entry} />
          </UnsentLine>
        ))}
      </ul>
      {mayWrite && <ToLate file={file} />}
    </>
  );
}

/** What others wrote too late is taken in on a page of its own: the way there. */
export function OthersLate({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation("saved");
  const isThere = useApp((state) => {
    const sharing = state.sharing.get(file.case);
    return sharing?.mayWrite && sharing.leftLate.length === 0 && sharing.late.length > 0;
  });
  if (!isThere) return null;
  return (
    <>
      <p>{t("unsent.late.others")}</p>
      <ToLate file={file} />
    </>
  );
}

function ToLate({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation("saved");
  return (
    <div>
      <ButtonLink to={paths.people(file.case)}>{t("unsent.late.open")}</ButtonLink>
    </div>
  );
}
