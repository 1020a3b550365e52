import { Fragment } from "react";
import type { Group } from "../domain/instrument.ts";
import { shortDateOf, timeOf } from "../i18n/formats.ts";
import { Chip } from "../ui/Chip.tsx";
import { ColourMark } from "../ui/ColourMark.tsx";
import type { Row } from "./host.ts";
import { isExactMoment, scoreOf, valueText } from "./values.ts";
import type { View } from "./view.ts";

type OfRow = Pick<View, "host" | "words"> & { readonly group: Group; readonly row: Row };

/** A line of a list has no room for a year: the moments of a diary are of these weeks. */
const shortText: typeof valueText = (value, reading) => {
  if (typeof value !== "string" || !isExactMoment(value)) return valueText(value, reading);
  const at = new Date(value);
  return `${shortDateOf(reading.words.language, at)} ${timeOf(reading.words.language, at)}`;
};

/** What a row says of itself, in the words of its own group; `without` an item that is being asked. */
export const rowWords = ({ host, words, group, row }: OfRow, without?: string): readonly string[] =>
  group.items
    .filter((item) => !item.once && item.id !== without)
    .map((item) => shortText(row.value(item.id), { host, words, group, item }))
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
      <span className="row-title-words">
        {parts.length === 0 && `${at + 1}.`}
        {parts.map((part, n) => (
          // Each in its own direction: a Dutch sentence after an Arabic day keeps its full stop.
          // biome-ignore lint/suspicious/noArrayIndexKey: two parts may say the same, and their order is all they have
          <Fragment key={n}>
            {n > 0 && <span className="row-title-between"> · </span>}
            <bdi>{part}</bdi>
          </Fragment>
        ))}
      </span>
      {row.voice && row.voice !== host.key.voice && <Chip>{host.nameOf(row.voice)}</Chip>}
      {scoreItem && <Chip>{String(scoreOf(row.value(scoreItem.id)))}</Chip>}
    </span>
  );
}
