import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { paths } from "../../app/paths.ts";
import { useCaseFile } from "../../app/useCase.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import { isFirstVisit, offersFor, suggestedFor } from "../../domain/handing.ts";
import type { CaseId, RecordId } from "../../domain/ids.ts";
import { isFamily, type Person, peopleOf } from "../../domain/people.ts";
import { toolsOf, visitOf } from "../../domain/visit.ts";
import { listOf } from "../../i18n/formats.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { Ticks } from "../../ui/Ticks.tsx";
import { Shell } from "../Shell.tsx";
import { type Chosen, toolsFor } from "./chosen.ts";
import { GoOn } from "./GoOn.tsx";
import { needsAftercare, PersonPart } from "./PersonPart.tsx";
import { useHandOver } from "./useHandOver.ts";

/** What lies ready for a person who is chosen: their language, and the tools that were laid out for this visit. */
function readyFor(file: CaseFile, visit: RecordId, person: Person): Chosen {
  const offers = offersFor(file, person, false);
  return {
    person: person.id,
    language: person.language,
    earshot: undefined,
    offers: suggestedFor(offers, toolsOf(file, visit), isFirstVisit(file, visit)),
  };
}

/** "Geef de tablet aan…": who, in which language, who can listen along, and what is laid before them. */
export function HandoverScreen() {
  const { t } = useTranslation("visit");
  const { family, visit } = useParams() as { family: CaseId; visit: RecordId };
  const file = useCaseFile(family);
  return (
    <Shell title={t("title")} back={paths.table(family, visit)} family={family}>
      {file && <HandoverPage caseId={family} visit={visit} file={file} />}
    </Shell>
  );
}

type PageProps = { readonly caseId: CaseId; readonly visit: RecordId; readonly file: CaseFile };

function HandoverPage({ caseId, visit, file }: PageProps) {
  const { t, i18n } = useTranslation("handover");
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [isFailed, setFailed] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const give = useHandOver(caseId, visit, file);
  const people = peopleOf(file).filter(isFamily);
  const personOf = (id: RecordId): Person | undefined => people.find((one) => one.id === id);
  const names = chosen.flatMap(({ person }) => personOf(person)?.name ?? []);
  const isReady =
    chosen.length > 0 &&
    chosen.every((one) => {
      const person = personOf(one.person);
      return person && toolsFor(file, one).length > 0 && !needsAftercare(file, visit, person, one.offers);
    });
  const start = async (): Promise<void> => {
    setBusy(true);
    setFailed(false);
    await give(chosen).catch(() => setFailed(true));
    setBusy(false);
  };
  if (people.length === 0) {
    return (
      <Page title={t("title")}>
        <EmptyState
          title={t("nobody.title")}
          action={<ButtonLink to={paths.people(caseId)}>{t("nobody.action")}</ButtonLink>}
        >
          {t("nobody.text")}
        </EmptyState>
      </Page>
    );
  }
  const change = (next: Chosen): void =>
    setChosen(chosen.map((one) => (one.person === next.person ? next : one)));
  return (
    <>
      <Page title={t("title")} width="text" lead={t("pinNote")}>
        <div className="stack stack-l">
          <GoOn file={file} visit={visitOf(file, visit)} />
          <Ticks
            label={t("who")}
            description={t("whoHelp")}
            layout="grid"
            options={people.map((person) => ({ value: person.id, label: person.name }))}
            values={chosen.map((one) => one.person)}
            onTick={(id, isTicked) => {
              const person = personOf(id);
              const rest = chosen.filter((one) => one.person !== id);
              setChosen(isTicked && person ? [...rest, readyFor(file, visit, person)] : rest);
            }}
          />
          {chosen.map((one) => {
            const person = personOf(one.person);
            const isFirst = isFirstVisit(file, visit);
            return (
              person && (
                <PersonPart
                  key={one.person}
                  {...{ caseId, visit, file, person, isFirst }}
                  chosen={one}
                  onChange={change}
                />
              )
            );
          })}
          {isFailed && (
            <Notice tone="danger" live="alert">
              {t("failed")}
            </Notice>
          )}
        </div>
      </Page>
      <BottomBar start={<ButtonLink to={paths.table(caseId, visit)}>{t("back")}</ButtonLink>}>
        <Button variant="main" disabled={!isReady} isPending={isBusy} onClick={() => void start()}>
          {names.length === 0 ? t("title") : t("give", { name: listOf(i18n.language, names) })}
        </Button>
      </BottomBar>
    </>
  );
}
