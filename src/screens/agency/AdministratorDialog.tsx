import { useState } from "react";
import { useTranslation } from "react-i18next";
import { appointWithSheet, openSheet } from "../../app/agency/recovering.ts";
import type { PersonView } from "../../app/agency/views.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { HindranceNotice } from "./Hindrance.tsx";
import { useAct } from "./useAct.ts";

type Props = {
  readonly people: readonly PersonView[];
  readonly onClose: (isAppointed: boolean) => void;
};

/** The code is held for as long as this stands open, and opens the root once. */
function useAppointing(onClose: Props["onClose"]) {
  const [member, setMember] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const [isAsked, setAsked] = useState(false);
  const [isWrong, setWrong] = useState(false);
  const act = useAct();
  const yes = async (): Promise<void> => {
    setAsked(true);
    setWrong(false);
    if (member === null || typed.trim() === "") return;
    const said = await act.run(async () => {
      const sheet = await openSheet(typed);
      return sheet
        ? appointWithSheet(sheet, member, "administrator")
        : ({ ok: true, isWrong: true } as const);
    });
    if (said && "isWrong" in said) setWrong(true);
    else if (said) onClose(true);
  };
  return { ...act, member, setMember, typed, setTyped, isAsked, isWrong, yes };
}

export function AdministratorDialog({ people, onClose }: Props) {
  const { t } = useTranslation(["agency", "common"]);
  const { member, setMember, typed, setTyped, isAsked, isWrong, isPending, hindrance, yes } =
    useAppointing(onClose);
  const codeError = isWrong ? t("administrator.codeWrong") : t("administrator.codeNeeded");
  return (
    <Dialog
      title={t("administrator.ask")}
      closeLabel={t("common:close")}
      onClose={() => onClose(false)}
      actions={
        <>
          <Button onClick={() => onClose(false)}>{t("common:cancel")}</Button>
          <Button variant="main" isPending={isPending} onClick={() => void yes()}>
            {isPending ? t("administrator.busy") : t("administrator.yes")}
          </Button>
        </>
      }
    >
      <p>{t("administrator.means")}</p>
      <Select
        label={t("administrator.who")}
        error={isAsked && member === null ? t("administrator.whoNeeded") : undefined}
        options={people.map((one) => ({ value: one.member, label: one.name || t("people.noName") }))}
        value={member}
        onPick={setMember}
        placeholder={t("administrator.choose")}
      />
      <TextField
        grows
        label={t("administrator.code")}
        description={t("administrator.codeHint")}
        error={isWrong || (isAsked && typed.trim() === "") ? codeError : undefined}
        autoCapitalize="none"
        lang="zxx"
        maxLength={400}
        value={typed}
        onValue={setTyped}
        onEnter={() => void yes()}
      />
      {hindrance && <HindranceNotice hindrance={hindrance} />}
    </Dialog>
  );
}
