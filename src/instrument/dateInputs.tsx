import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateFromTyped, momentFromTyped, momentText } from "../i18n/formats.ts";
import { Button } from "../ui/Button.tsx";
import { DateField } from "../ui/DateField.tsx";
import { ExactField } from "../ui/ExactField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { dateMeaning, isExactMoment, momentOf, typedDateOf } from "./values.ts";
import type { InputProps } from "./view.ts";

/** What people put before a date that they are not sure of. Their own words come back as this one. */
const aboutWord: { readonly [language: string]: string } = { en: "about" };

/** A date as people say it: "ongeveer 2019". What can be read as a date is kept as one, the rest as it was written. */
export function DateInput({ place, label, isLabelHidden, aside, words }: InputProps) {
  const text = place.useText();
  const about = aboutWord[words.language] ?? "ongeveer";
  return (
    <DateField
      label={label}
      isLabelHidden={isLabelHidden}
      aside={aside}
      value={typedDateOf(text.value, about)}
      onValue={text.onValue}
      onDone={(typed) => text.onDone(dateFromTyped(typed))}
      meaning={dateMeaning(words.language, text.value, about)}
      picker={{ label: words.say("pickDate"), onPick: (day) => place.write(day) }}
    />
  );
}

/** A moment that is known to the minute, or in words: "maandagochtend". */
export function MomentInput(props: InputProps) {
  const { place, words, size } = props;
  const standing = typeof place.value === "string" ? place.value : "";
  const isInWords = standing !== "" && !isExactMoment(standing);
  const [wantsWords, setWantsWords] = useState(false);
  const now = <Button onClick={() => place.write(momentOf(new Date()))}>{words.say("now")}</Button>;
  if (size === "family" || wantsWords || isInWords) return <MomentWords {...props} />;
  return (
    <div className="row moment-input">
      <ExactField
        kind="datetime-local"
        label={props.label}
        isLabelHidden={props.isLabelHidden}
        aside={props.aside}
        value={standing.slice(0, 16)}
        onValue={(value) => place.write(value || null)}
      />
      {now}
      <InWordsButton onClick={() => setWantsWords(true)} />
    </div>
  );
}

function InWordsButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation("tools");
  return (
    <Button variant="quiet" onClick={onClick}>
      {t("inWords")}
    </Button>
  );
}

function MomentWords({ place, label, isLabelHidden, aside, words }: InputProps) {
  const text = place.useText();
  const { language } = words;
  const stored = text.value;
  const shown = isExactMoment(stored) ? momentText(language, new Date(stored), new Date()) : stored;
  return (
    <div className="row moment-input">
      <TextField
        grows
        label={label}
        isLabelHidden={isLabelHidden}
        aside={aside}
        value={shown}
        onValue={text.onValue}
        onDone={(typed) => text.onDone(momentFromTyped(language, typed, new Date()))}
      />
      <Button onClick={() => place.write(momentOf(new Date()))}>{words.say("now")}</Button>
    </div>
  );
}
