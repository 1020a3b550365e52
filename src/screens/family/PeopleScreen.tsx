import { Plus } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { useApp } from "../../app/useApp.ts";
import { textAt } from "../../domain/casefile.ts";
import { casePersons } from "../../domain/instruments/casePersons.ts";
import { type Person, peopleOf } from "../../domain/people.ts";
import { findingsOf } from "../../domain/rules/list.ts";
import { languageOf } from "../../i18n/languages.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { CardButton } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../casefile/Section.tsx";
import { useFamily } from "../casefile/useFamily.ts";
import { useSpeaking } from "../casefile/useSpeaking.ts";
import { calendarDay } from "../casefile/when.ts";
import { circleOf, circles } from "./circles.ts";
import { PeopleCircle } from "./PeopleCircle.tsx";
import { ageWords, otherRoleField } from "./personWords.ts";

/** Loaded only where there is an agency: the exchange comes with it. */
const SharingPart = lazy(async () => ({
  default: (await import("../sharing/SharingPart.tsx")).SharingPart,
}));

const OfferToMe = lazy(async () => ({ default: (await import("../sharing/OfferToMe.tsx")).OfferToMe }));

/** Who belongs to the family and who stands around it: a picture, and the same as a list. */
export function PeopleScreen() {
  const { t } = useTranslation(["casefile", "rules"]);
  const { caseId, file } = useFamily();
  const people = peopleOf(file);
  const isInAgency = useApp((state) => state.agency !== undefined);
  const asked = useApp((state) => state.sharing.get(caseId));
  // Where what one writes reaches nobody, nothing asks for more of it.
  const mayWrite = asked?.mayWrite ?? true;
  const add = mayWrite && (
    <ButtonLink variant="main" icon={<Plus aria-hidden="true" />} to={paths.person(caseId, "new")}>
      {t("casefile:people.add")}
    </ButtonLink>
  );
  const found = findingsOf({ file, instrument: casePersons, today: calendarDay(new Date()) }).filter(
    ({ rule, level }) => rule !== "R-age-and-development" && (level === "warn" || level === "hint"),
  );
  return (
    <Page title={t("casefile:people.title")} actions={people.length > 0 ? add : undefined}>
      {asked && asked.offers.length > 0 && (
        <Suspense>
          <OfferToMe sharing={asked} isHere />
        </Suspense>
      )}
      {people.length === 0 && (
        <EmptyState title={t("casefile:people.none")} action={add}>
          {mayWrite && <p>{t("casefile:people.noneText")}</p>}
        </EmptyState>
      )}
      <div className="case-people">
        {people.length > 1 && <PeopleCircle people={people} />}
        <PeopleLists people={people} />
      </div>
      {people.length > 0 && found.map(({ rule }) => <Notice key={rule}>{t(`rules:${rule}`)}</Notice>)}
      {isInAgency && (
        <Suspense>
          <SharingPart caseId={caseId} />
        </Suspense>
      )}
    </Page>
  );
}

function PeopleLists({ people }: { people: readonly Person[] }) {
  const { t } = useTranslation("casefile");
  return (
    <div className="stack stack-l">
      {circles.map((circle) => {
        const here = people.filter((person) => circleOf(person) === circle);
        if (here.length === 0) return null;
        return (
          <Section key={circle} title={t(`people.circle.${circle}`)}>
            <div className="cards">
              {here.map((person) => (
                <PersonCard key={person.id} person={person} />
              ))}
            </div>
          </Section>
        );
      })}
    </div>
  );
}

function PersonCard({ person }: { person: Person }) {
  const { t } = useTranslation(["casefile", "instruments"]);
  const { caseId, file } = useFamily();
  const { say } = useSpeaking(file);
  const roles = [
    ...person.roles.map((role) => t(`instruments:case-persons.items.${role}`)),
    textAt(file, person.id, otherRoleField),
  ].filter(Boolean);
  const age = ageWords(person.birth, new Date(), say);
  return (
    <CardButton
      level={3}
      title={person.name || t("casefile:people.noName")}
      to={paths.person(caseId, person.id)}
      text={roles.length > 0 ? <bdi>{roles.join(" · ")}</bdi> : t("casefile:people.noRole")}
      chips={
        <>
          {age && <Chip>{age}</Chip>}
          {person.language !== "nl" && <Chip>{languageOf(person.language)?.name ?? person.language}</Chip>}
          {person.secretAddress && <Chip tone="caution">{t("casefile:person.secretChip")}</Chip>}
        </>
      }
    />
  );
}
