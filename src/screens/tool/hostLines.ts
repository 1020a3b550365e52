import { type Head, textAt } from "../../domain/casefile.ts";
import { familyRecord, type RecordId } from "../../domain/ids.ts";
import { nameOf } from "../../domain/people.ts";
import { agreementsOf } from "../../domain/plan.ts";
import { type AlarmSignal, alarmsOf, unknownAlarmsOf } from "../../domain/safety.ts";
import { dateOf, shortDateOf } from "../../i18n/formats.ts";
import type { Line } from "../../instrument/host.ts";
import type { HostNeeds } from "./hostNeeds.ts";

/** "zo 22 nov"; with its year where that is another. */
export function dayOf({ wall }: Pick<Head, "wall">, language: string): string {
  const at = new Date(wall);
  const isThisYear = at.getFullYear() === new Date().getFullYear();
  return isThisYear ? shortDateOf(language, at) : dateOf(language, at);
}

/** "Elif, verteld, zo 22 nov": whose words, how they came, and when. */
export function sourceOf({ file, i18n }: HostNeeds, head: Head): string {
  const name = nameOf(file, head.voice) || nameOf(file, head.author);
  const means = head.means === "self" ? "" : i18n.t(`tools:means.${head.means}`);
  return [name, means, dayOf(head, i18n.language)].filter(Boolean).join(", ");
}

/** Agreements of the visit, or all of them where there is none. */
export const agreementLines = ({ file, visit }: HostNeeds): readonly Line[] =>
  agreementsOf(file)
    .filter((agreement) => agreement.what !== "" && (!visit || agreement.head?.visit === visit))
    .map(({ id, who, what, when }) => {
      const name = nameOf(file, who as RecordId) || who;
      return { id, text: [name, what, when].filter(Boolean).join(" · ") };
    });

/** Alarm signals answered yes or unknown, of the child that this is about, or of all children. */
export function signalLines({ file, key, i18n }: HostNeeds): readonly Line[] {
  const isHere = ({ run }: AlarmSignal): boolean => key.about === familyRecord || run.about === key.about;
  const signals = [...alarmsOf(file), ...unknownAlarmsOf(file)].filter(isHere);
  const seen = new Set<string>();
  return signals.flatMap(({ run, item }) => {
    if (seen.has(item)) return [];
    seen.add(item);
    const isOther = item.includes("/");
    const text = isOther ? textAt(file, run.id, item) : i18n.t(`instruments:alarm-signals.items.${item}`);
    return [{ id: item, text }];
  });
}
