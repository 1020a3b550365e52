import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import { mayStartChildTalk } from "../../domain/childTalk.ts";
import { isGuarded, offersFor } from "../../domain/handing.ts";
import type { CaseId, RecordId } from "../../domain/ids.ts";
import { isFamily, type Person, peopleOf } from "../../domain/people.ts";
import { isReviewed, languages } from "../../i18n/languages.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Ticks } from "../../ui/Ticks.tsx";
import { type Chosen, toolsFor } from "./chosen.ts";
import { EarshotField } from "./EarshotField.tsx";
import { useOfferWords } from "./offerWords.ts";

type Props = {
  readonly caseId: CaseId;
  readonly visit: RecordId;
  readonly file: CaseFile;
  readonly person: Person;
  readonly chosen: Chosen;
  readonly isFirst: boolean;
  readonly onChange: (chosen: Chosen) => void;
};

/** A child's tools may be talks: is somebody there for the child afterwards? */
const talks: ReadonlySet<string> = new Set(["child-conversation-frame", "child-conversation-steps"]);

export const needsAftercare = (
  file: CaseFile,
  visit: RecordId,
  person: Person,
  offers: readonly string[],
): boolean =>
  person.voice === "child" &&
  offers.some((id) => talks.has(id)) &&
  !mayStartChildTalk(file, person.id, visit);

/** Language, earshot and tools for one person. */
export function PersonPart({ caseId, visit, file, person, chosen, isFirst, onChange }: Props) {
  const { t } = useTranslation(["handover", "rules"]);
  const nameOffer = useOfferWords(file);
  const others = peopleOf(file).filter((one) => isFamily(one) && one.id !== person.id);
  const guarded = isGuarded(person, peopleOf(file), chosen.earshot);
  const offers = offersFor(file, person, guarded);
  const { name } = person;
  return (
    <section className="stack ui-section" aria-labelledby={`for-${person.id}`}>
      <h2 id={`for-${person.id}`}>{name}</h2>
      <Choice
        label={t("handover:language", { name })}
        layout="row"
        options={languages.map((one) => ({ value: one.code, label: one.name, lang: one.code }))}
        value={chosen.language}
        onPick={(language) => onChange({ ...chosen, language })}
      />
      {!isReviewed(chosen.language) && <p className="soft small">{t("handover:unreviewed")}</p>}
      <EarshotField
        people={others}
        value={chosen.earshot}
        onPick={(earshot) => onChange({ ...chosen, earshot })}
      />
      {guarded && <Notice title={t("handover:guarded.title")}>{t("handover:guarded.text")}</Notice>}
      {offers.length === 0 ? (
        <p>{t("handover:noTools")}</p>
      ) : (
        <Ticks
          label={t("handover:toolsFor", { name })}
          description={isFirst ? t("handover:firstVisit") : undefined}
          layout="grid"
          options={offers.map((offer) => ({ value: offer.id, label: nameOffer(offer) }))}
          values={chosen.offers}
          onTick={(id, isTicked) =>
            onChange({
              ...chosen,
              offers: isTicked ? [...chosen.offers, id] : chosen.offers.filter((one) => one !== id),
            })
          }
        />
      )}
      {offers.length > 0 && toolsFor(file, chosen).length === 0 && (
        <p role="status">{t("handover:nothingChosen", { name })}</p>
      )}
      {person.voice === "child" && <p className="soft small">{t("handover:trained")}</p>}
      {needsAftercare(file, visit, person, chosen.offers) && (
        <Notice
          tone="caution"
          title={t("handover:aftercare.title", { name })}
          actions={
            <>
              <ButtonLink to={paths.prepare(caseId, visit)}>{t("handover:aftercare.prepare")}</ButtonLink>
              <ButtonLink to={paths.safety(caseId)}>{t("handover:aftercare.began")}</ButtonLink>
            </>
          }
        >
          {t("handover:aftercare.text")}
        </Notice>
      )}
    </section>
  );
}
