import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Head } from "../domain/casefile.ts";
import type { Value } from "../domain/entry.ts";
import { Button } from "../ui/Button.tsx";
import { ChipButton } from "../ui/Chip.tsx";
import type { Place } from "./place.ts";
import { valueText } from "./values.ts";
import type { ItemProps } from "./view.ts";

/** "2 versies": people wrote without having seen each other. Both are shown; one may be chosen, or nothing done. */
export function Versions(props: ItemProps & { readonly place: Place }) {
  const { heads, settle } = props.place;
  return heads.length > 1 && settle ? <Several {...props} settle={settle} /> : null;
}

type SeveralProps = ItemProps & { readonly place: Place; readonly settle: (value: Value) => void };

function Several({ place: { heads }, settle, host, words, group, item }: SeveralProps) {
  const { t } = useTranslation("tools");
  const [isOpen, setOpen] = useState(false);
  const textOf = (head: Head) => valueText(head.value, { host, words, group, item }) || t("versions.empty");
  return (
    <div className="item-versions">
      <ChipButton tone="caution" isExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t("versions.count", { n: heads.length })}
      </ChipButton>
      {isOpen && (
        <ul className="stack stack-s">
          {heads.map((head) => (
            <li key={head.entry} className="row row-between">
              <span>
                <span className="keep-lines" dir="auto">
                  {textOf(head)}
                </span>
                <span className="soft small item-source">{host.sourceOf?.(head)}</span>
              </span>
              <Button onClick={() => settle(head.value)}>{t("versions.choose")}</Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
