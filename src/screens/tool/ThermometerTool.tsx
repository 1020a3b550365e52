import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Group, Item } from "../../domain/instrument.ts";
import { HelpCard } from "../../instrument/HelpCard.tsx";
import { WorkerItem } from "../../instrument/ItemExtras.tsx";
import { ThermometerCard } from "../../instrument/ThermometerCard.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Occasions } from "./History.tsx";
import type { Opened } from "./opened.ts";
import { Trend } from "./Trend.tsx";

/** The thermometer with its card per level, the point of no return, and how it went over time. */
export function ThermometerTool({ opened }: { readonly opened: Opened }) {
  const { t } = useTranslation(["tools", "familyTools"]);
  const [isCardOpen, setCardOpen] = useState(false);
  const { words, instrument, file, about } = opened;
  const first = instrument.groups[0];
  if (!first) return null;
  const host = opened.hostFor(first);
  const view = { host, words, size: "tap" } as const;
  const ask = (id: string) => {
    const found = findIn(instrument.groups, id);
    return found && <WorkerItem {...view} group={found.group} item={found.item} />;
  };
  return (
    <div className="stack stack-l">
      <Occasions opened={opened} />
      <div>
        {ask("moment")}
        {ask("situation")}
      </div>
      <ThermometerCard {...view} examples={instrument.groups.filter((group) => group.kind === "example")} />
      <div>
        {ask("point-of-no-return")}
        {ask("did-it-help")}
      </div>
      <div>
        <Button onClick={() => setCardOpen(true)}>{t("familyTools:thermometer.card")}</Button>
      </div>
      {isCardOpen && (
        <Dialog title={about.name} closeLabel={t("tools:aboutTool.close")} onClose={() => setCardOpen(false)}>
          <HelpCard
            host={host}
            title={t("familyTools:thermometer.card")}
            empty={t("tools:thermometer.cardEmpty")}
          />
        </Dialog>
      )}
      <Trend
        file={file}
        label={t("tools:trend.thermometer")}
        instrument={instrument.id}
        items={["temperature"]}
        about={about.id}
      />
    </div>
  );
}

function findIn(groups: readonly Group[], id: string): { group: Group; item: Item } | undefined {
  for (const group of groups) {
    const item = group.items.find((one) => one.id === id);
    if (item) return { group, item };
  }
  return undefined;
}
