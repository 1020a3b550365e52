import { useTranslation } from "react-i18next";
import { glossary } from "../../domain/instruments/glossary.ts";
import { DefinitionList } from "../../ui/DefinitionList.tsx";

/** The words of the method, each with what it means. */
export function GlossaryList() {
  const { t } = useTranslation("instruments");
  const items = glossary.groups.flatMap((group) => group.items);
  return (
    <DefinitionList
      isGlossary
      rows={items.map(({ id }) => ({ term: t(`glossary.terms.${id}`), text: t(`glossary.items.${id}`) }))}
    />
  );
}
