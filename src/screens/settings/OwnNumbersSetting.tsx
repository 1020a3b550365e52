import { Plus, X } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { changeSettings } from "../../app/families.ts";
import { firstSettings, type OwnNumber } from "../../app/profile.ts";
import { useApp } from "../../app/useApp.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { SettingPart, TaskOutcome } from "./SettingPart.tsx";
import { useTask } from "./useTask.ts";

/** The colleague on call, and whatever else a worker wants to have at hand. */
export function OwnNumbersSetting() {
  const { t } = useTranslation("settings");
  const settings = useApp((state) => state.settings ?? firstSettings);
  const task = useTask();
  const { onCall, ownNumbers } = settings;
  const keepNumbers = (numbers: readonly OwnNumber[]): void =>
    void task.run(() => changeSettings({ ownNumbers: numbers }));
  return (
    <SettingPart title={t("parts.own-numbers.title")} lead={t("ownNumbers.lead")}>
      <NumberFields
        title={t("ownNumbers.onCall")}
        value={onCall}
        onValue={(next) => void task.run(() => changeSettings({ onCall: next }))}
      />
      {ownNumbers.map((number, index) => (
        <NumberFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing but its place while it is being filled in
          key={index}
          title={t("ownNumbers.other", { n: index + 1 })}
          value={number}
          onValue={(next) => keepNumbers(ownNumbers.map((one, at) => (at === index ? next : one)))}
          onRemove={() => keepNumbers(ownNumbers.filter((_, at) => at !== index))}
        />
      ))}
      <div className="row">
        <Button
          icon={<Plus aria-hidden="true" />}
          onClick={() => keepNumbers([...ownNumbers, { name: "", number: "" }])}
        >
          {t("ownNumbers.add")}
        </Button>
      </div>
      <TaskOutcome task={task} done={t("saved")} />
    </SettingPart>
  );
}

type NumberProps = {
  readonly title: string;
  readonly value: OwnNumber;
  readonly onValue: (next: OwnNumber) => void;
  readonly onRemove?: () => void;
};

function NumberFields({ title, value, onValue, onRemove }: NumberProps) {
  const { t } = useTranslation("settings");
  const id = useId();
  return (
    <Card as="section" labelledBy={id}>
      <div className="stack">
        <div className="row row-between">
          <h2 id={id}>{title}</h2>
          {onRemove && (
            <Button variant="quiet" icon={<X aria-hidden="true" />} onClick={onRemove}>
              {t("ownNumbers.remove")}
            </Button>
          )}
        </div>
        <TextField
          label={t("ownNumbers.name")}
          autoCapitalize="words"
          maxLength={80}
          value={value.name}
          onDone={(name) => onValue({ ...value, name: name.trim() })}
        />
        <TextField
          label={t("ownNumbers.number")}
          inputMode="tel"
          maxLength={40}
          value={value.number}
          onDone={(number) => onValue({ ...value, number: number.trim() })}
        />
      </div>
    </Card>
  );
}
