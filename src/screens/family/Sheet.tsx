import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { paths } from "../../app/paths.ts";
import { removeRecord } from "../../commands/records.ts";
import type { RecordId } from "../../domain/ids.ts";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { useFamily, useWrite } from "../casefile/useFamily.ts";
import { AskDialog } from "./AskDialog.tsx";
import { isUntouched } from "./isUntouched.ts";
import { UndoOffer } from "./UndoHere.tsx";

type Props = {
  readonly id: RecordId;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly removeTitle: string;
  readonly children: ReactNode;
};

/** One goal or agreement. Everything is kept as it is written: "klaar" only leads back. */
export function Sheet({ id, title, lead, removeTitle, children }: Props) {
  const { t } = useTranslation("casefile");
  const { caseId, file } = useFamily();
  const navigate = useNavigate();
  const write = useWrite();
  const [isRemoving, setRemoving] = useState(false);
  const back = (): Promise<void> | void => navigate(paths.plan(caseId));
  const remove = async (): Promise<void> => {
    await back();
    await write(removeRecord, { record: id });
  };
  return (
    <Page title={title} lead={lead} width="text">
      {children}
      <BottomBar start={<UndoOffer />}>
        <Button variant="quiet" onClick={() => setRemoving(true)}>
          {t("sheet.remove")}
        </Button>
        <Button variant="main" onClick={() => void (isUntouched(file, id) ? remove() : back())}>
          {t("sheet.ready")}
        </Button>
      </BottomBar>
      {isRemoving && (
        <AskDialog
          isAlert
          variant="danger"
          title={removeTitle}
          yes={t("sheet.remove")}
          onYes={() => void remove()}
          onClose={() => setRemoving(false)}
        >
          <p>{t("sheet.removeText")}</p>
        </AskDialog>
      )}
    </Page>
  );
}
