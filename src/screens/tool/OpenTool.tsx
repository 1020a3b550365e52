import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { Finding } from "../../domain/rules/rule.ts";
import { sectionTitle } from "../../instrument/sections.ts";
import { Explained } from "../../instrument/Terms.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { AboutTool } from "./AboutTool.tsx";
import { Findings, isAbout, isNeeded } from "./Findings.tsx";
import type { ToolToOpen } from "./opened.ts";
import { Sections } from "./Sections.tsx";
import { goalAt, voicesFor } from "./subjects.ts";
import { ToolBar } from "./ToolBar.tsx";
import { toolRefusalKey } from "./toolRefusal.ts";
import { findingsIn, toolNamespaces, useOpened } from "./useOpened.ts";
import { VoiceChoice } from "./VoiceChoice.tsx";
import { Warnings } from "./Warnings.tsx";

/** One tool about somebody, in somebody's words: sections, what the rules say, and what was answered before. */
export function OpenTool(props: ToolToOpen) {
  const { file, instrument, about, worker } = props;
  const { t, i18n } = useTranslation(toolNamespaces);
  const [query, setQuery] = useSearchParams();
  const opened = useOpened(props);
  const { person, sections, means, undo } = opened;
  const shown = sections.find((section) => section.id === query.get("section"));
  const voices = voicesFor(file, instrument, about.id);
  // A goal is its own sentence, and a drawing is somebody's and not about them.
  const isNamedAlone = instrument.about === "goal" || i18n.exists(`instruments:${instrument.id}.which`);
  const note = `instruments:${instrument.id}.note`;
  // What is asked of each item of a part, where the items themselves only name something.
  const question = `instruments:${instrument.id}.question`;
  const findings = findingsIn(opened);
  const isElsewhere = (finding: Finding): boolean => sections.some((section) => isAbout(section, finding));
  // Above a tool as a whole stands what is about none of its parts, and all that "alles is klaar" still needs.
  const general = findings.filter((finding) => !isElsewhere(finding) || isNeeded(finding));
  return (
    <>
      <Page
        title={<Explained text={shown ? sectionTitle(shown, opened.words) : opened.words.title} />}
        lead={about.name && (isNamedAlone ? about.name : t("tools:about.named", { name: about.name }))}
        width={isWide(instrument.id, shown?.id) ? "wide" : "text"}
        actions={<AboutTool instrument={instrument} />}
      >
        <div className="stack tool-body">
          <VoiceChoice
            instrument={instrument}
            part={shown}
            worker={worker}
            voices={voices}
            person={person?.id}
            means={means}
            isForEach={instrument.id === "scaling-questions" || shown?.id === "scale-fields"}
            onPick={(change) =>
              setQuery(
                (now) => {
                  for (const [key, value] of Object.entries(change)) now.set(key, value);
                  return now;
                },
                { replace: true },
              )
            }
          />
          {undo.refused && (
            <Notice tone="caution" live="alert">
              {t(toolRefusalKey(i18n, undo.refused))}
            </Notice>
          )}
          {i18n.exists(note) && (
            <Notice>
              <p>
                <Explained text={t(note)} />
              </p>
            </Notice>
          )}
          {!shown && (
            <Findings tool={instrument.id} findings={general} goalAt={(record) => goalAt(file, record)} />
          )}
          {shown && i18n.exists(question) && <p className="strong">{t(question)}</p>}
          <Sections opened={opened} shown={shown} findings={findings} />
          <Warnings instrument={instrument} />
        </div>
      </Page>
      <ToolBar opened={opened} shown={shown} />
    </>
  );
}

/** A board and a thermometer beside its card want the whole width; lists read better in a column. */
const isWide = (tool: string, section: string | undefined): boolean =>
  tool === "thermometer" || section === "map";
