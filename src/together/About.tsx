import { firstLanguage } from "../i18n/languages.ts";
import { type Question, questionText } from "../instrument/questions.ts";
import { rowWords } from "../instrument/RowTitle.tsx";
import type { ToolWords } from "../instrument/words.ts";
import type { TogetherTool } from "./session.ts";

type Props = { readonly tool: TogetherTool; readonly question: Question; readonly words: ToolWords };

/** The person's own words that a question speaks of: a goal, or what was told of this moment so far. */
function ownWordsIn({ tool, question, words }: Props): string | undefined {
  const { host, about } = tool;
  const { rowsIn, item } = question;
  if (host.instrument.about === "goal") return about[0];
  const row = rowsIn && host.rows(rowsIn).find((one) => one.id === question.row);
  const group = host.instrument.groups.find((one) => one.id === rowsIn);
  if (!row || !group) return undefined;
  return rowWords({ host, words, group, row }, item?.id).join(" · ") || undefined;
}

/** What a question that stands by itself would leave open: which source of stress, which goal, which moment. */
export function About(props: Props) {
  const { question, words } = props;
  const own = ownWordsIn(props);
  const about = own ?? questionText(question, words).about;
  if (about === undefined) return null;
  const second = own === undefined && words.second ? questionText(question, words.second).about : undefined;
  return (
    <p className="together-about" dir={own === undefined ? undefined : "auto"}>
      {about}
      {second !== undefined && (
        <span className="together-second" lang={firstLanguage} dir="ltr">
          {second}
        </span>
      )}
    </p>
  );
}
