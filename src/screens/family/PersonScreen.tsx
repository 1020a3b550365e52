import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { paths } from "../../app/paths.ts";
import { writePerson } from "../../commands/family.ts";
import { removeRecord } from "../../commands/records.ts";
import { isAlive, textAt } from "../../domain/casefile.ts";
import type { RecordId } from "../../domain/ids.ts";
import { isFamily, personFields, personOf } from "../../domain/people.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { useFamily, useWrite } from "../casefile/useFamily.ts";
import { AskDialog } from "./AskDialog.tsx";
import { PersonForm } from "./PersonForm.tsx";
import { PersonHistory } from "./PersonHistory.tsx";
import { PersonSight } from "./PersonSight.tsx";
import { UndoBar, UndoHere } from "./UndoHere.tsx";

/** One person: the first thing written makes a new one, so that nothing typed waits for a button. */
export function PersonScreen() {
  return (
    <UndoHere>
      <OnePerson />
    </UndoHere>
  );
}

function OnePerson() {
  const { t } = useTranslation("casefile");
  const { caseId, file } = useFamily();
  const address = useParams().person ?? "new";
  const navigate = useNavigate();
  const write = useWrite();
  const [isRemoving, setRemoving] = useState(false);
  // A name that is kept as the page is left makes somebody too, but calls nobody back to the page.
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const id = address === "new" ? undefined : (address as RecordId);
  if (id && !isAlive(file, id)) {
    return (
      <Page title={t("people.title")}>
        <EmptyState
          title={t("person.gone")}
          action={<ButtonLink to={paths.people(caseId)}>{t("person.back")}</ButtonLink>}
        />
      </Page>
    );
  }
  const person = id && personOf(file, id);
  const name = id ? textAt(file, id, personFields.name) : "";
  const remove = async (): Promise<void> => {
    if (!id) return;
    await navigate(paths.people(caseId));
    await write(removeRecord, { record: id });
  };
  return (
    <Page
      title={id ? <bdi>{name || t("people.noName")}</bdi> : t("people.add")}
      width="text"
      actions={<ButtonLink to={paths.people(caseId)}>{t("person.back")}</ButtonLink>}
    >
      <PersonForm
        id={id}
        onMade={(record) => {
          if (isHere.current) void navigate(paths.person(caseId, record), { replace: true });
        }}
        write={(values, how) =>
          write(
            writePerson,
            { ...(id ? { record: id } : {}), values, ...(how?.over ? { over: how.over } : {}) },
            how?.clearsDraft ? { clearsDraft: how.clearsDraft } : {},
          )
        }
      />
      {person && (
        <>
          {isFamily(person) && <PersonSight person={person} />}
          <PersonHistory person={person} />
          <div>
            <Button variant="danger" onClick={() => setRemoving(true)}>
              {t("person.remove")}
            </Button>
          </div>
        </>
      )}
      {isRemoving && (
        <AskDialog
          isAlert
          variant="danger"
          title={t("person.removeTitle", { name })}
          yes={t("person.removeYes")}
          onYes={() => void remove()}
          onClose={() => setRemoving(false)}
        >
          <Notice>{t("person.removeText")}</Notice>
        </AskDialog>
      )}
      <UndoBar />
    </Page>
  );
}
