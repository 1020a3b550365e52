import type { Group } from "../domain/instrument.ts";
import { Chip } from "../ui/Chip.tsx";
import { ColourMark } from "../ui/ColourMark.tsx";
import type { Row } from "./host.ts";
import { scoreOf, valueText } from "./values.ts";
import type { View } from "./view.ts";

type OfRow = Pick<View, "host" | "words"> & { readonly group: Group; readonly row: Row };

/** What a row says of itself, in the words of its own group; `without` an item that is being asked. */
export const rowWords = ({ host, words, group, row }: OfRow, without?: string): readonly string[] =>
  group.items
    .filter((item) => !item.once && item.id !== without)
    .map((item) => valueText(row.value(item.id), { host, words, group, item }))
    .filter((text) => text !== "");

const colourOf = (value: unknown) =>
  value === "green" || value === "orange" || value === "red" ? value : undefined;

type Props = OfRow & { readonly rowGroups: readonly Group[]; readonly at: number };

/** The row in one line: its colour, its first words, its strength. */
export function RowTitle(props: Props) {
  const { host, rowGroups, row, at } = props;
  const parts = rowWords(props);
  const items = rowGroups.flatMap((one) => one.items);
  const colour = items.map((item) => colourOf(row.value(item.id))).find(Boolean);
  const scoreItem = items.find((item) => item.input === "score" && scoreOf(row.value(item.id)) !== null);
  return (
    <span className="row-title">
      {colour && <ColourMark colour={colour} size={26} />}
      <span className="row-title-words" dir="auto">
        {parts.length > 0 ? parts.join(" · ") : `${at + 1}.`}
      </span>
      {row.voice && row.voice !== host.key.voice && <Chip>{host.nameOf(row.voice)}</Chip>}
      {scoreItem && <Chip>{String(scoreOf(row.value(scoreItem.id)))}</Chip>}
    </span>
  );
}
