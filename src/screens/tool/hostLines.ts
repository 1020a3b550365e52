import { existsField, type Head, headAt, headsAt, textAt } from "../../domain/casefile.ts";
import { familyRecord, type RecordId } from "../../domain/ids.ts";
import { nameOf } from "../../domain/people.ts";
import { type Agreement, agreementFields, agreementsOf, opensWith } from "../../domain/plan.ts";
import { type AlarmSignal, alarmsOf, unknownAlarmsOf } from "../../domain/safety.ts";
import { dateOf, shortDateOf } from "../../i18n/formats.ts";
import type { Line } from "../../instrument/host.ts";
import { agreementsIn } from "../visit/agreementsIn.ts";
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

/** Agreements of the visit. Without one all of them, the newest first, each with its day: "morgen" was said then. */
export function agreementLines(needs: HostNeeds): readonly Line[] {
  const { file, visit, i18n } = needs;
  const madeAt = ({ id }: Agreement): number => headAt(file, id, existsField)?.wall ?? 0;
  const said = (visit ? agreementsIn(file, visit) : agreementsOf(file)).filter(({ what }) => what !== "");
  if (visit) return said.map((one) => ({ id: one.id, text: agreementText(needs, one) }));
  return said
    .toSorted((a, b) => madeAt(b) - madeAt(a))
    .map((one) => {
      const on = i18n.t("tools:agreedOn", { date: dayOf({ wall: madeAt(one) }, i18n.language) });
      return { id: one.id, text: `${agreementText(needs, one)} · ${on}` };
    });
}

/** Who does what, and when; where two people wrote one of these differently, both. */
function agreementText({ file, i18n }: HostNeeds, { id, versions }: Agreement): string {
  const saidAt = (field: string): readonly string[] =>
    headsAt(file, id, field).flatMap(({ value }) => (typeof value === "string" && value ? [value] : []));
  const joined = (said: readonly string[]): string =>
    said.length > 1 ? said.map((one) => `‘${one}’`).join(" / ") : (said[0] ?? "");
  const who = saidAt(agreementFields.who).map((one) => nameOf(file, one as RecordId) || one);
  const what = saidAt(agreementFields.what);
  const isNamed = who.length === 1 && what.every((one) => opensWith(one, who[0] ?? ""));
  const parts = [isNamed ? "" : joined(who), joined(what), joined(saidAt(agreementFields.when))];
  const both = versions > 1 ? i18n.t("tools:versions.count", { n: versions }) : "";
  return [...parts, both].filter(Boolean).join(" · ");
}

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
