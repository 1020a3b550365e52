import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type TextPlace, useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { refusalKey } from "./refusal.ts";

type Props = TextPlace & {
  readonly label: string;
  readonly description?: ReactNode;
  readonly aside?: ReactNode;
  readonly isLabelHidden?: boolean;
  /** A `line` grows with what it holds, but for names and numbers, which say how they are typed. */
  readonly kind?: "line" | "area" | "date";
  readonly rows?: number;
  readonly lang?: string;
  readonly autoCapitalize?: "none" | "sentences" | "words";
  readonly inputMode?: "text" | "numeric" | "tel" | "email";
  readonly autoFocus?: boolean;
  readonly meaning?: ReactNode;
  /** How the standing value is shown for typing on, where it is stored in another form. */
  readonly shown?: (stored: string) => string;
  readonly pickDay?: { readonly label: string; readonly onPick: (isoDate: string) => void };
};

/**
 * A text of a record: a sealed draft within a second, an entry when it is left or has been still for some seconds.
 * Words that were not kept stay on the screen, with the reason.
 */
export function KeptField(props: Props) {
  const { kind = "line", rows, autoCapitalize, inputMode, shown, meaning, pickDay } = props;
  const { t } = useTranslation(["casefile", "common"]);
  const text = useText(props);
  const words = {
    label: props.label,
    description: props.description,
    aside: props.aside,
    isLabelHidden: props.isLabelHidden,
    error: text.refused === undefined ? undefined : t(refusalKey(text.refused)),
  };
  const typed = {
    value: shown ? shown(text.value) : text.value,
    onValue: text.onValue,
    onDone: text.onDone,
    idleMillis: 4000,
    autoFocus: props.autoFocus,
    lang: props.lang,
  };
  return (
    <div className="stack-s">
      {kind === "area" && <TextArea {...words} {...typed} rows={rows} />}
      {kind === "line" && (
        <TextField
          {...words}
          {...typed}
          grows={autoCapitalize === undefined && inputMode === undefined}
          autoCapitalize={autoCapitalize}
          inputMode={inputMode}
        />
      )}
      {kind === "date" && <DateField {...words} {...typed} meaning={meaning} picker={pickDay} />}
      {text.offered !== undefined && (
        <Notice
          title={t("casefile:offered.title")}
          actions={
            <>
              <Button onClick={text.takeOffered}>{t("casefile:offered.take")}</Button>
              <Button variant="quiet" onClick={text.dropOffered}>
                {t("casefile:offered.drop")}
              </Button>
            </>
          }
        >
          <p className="keep-lines" dir="auto">
            {text.offered}
          </p>
        </Notice>
      )}
    </div>
  );
}
