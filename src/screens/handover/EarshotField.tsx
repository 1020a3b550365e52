import { useTranslation } from "react-i18next";
import type { Earshot } from "../../domain/handing.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Person } from "../../domain/people.ts";
import { Choice } from "../../ui/Choice.tsx";
import { Ticks } from "../../ui/Ticks.tsx";

type Props = {
  readonly people: readonly Person[];
  readonly value: Earshot | undefined;
  readonly onPick: (earshot: Earshot) => void;
};

type Kind = "nobody" | "somebody" | "unknown";

const kindOf = (value: Earshot | undefined): Kind | null =>
  value === undefined ? null : typeof value === "string" ? value : "somebody";

/** "Wie kan meekijken of meeluisteren?" Nothing is preselected, and it is kept beside what is answered. */
export function EarshotField({ people, value, onPick }: Props) {
  const { t } = useTranslation("handover");
  const kind = kindOf(value);
  const named = Array.isArray(value) ? (value as readonly RecordId[]) : [];
  return (
    <div className="stack">
      <Choice<Kind>
        label={t("earshot.label")}
        layout="row"
        options={[
          { value: "nobody", label: t("earshot.nobody") },
          { value: "somebody", label: t("earshot.somebody") },
          { value: "unknown", label: t("earshot.unknown") },
        ]}
        value={kind}
        onPick={(picked) => onPick(picked === "somebody" ? [] : picked)}
      />
      {kind === "somebody" && (
        <Ticks
          label={t("earshot.who")}
          options={people.map((person) => ({ value: person.id, label: person.name }))}
          values={named}
          onTick={(id, isTicked) => onPick(isTicked ? [...named, id] : named.filter((one) => one !== id))}
        />
      )}
    </div>
  );
}
