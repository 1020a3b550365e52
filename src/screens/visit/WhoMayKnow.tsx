import { useTranslation } from "react-i18next";
import { existsField } from "../../domain/casefile.ts";
import type { Person } from "../../domain/people.ts";
import { listOf } from "../../i18n/formats.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { placeWords } from "../casefile/placeWords.ts";
import { Section } from "../casefile/Section.tsx";
import { useSpeaking } from "../casefile/useSpeaking.ts";
import { voicesIn } from "./ownWords.ts";
import type { OpenVisit } from "./VisitFrame.tsx";
import { whoKnows } from "./whoKnows.ts";

/** "Wie mag dit weten?": per person, as they said it themselves. Folded, since the tablet may lie open. */
export function WhoMayKnow({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation("visit");
  const people = voicesIn(open.file, open.visit.id);
  if (people.length === 0) return null;
  return (
    <Section title={t("mayKnow.title")}>
      <p className="soft prose">{t("mayKnow.text")}</p>
      {people.map((person) => (
        <Disclosure key={person.id} title={<bdi>{person.name}</bdi>}>
          <Records open={open} person={person} />
        </Disclosure>
      ))}
    </Section>
  );
}

function Records({ open, person }: { readonly open: OpenVisit; readonly person: Person }) {
  const { t, i18n } = useTranslation("visit");
  const { file, visit } = open;
  const speaking = useSpeaking(file);
  const names = (people: readonly Person[]) =>
    listOf(
      i18n.language,
      people.map(({ name }) => name),
    );
  return (
    <ul className="visit-lines">
      {whoKnows(file, visit.id, person.id).map(({ record, may, mayNot, byName }) => (
        <li key={record} className="visit-line">
          <bdi>{placeWords(file, record, existsField, speaking.say).of}</bdi>
          <span className="soft">
            {may.length > 0 && t("mayKnow.may", { names: names(may) })}
            {may.length === 0 && byName === "" && t("mayKnow.workers")}
            {byName !== "" && ` ${t("mayKnow.byName", { name: byName })}`}
            {mayNot.length > 0 && ` ${t("mayKnow.mayNot", { names: names(mayNot) })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
