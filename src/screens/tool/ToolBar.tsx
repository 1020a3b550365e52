import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { markDone } from "../../commands/done.ts";
import { runId } from "../../domain/ids.ts";
import { fields } from "../../domain/instrument.ts";
import { type Section, stateOf } from "../../instrument/sections.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { UndoLine } from "../casefile/UndoLine.tsx";
import type { Opened } from "./opened.ts";
import { isInOnePiece, listed } from "./parts.ts";

/** Taking back, "klaar", and on to the next part: where the thumbs are. */
export function ToolBar({ opened, shown }: { readonly opened: Opened; readonly shown: Section | undefined }) {
  const { t } = useTranslation("tools");
  const [, setQuery] = useSearchParams();
  const parts = listed(opened);
  const next = shown && parts[parts.findIndex((one) => one.id === shown.id) + 1];
  const goTo = (section: string | undefined) =>
    setQuery((now) => {
      if (section) now.set("section", section);
      else now.delete("section");
      return now;
    });
  return (
    <BottomBar start={<UndoLine undo={opened.undo} file={opened.file} isRefusalElsewhere />}>
      <DoneButton opened={opened} section={shown} />
      {shown && !isInOnePiece(opened) && (
        <>
          <Button variant={next ? "plain" : "main"} onClick={() => goTo(undefined)}>
            {t("bar.parts")}
          </Button>
          {next && (
            <Button variant="main" onClick={() => goTo(next.id)}>
              {t("bar.next")}
            </Button>
          )}
        </>
      )}
    </BottomBar>
  );
}

/** "Klaar" is the worker's own word, about a section or the whole. Never forced, and taken back with the same tap. */
function DoneButton({ opened, section }: { readonly opened: Opened; readonly section: Section | undefined }) {
  const { t } = useTranslation("tools");
  const { file, instrument, write, worker, person, keyFor, hostFor } = opened;
  const group = section?.groups[0] ?? instrument.groups[0];
  if (!group || (section && stateOf(hostFor(group), section) === "read")) return null;
  const host = hostFor(group);
  const key = section ? host.key : keyFor(group, person?.id ?? worker.id);
  const record = runId(file.case, key);
  const isBegun = file.records.has(record);
  const isDone = file.records.get(record)?.get(fields.done(section && group.id))?.heads[0]?.value === true;
  // In somebody else's words there must be words first.
  if (!isBegun && key.voice !== worker.id) return null;
  const mark = () => {
    const args = { key, instrument, done: !isDone, ...(section ? { group: group.id } : {}) };
    void write(markDone, args, opened.visit ? { visit: opened.visit } : {});
  };
  return (
    <Button aria-pressed={isDone} onClick={mark}>
      {t(
        section
          ? isDone
            ? "bar.sectionIsDone"
            : "bar.sectionDone"
          : isDone
            ? "bar.allIsDone"
            : "bar.allDone",
      )}
    </Button>
  );
}
