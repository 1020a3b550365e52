import type { i18n } from "i18next";
import { familyT } from "../i18n/setUp.ts";
import { SheetPage } from "../ui/SheetPage.tsx";
import "./instrument.css";

const columns = [
  "moment",
  "irritation-or-emotion",
  "trigger",
  "strength",
  "stoplight-colour",
  "what-i-did",
] as const;

const emptyLines = Array.from({ length: 9 }, (_, at) => at);

type Props = { readonly i18n: i18n; readonly language: string; readonly dir?: "ltr" | "rtl" };

/** "Mijn week" on paper: parents have no tablet between two visits. It is typed over later, and then means "paper". */
export function WeekSheet({ i18n, language, dir = "ltr" }: Props) {
  const t = familyT(i18n, language) as unknown as (key: string) => string;
  return (
    <SheetPage title={t("familyTools:irritation-diary.title")} lang={language} dir={dir}>
      <table className="week-sheet">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`familyTools:irritation-diary.sheet.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {emptyLines.map((line) => (
            <tr key={line}>
              {columns.map((column) => (
                <td key={column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </SheetPage>
  );
}
