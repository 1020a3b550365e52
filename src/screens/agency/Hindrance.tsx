import { useTranslation } from "react-i18next";
import type { Said } from "../../app/agency/acts.ts";
import { relayProblemOf } from "../../app/agency/relayProblemOf.ts";
import { problemOf } from "../../app/problemOf.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";

type WhyNot = Extract<Said, { readonly ok: false }>["why"];

/** Why something did not come about: by the relay, or on this device. */
export type Hindrance = { readonly relay: WhyNot } | { readonly device: ReturnType<typeof problemOf> };

export function hindranceOf(error: unknown): Hindrance {
  const relay = relayProblemOf(error);
  return relay ? { relay } : { device: problemOf(error) };
}

type Props = {
  readonly hindrance: Hindrance;
  readonly again?: { readonly isPending: boolean; readonly onClick: () => void } | undefined;
};

/** Says it where it was asked for, with what to do. */
export function HindranceNotice({ hindrance, again }: Props) {
  const { t } = useTranslation(["agency", "lock"]);
  return (
    <Notice
      tone="caution"
      live="alert"
      actions={
        again && (
          <Button isPending={again.isPending} onClick={again.onClick}>
            {t("again")}
          </Button>
        )
      }
    >
      {"relay" in hindrance ? t(`problems.${hindrance.relay}`) : t(`lock:problems.${hindrance.device}`)}
    </Notice>
  );
}
