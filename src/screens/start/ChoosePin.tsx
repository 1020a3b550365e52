import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isGuessable } from "../../app/pin.ts";
import { Button } from "../../ui/Button.tsx";
import { PinPad } from "../../ui/PinPad.tsx";

type Props = { readonly isPending: boolean; readonly onChosen: (pin: string) => void };

/** Six digits, twice. */
export function ChoosePin({ isPending, onChosen }: Props) {
  const { t } = useTranslation("start");
  const [first, setFirst] = useState<string>();
  const [error, setError] = useState<string>();
  const onDone = (pin: string): void => {
    setError(undefined);
    if (first === undefined) {
      if (isGuessable(pin)) setError(t("pin.guessable"));
      else setFirst(pin);
    } else if (pin === first) onChosen(pin);
    else {
      setFirst(undefined);
      setError(t("pin.different"));
    }
  };
  return (
    <div className="stack">
      <PinPad
        key={first === undefined ? "first" : "second"}
        label={first === undefined ? t("pin.first") : t("pin.second")}
        labels={{ erase: t("lock:pin.erase"), filled: (count) => t("lock:pin.filled", { count }) }}
        error={error}
        isPending={isPending}
        onDone={onDone}
      />
      <p className="visually-hidden" role="status">
        {first === undefined ? "" : t("pin.second")}
      </p>
      <p className="soft pin-busy" role="status">
        {isPending ? t("pin.busy") : ""}
      </p>
      {first !== undefined && !isPending && (
        <div className="row row-center">
          <Button variant="quiet" onClick={() => setFirst(undefined)}>
            {t("pin.other")}
          </Button>
        </div>
      )}
    </div>
  );
}
