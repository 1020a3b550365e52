import { PenLine } from "lucide-react";
import { useTranslation } from "react-i18next";
import { BottomBar } from "../../ui/BottomBar.tsx";
import { Button } from "../../ui/Button.tsx";
import { MenuButton } from "../../ui/MenuButton.tsx";

type Props = {
  readonly isReady: boolean;
  /** The sheet may give danger: then nothing on the bar says that copying it is what comes next. */
  readonly isDoubtful: boolean;
  readonly onNothing: () => void;
  readonly onCopy: () => void;
  readonly onPrint: () => void;
  readonly onLater: () => void;
};

/** "Niets achterlaten" is always there; there is seldom a printer at the table, so copying out comes first. */
export function LeaveBehindBar({ isReady, isDoubtful, onNothing, onCopy, onPrint, onLater }: Props) {
  const { t } = useTranslation("sheets");
  return (
    <BottomBar start={<Button onClick={onNothing}>{t("leave.nothing")}</Button>}>
      {isReady && (
        <>
          <MenuButton
            label={t("leave.more")}
            isLabelShown
            actions={[
              { id: "print", label: t("leave.print"), onPick: onPrint },
              { id: "later", label: t("leave.later"), onPick: onLater },
            ]}
          />
          <Button
            variant={isDoubtful ? "plain" : "main"}
            icon={<PenLine aria-hidden="true" />}
            onClick={onCopy}
          >
            {t("leave.copy")}
          </Button>
        </>
      )}
    </BottomBar>
  );
}
