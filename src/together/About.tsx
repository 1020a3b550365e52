import { firstLanguage } from "../i18n/languages.ts";
import { type Question, questionText } from "../instrument/questions.ts";
import { rowWords } from "../instrument/RowTitle.tsx";
import type { ToolWords } from "../instrument/words.ts";
import type { TogetherTool } from "./session.ts";
import type { FamilyWords } from "./words.ts";

type Props = {
  readonly tool: TogetherTool;
  readonly question: Question;
  readonly words: ToolWords;
  readonly family: FamilyWords;
};

/** The last of them: what was said long before is no help any more, and pushes the answer away. */
const mostTold = 3;

/** What was told of this moment so far. */
function toldSoFar({ tool: { host }, question, words }: Props): readonly string[] {
  const { rowsIn, item } = question;
  const row = rowsIn && host.rows(rowsIn).find((one) => one.id === question.row);
  const group = host.instrument.groups.find((one) => one.id === rowsIn);
  return row && group ? rowWords({ host, words, group, row }, item?.id) : [];
}

/** What a question that stands by itself would leave open: which source of stress, which goal, which moment. */
export function About(props: Props) {
  const { tool, question, words, family } = props;
  const told = toldSoFar(props);
  if (told.length > 0) {
    return (
      <div className="together-told-so-far">
        <p className="soft">{family.voiced("saidSoFar")}</p>
        {told.slice(-mostTold).map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and their order is all they have
          <p key={at} dir="auto">
            {line}
          </p>
        ))}
      </div>
    );
  }
  const own = tool.host.instrument.about === "goal" ? tool.about[0] : undefined;
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
