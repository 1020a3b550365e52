import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { allowSight } from "../../commands/sight.ts";
import type { Person } from "../../domain/people.ts";
import { Button } from "../../ui/Button.tsx";
import { Section } from "../casefile/Section.tsx";
import { useFamily, useWrite } from "../casefile/useFamily.ts";
import { useSpeaking } from "../casefile/useSpeaking.ts";
import { PermissionDialog } from "./PermissionDialog.tsx";
import { Provenance } from "./Provenance.tsx";
import { type Permission, permissionsOf, type Spoken } from "./permissions.ts";
import { spokenWords } from "./spokenWords.ts";

/** "Wie mag weten wat Noor zei?": each permission that was given or refused, and one that was told to the worker. */
export function PersonSight({ person }: { readonly person: Person }) {
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  const [isAdding, setAdding] = useState(false);
  const spoken = permissionsOf(file, person.id);
  const named = spoken.filter(({ permissions, byName }) => permissions.length > 0 || byName !== "");
  const rest = spoken.length - named.length;
  const name = person.name || t("people.noName");
  return (
    <Section title={t("sight.title", { name })}>
      <p className="soft prose">{t(spoken.length > 0 ? "sight.text" : "sight.nothingSaid", { name })}</p>
      {named.length > 0 && (
        <ul className="case-list">
          {named.map((one) => (
            <SpokenItem key={one.record} person={person} spoken={one} />
          ))}
        </ul>
      )}
      {rest > 0 && <p>{t(named.length > 0 ? "sight.rest" : "sight.all", { count: rest })}</p>}
      {spoken.length > 0 && (
        <div>
          <Button icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
            {t("sight.add")}
          </Button>
        </div>
      )}
      {isAdding && <PermissionDialog person={person} spoken={spoken} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function SpokenItem({ person, spoken }: { readonly person: Person; readonly spoken: Spoken }) {
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  const speaking = useSpeaking(file);
  const write = useWrite();
  // Taking it back is said by the person too: the worker writes what was told.
  const change = ({ person: other, may }: Permission): void =>
    void write(
      allowSight,
      { records: [spoken.record], persons: { [other.id]: !may } },
      { voice: person.id, means: "told" },
    );
  return (
    <li className="case-item">
      <p className="case-item-title" dir="auto">
        {spokenWords(speaking, spoken)}
      </p>
      {spoken.permissions.map((one) => (
        <div key={one.person.id} className="row row-between">
          <span className="stack-s">
            <span>{t(one.may ? "sight.may" : "sight.mayNot", { name: one.person.name })}</span>{" "}
            <Provenance file={file} origin={one.head} />
          </span>
          <Button
            variant="quiet"
            aria-label={t(one.may ? "sight.takeBackFor" : "sight.allowFor", { name: one.person.name })}
            onClick={() => change(one)}
          >
            {t(one.may ? "sight.takeBack" : "sight.allow")}
          </Button>
        </div>
      ))}
      {spoken.byName !== "" && <p>{t("sight.may", { name: spoken.byName })}</p>}
    </li>
  );
}
