import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addColleague } from "../../app/agency/acts.ts";
import type { CaseMemberView, PersonView, SharingView } from "../../app/agency/views.ts";
import { Choice } from "../../ui/Choice.tsx";
import { ActDialog } from "./ActDialog.tsx";
import { ColleagueField } from "./ColleagueField.tsx";

type Props = {
  readonly sharing: SharingView;
  readonly others: readonly PersonView[];
  readonly onClose: () => void;
};

/** A colleague joins: who works along writes too, a supervisor reads along. */
export function AddDialog({ sharing, others, onClose }: Props) {
  const { t } = useTranslation("sharing");
  const among = others.filter(({ member }) => !sharing.members.some((one) => one.member === member));
  const [picked, setPicked] = useState<string | null>(null);
  const [chosen, setChosen] = useState<CaseMemberView["right"]>();
  const [isNeeded, setNeeded] = useState(false);
  const person = among.find(({ member }) => member === picked);
  const right = chosen ?? (person?.role === "supervisor" ? "read" : "write");
  const act = () => {
    if (person) return addColleague(sharing.case, person.member, right);
    setNeeded(true);
    return undefined;
  };
  return (
    <ActDialog
      title={t("add.title")}
      yes={t("add.yes")}
      act={among.length > 0 ? act : undefined}
      onClose={onClose}
    >
      {among.length === 0 ? (
        <p className="prose">{t("add.none")}</p>
      ) : (
        <>
          <ColleagueField among={among} value={picked} isNeeded={isNeeded} onPick={setPicked} />
          {person && (
            <Choice
              label={t("add.right")}
              layout="list"
              options={(["write", "read"] as const).map((value) => ({
                value,
                label: t(`right.${value}`),
                description: t(`add.${value}`),
              }))}
              value={right}
              onPick={setChosen}
            />
          )}
          <p className="prose">{t("add.text")}</p>
        </>
      )}
    </ActDialog>
  );
}
