import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RecordId } from "../domain/ids.ts";
import type { Group } from "../domain/instrument.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Segments } from "../ui/Segments.tsx";
import { Thermometer } from "../ui/Thermometer.tsx";
import { Examples } from "./Examples.tsx";
import { ItemControl } from "./ItemControl.tsx";
import { inputViews } from "./inputs.tsx";
import { runPlace } from "./place.ts";
import {
  type LevelCard,
  levelCardsOf,
  pointOf,
  type ShownLevels,
  shownLevels,
  shownLevelsField,
  thermometerFields,
} from "./thermometerLevels.ts";
import { idsOf, scoreOf } from "./values.ts";
import type { View } from "./view.ts";

type Props = View & { readonly examples: readonly Group[] };

/** The thermometer beside its card: what I notice and what I do, at each level. A tap on a level opens its card. */
export function ThermometerCard(props: Props) {
  const { host, words } = props;
  const { t } = useTranslation("tools");
  const level = scoreOf(host.value(thermometerFields.level));
  const [opened, setOpened] = useState<number | null>(() => halfTypedLevel(host));
  const chosen = host.value(shownLevelsField);
  const shown: ShownLevels = shownLevels.find((one) => one === chosen) ?? "even";
  const point = pointOf(host);
  const levelItem = { id: thermometerFields.level };
  return (
    <div className="thermo-card">
      <div className="thermo-card-picture">
        <Thermometer
          label={words.item(levelItem)}
          value={level}
          onPick={(picked) => {
            host.answer(thermometerFields.level, picked);
            setOpened(picked);
          }}
          {...(point === null
            ? {}
            : { noReturn: { level: point, label: t("thermometer.from", { n: point }) } })}
        />
      </div>
      <div className="stack thermo-card-levels">
        <Segments
          label={t("thermometer.shown")}
          layout="beside"
          options={shownLevels.map((value) => ({ value, label: t(`thermometer.shownLevels.${value}`) }))}
          value={shown}
          onPick={(picked) => host.annotate(shownLevelsField, picked)}
        />
        {/* Where the words stand under each other each row has heads of its own. */}
        <div className="thermo-levels-head" aria-hidden="true">
          <span className="thermo-level-number">{t("thermometer.columns.level")}</span>
          <span className="thermo-level-words">
            <span>{t("thermometer.columns.signs")}</span>
            <span>{t("thermometer.columns.action")}</span>
          </span>
        </div>
        <ol className="thermo-levels" reversed>
          {withOpened(levelCardsOf(host, shown), levelCardsOf(host, "all"), opened).map((card) => (
            <Level
              key={card.level}
              {...props}
              card={card}
              isNow={card.level === level}
              isPoint={card.level === point}
              isOpen={card.level === opened}
              onToggle={() => setOpened(card.level === opened ? null : card.level)}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}

/** The level whose words were left half-typed: it is open again. */
const halfTypedLevel = (host: View["host"]): number | null =>
  Array.from({ length: 11 }, (_, level) => level).find((level) =>
    [thermometerFields.signs, thermometerFields.action].some((field) => host.isHalfTyped?.(field(level))),
  ) ?? null;

const withOpened = (
  cards: readonly LevelCard[],
  all: readonly LevelCard[],
  opened: number | null,
): readonly LevelCard[] =>
  all.filter((card) => card.level === opened || cards.some((one) => one.level === card.level));

type LevelProps = Props & {
  readonly card: LevelCard;
  readonly isNow: boolean;
  readonly isPoint: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
};

function Level(props: LevelProps) {
  const { host, card, isNow, isPoint, isOpen, onToggle } = props;
  const { t } = useTranslation("tools");
  const who = idsOf(card.withChildren).map((id) => host.nameOf(id as RecordId) || id);
  return (
    <li className="thermo-level" data-now={isNow || undefined} data-point={isPoint || undefined}>
      <button type="button" className="thermo-level-line" aria-expanded={isOpen} onClick={onToggle}>
        <span className="thermo-level-number">
          <span className="thermo-level-head">{t("thermometer.columns.level")}</span>
          {card.level}
        </span>
        <span className="thermo-level-words">
          <span>
            <span className="thermo-level-head">{t("thermometer.columns.signs")}</span>
            <span dir="auto">{card.signs || <Blank />}</span>
          </span>
          <span>
            <span className="thermo-level-head">{t("thermometer.columns.action")}</span>
            <span dir="auto">{card.action || <Blank />}</span>
          </span>
          <span className="thermo-level-notes">
            {isPoint && <span className="thermo-point">{t("thermometer.point")}</span>}
            {card.isTooLate && card.action !== "" && <Chip tone="caution">{t("thermometer.tooLate")}</Chip>}
            {card.asksWho && (
              <Chip tone={who.length > 0 ? "plain" : "caution"}>
                {t("thermometer.who", { names: who.length > 0 ? who.join(", ") : "…" })}
              </Chip>
            )}
            {card.isEarlier && <Chip>{t("thermometer.earlier")}</Chip>}
          </span>
        </span>
      </button>
      {isOpen && <LevelFields {...props} />}
    </li>
  );
}

const Blank = () => <span className="soft">–</span>;

function LevelFields(props: LevelProps) {
  const { host, words, card, examples } = props;
  const { t } = useTranslation("tools");
  const field = { id: "first-aid-actions", kind: "field", items: [] } as const;
  const action = runPlace(host, thermometerFields.action(card.level));
  const takeEarlier = () => {
    if (card.signs !== "") host.annotate(thermometerFields.signs(card.level), card.signs);
    if (card.action !== "") host.annotate(thermometerFields.action(card.level), card.action);
  };
  const Persons = inputViews.persons;
  return (
    <div className="thermo-level-fields stack">
      {card.isEarlier && (
        <div>
          <Button onClick={takeEarlier}>{t("thermometer.takeEarlier")}</Button>
        </div>
      )}
      <ItemControl
        {...props}
        group={field}
        item={{ id: "signs-per-level", input: "longText" }}
        n={card.level}
        place={runPlace(host, thermometerFields.signs(card.level))}
      />
      <ItemControl
        {...props}
        group={field}
        item={{ id: "first-aid-actions", input: "longText" }}
        n={card.level}
        place={action}
      />
      {examples.length > 0 && <Examples {...props} groups={examples} take={(text) => action.write(text)} />}
      {card.asksWho && (
        <Persons
          {...props}
          item={{ id: "with-children", adults: true }}
          label={words.item({ id: "with-children" }, card.level)}
          place={runPlace(host, thermometerFields.withChildren(card.level))}
        />
      )}
    </div>
  );
}
