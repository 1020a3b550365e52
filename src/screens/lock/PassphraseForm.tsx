import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Unlocked } from "../../app/lock.ts";
import { Button } from "../../ui/Button.tsx";
import { PassphraseField } from "../../ui/PassphraseField.tsx";
import { AttemptFailure } from "./AttemptFailure.tsx";
import { useAttempt } from "./useAttempt.ts";

type Props = {
  readonly label: string;
  readonly action: string;
  readonly autoFocus?: boolean;
  readonly attempt: (passphrase: string) => Promise<Unlocked>;
  /** Where the button stands: beneath the words, unless a page has a bar for it. */
  readonly place?: (button: ReactNode) => ReactNode;
};

const beneath = (button: ReactNode): ReactNode => <div className="row">{button}</div>;

/** The five words, and what came of them. */
export function PassphraseForm({ label, action, autoFocus, attempt, place = beneath }: Props) {
  const { t } = useTranslation("lock");
  const [typed, setTyped] = useState("");
  const tries = useAttempt();
  const isShut = tries.isPending || tries.pause > 0;
  const submit = (): void => {
    if (isShut || typed.trim() === "") return;
    void tries.run(() => attempt(typed));
  };
  return (
    <>
      <div className="stack">
        <PassphraseField
          label={label}
          description={t("passphrase.hint")}
          labels={{ show: t("passphrase.show"), hide: t("passphrase.hide") }}
          value={typed}
          onValue={setTyped}
          onEnter={submit}
          autoFocus={autoFocus}
        />
        <AttemptFailure attempt={tries} wrong={t("passphrase.wrong")} unread={t("passphrase.unread")} />
      </div>
      {place(
        <Button variant="main" isPending={tries.isPending} aria-disabled={isShut} onClick={submit}>
          {tries.isPending ? t("busy") : action}
        </Button>,
      )}
    </>
  );
}
