import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Instrument } from "../../domain/instrument.ts";
import { Page } from "../../ui/Page.tsx";
import { GlossaryList } from "../settings/GlossaryList.tsx";
import { ScopeStatement } from "../start/ScopeStatement.tsx";

/** Tools that are read and ask nothing, by their ids. */
const texts: { readonly [tool: string]: () => ReactNode } = {
  glossary: GlossaryList,
  "scope-statement": ScopeStatement,
};

export const isRead = (tool: string): boolean => Object.hasOwn(texts, tool);

/** What the method is for, and what its words mean. */
export function ReadTool({ instrument: { id } }: { readonly instrument: Instrument }) {
  const { t } = useTranslation("instruments");
  const Text = texts[id];
  return (
    <Page title={t(`${id}.title`)} lead={t(`${id}.purpose`)} width="text">
      {Text && <Text />}
    </Page>
  );
}
