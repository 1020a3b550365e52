import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { textAt } from "../../domain/casefile.ts";
import { visitFields } from "../../domain/visit.ts";
import { TaskList } from "../../ui/TaskList.tsx";
import { Section } from "../casefile/Section.tsx";
import { ownWordsOf, voicesIn } from "./ownWords.ts";
import type { OpenVisit } from "./VisitFrame.tsx";

/** Everybody who said something may hear it back. */
export function OwnWordsList({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation("visit");
  const [, setQuery] = useSearchParams();
  const { file, visit } = open;
  const people = voicesIn(file, visit.id);
  return (
    <Section title={t("ownWords.title")}>
      <p className="soft prose">{t(people.length > 0 ? "ownWords.text" : "ownWords.none")}</p>
      {people.length > 0 && (
        <TaskList
          label={t("ownWords.title")}
          tasks={people.map(({ id, name }) => {
            const verdict = textAt(file, visit.id, visitFields.ownWords(id));
            return {
              id,
              title: name,
              note: t("ownWords.count", { count: ownWordsOf(file, visit.id, id).length }),
              ...(verdict ? { state: { label: t(`ownWords.state.${verdict}`) } } : {}),
              onClick: () => setQuery({ words: id }),
            };
          })}
        />
      )}
    </Section>
  );
}
