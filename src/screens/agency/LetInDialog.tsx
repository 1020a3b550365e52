import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  familiesOf,
  letInto,
  type OpenSheet,
  openSheet,
  type SheetFamily,
} from "../../app/agency/recovering.ts";
import type { AgencyView, PersonView } from "../../app/agency/views.ts";
import type { CaseId } from "../../domain/ids.ts";
import { dateOf } from "../../i18n/formats.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { HindranceNotice } from "./Hindrance.tsx";
import { useAct } from "./useAct.ts";

type Props = {
  readonly view: AgencyView;
  /** With who was let in, if anybody was. */
  readonly onClose: (letIn?: PersonView) => void;
};

type Opened = { readonly sheet: OpenSheet; readonly families: readonly SheetFamily[] };

/** First the code; then which family, and who comes in. The sheet is held for as long as this stands open. */
export function LetInDialog({ view, onClose }: Props) {
  const [opened, setOpened] = useState<Opened>();
  return opened ? (
    <ChoosePart opened={opened} view={view} onClose={onClose} />
  ) : (
    <CodePart onOpened={setOpened} onClose={() => onClose()} />
  );
}

type CodeProps = { readonly onOpened: (opened: Opened) => void; readonly onClose: () => void };

function CodePart({ onOpened, onClose }: CodeProps) {
  const { t } = useTranslation(["agency", "common"]);
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<"codeNeeded" | "codeWrong">();
  const act = useAct();
  const next = async (): Promise<void> => {
    setError(typed.trim() === "" ? "codeNeeded" : undefined);
    if (typed.trim() === "") return;
    await act.run(async () => {
      const sheet = await openSheet(typed);
      if (sheet) onOpened({ sheet, families: await familiesOf(sheet) });
      else setError("codeWrong");
      return { ok: true } as const;
    });
  };
  return (
    <Dialog
      title={t("letIn.title")}
      closeLabel={t("common:close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("common:cancel")}</Button>
          <Button variant="main" isPending={act.isPending} onClick={() => void next()}>
            {act.isPending ? t("administrator.busy") : t("letIn.next")}
          </Button>
        </>
      }
    >
      <p>{t("letIn.logged")}</p>
      <TextField
        grows
        label={t("administrator.code")}
        description={t("administrator.codeHint")}
        error={error && t(`administrator.${error}`)}
        autoCapitalize="none"
        lang="zxx"
        maxLength={400}
        value={typed}
        onValue={setTyped}
        onEnter={() => void next()}
      />
      {act.hindrance && <HindranceNotice hindrance={act.hindrance} />}
    </Dialog>
  );
}

const isHere = ({ devices }: PersonView): boolean => devices.some(({ isRevoked }) => !isRevoked);

type ChooseProps = Props & { readonly opened: Opened };

function ChoosePart({ opened: { sheet, families }, view, onClose }: ChooseProps) {
  const { t, i18n } = useTranslation(["agency", "common"]);
  const [family, setFamily] = useState<CaseId | null>(null);
  const [member, setMember] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const act = useAct();
  const chosen = families.find((one) => one.case === family);
  const among = view.people.filter(
    (one) => isHere(one) && !chosen?.members.some((known) => known.member === one.member),
  );
  const yes = async (): Promise<void> => {
    setAsked(true);
    if (family === null || member === null) return;
    if (await act.run(() => letInto(sheet, family, member)))
      onClose(among.find((one) => one.member === member));
  };
  const named = ({ members }: SheetFamily): string =>
    members.map(({ name }) => name || t("people.noName")).join(", ") || t("letIn.nobody");
  return (
    <Dialog
      title={t("letIn.title")}
      closeLabel={t("common:close")}
      onClose={() => onClose()}
      actions={
        <>
          <Button onClick={() => onClose()}>{t("common:cancel")}</Button>
          {families.length > 0 && (
            <Button variant="main" isPending={act.isPending} onClick={() => void yes()}>
              {act.isPending ? t("administrator.busy") : t("letIn.yes")}
            </Button>
          )}
        </>
      }
    >
      {families.length === 0 ? (
        <p>{t("letIn.none")}</p>
      ) : (
        <>
          <Choice
            label={t("letIn.family")}
            description={t("letIn.familyHint")}
            error={isAsked && family === null ? t("letIn.familyNeeded") : undefined}
            layout="list"
            options={families.map((one) => ({
              value: one.case,
              label: named(one),
              description:
                one.since && t("letIn.since", { date: dateOf(i18n.language, new Date(one.since)) }),
            }))}
            value={family}
            onPick={(picked) => {
              setFamily(picked);
              setMember(null);
            }}
          />
          <Select
            label={t("letIn.who")}
            error={isAsked && member === null ? t("administrator.whoNeeded") : undefined}
            options={among.map((one) => ({ value: one.member, label: one.name || t("people.noName") }))}
            value={member}
            onPick={setMember}
            placeholder={t("administrator.choose")}
          />
        </>
      )}
      {act.hindrance && <HindranceNotice hindrance={act.hindrance} />}
    </Dialog>
  );
}
