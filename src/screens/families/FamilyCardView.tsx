import { useTranslation } from "react-i18next";
import { paths } from "../../app/paths.ts";
import { hasAgency } from "../../app/saved.ts";
import type { ListedFamily } from "../../app/state.ts";
import { useApp } from "../../app/useApp.ts";
import type { FamilyCard } from "../../domain/familyCard.ts";
import type { CaseId } from "../../domain/ids.ts";
import { ageOn } from "../../domain/people.ts";
import { firstLanguage, languageOf } from "../../i18n/languages.ts";
import { CardButton } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import type { Say } from "../casefile/placeWords.ts";
import { calendarDay, momentWords } from "../casefile/when.ts";
import { nextPlanned } from "./findFamilies.ts";

type Props = { readonly family: ListedFamily; readonly now: Date; readonly isPractice: boolean };

/** Who, when, and what is open, in one glance. */
export function FamilyCardView({ family, now, isPractice }: Props) {
  const { t, i18n } = useTranslation("families");
  const { card } = family;
  const next = nextPlanned(family);
  const location = card.planned.find((visit) => visit.id === next?.id)?.location ?? "";
  const near = { today: t("today"), tomorrow: t("tomorrow"), yesterday: t("yesterday") };
  const when = next && momentWords(i18n.language, next.at, now, near);
  return (
    <CardButton
      title={card.name}
      to={paths.family(family.id)}
      tone={isPractice ? "dashed" : "plain"}
      aside={<Attention id={family.id} card={card} isPractice={isPractice} />}
      text={<bdi className="families-who">{who(card, now, (key, values) => t(key, { ...values }))}</bdi>}
      chips={
        <>
          {when && <Chip>{location ? `${when} · ${location}` : when}</Chip>}
          {card.unknownAlarms > 0 && <Chip>{t("unknownAlarms", { count: card.unknownAlarms })}</Chip>}
          {card.agreementsRunning > 0 && <Chip>{t("agreements", { count: card.agreementsRunning })}</Chip>}
          <span className="families-kept">{isPractice ? t("practice.kept") : <Shared id={family.id} />}</span>
        </>
      }
    />
  );
}

/** On this tablet only, or with whom. Nothing while nobody has heard yet. */
function Shared({ id }: { id: CaseId }) {
  const { t } = useTranslation(["families", "sharing"]);
  const isHeard = useApp((state) => state.agency !== undefined);
  const sharing = useApp((state) => state.sharing.get(id));
  if (!sharing) return isHeard || !hasAgency() ? t("families:onlyHereCard") : null;
  const self = sharing.members.find(({ isSelf }) => isSelf);
  if (!self) return null;
  return self.right === "read"
    ? t("sharing:card.read")
    : t("sharing:card.shared", { count: sharing.members.length });
}

type AttentionProps = { id: CaseId; card: FamilyCard; isPractice: boolean };

function Attention({ id, card, isPractice }: AttentionProps) {
  const { t } = useTranslation(["families", "sharing"]);
  const sharing = useApp((state) => state.sharing.get(id));
  const others = card.versions - card.safetyVersions;
  return (
    <span className="families-attention">
      {card.openDecision && <Chip tone="caution">{t("openDecision")}</Chip>}
      {card.safetyVersions > 0 && (
        <Chip tone="caution">{t("safetyVersions", { count: card.safetyVersions })}</Chip>
      )}
      {others > 0 && <Chip tone="accent">{t("versions", { count: others })}</Chip>}
      {sharing && sharing.late.length > 0 && <Chip tone="accent">{t("sharing:late.chip")}</Chip>}
      {sharing && !sharing.members.some(({ isSelf }) => isSelf) && <Chip>{t("sharing:left.chip")}</Chip>}
      {isPractice && <Chip>{t("practice.chip")}</Chip>}
    </span>
  );
}

/** "Noor (7), Sem (3) · Elif, Bram · Türkçe". */
function who(card: FamilyCard, now: Date, say: Say): string {
  const children = card.children.map(({ name, birth }) => {
    const age = ageOn(birth, calendarDay(now));
    if (!age) return name;
    return `${name} (${age.exact ? age.years : say("families:about", { years: age.years })})`;
  });
  const languages = card.languages
    .filter((code) => code !== firstLanguage)
    .map((code) => languageOf(code)?.name ?? code);
  const groups = [children, card.adults.map(({ name }) => name), languages];
  const text = groups
    .filter((group) => group.length > 0)
    .map((group) => group.join(", "))
    .join(" · ");
  return text || say("families:nobodyYet");
}
