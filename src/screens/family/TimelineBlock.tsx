import { useTranslation } from "react-i18next";
import type { Entry, Op } from "../../domain/entry.ts";
import { isReadable } from "../../domain/fold.ts";
import type { EntryId } from "../../domain/ids.ts";
import { placeWords } from "../casefile/placeWords.ts";
import { useFamily } from "../casefile/useFamily.ts";
import { useSpeaking } from "../casefile/useSpeaking.ts";
import { valueWords } from "../casefile/valueWords.ts";
import { clockOf, dayOf } from "../casefile/when.ts";
import { Provenance } from "./Provenance.tsx";
import { opsToRead, replacedBy } from "./timeline.ts";

type Props = {
  /** Newest first; all about the same record, in the same words' way. */
  readonly entries: readonly Entry[];
  readonly day: Date;
  readonly known: ReadonlyMap<EntryId, Entry>;
  readonly isDoubtful: boolean;
};

/** What was written in one go: who, in whose words, how and when; and each place with what it held before. */
export function TimelineBlock({ entries, day, known, isDoubtful }: Props) {
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  const { say } = useSpeaking(file);
  const newest = entries[0];
  const ops = entries.flatMap((entry) =>
    isReadable(entry) ? opsToRead(file, entry).map((op) => ({ op, entry })) : [],
  );
  const first = ops[0]?.op;
  if (!newest) return null;
  const of = first ? placeWords(file, first.record, first.field, say).of : t("place.newer");
  return (
    <li className="case-item">
      <div className="row row-between">
        <h3 className="case-item-title">
          <bdi>{of}</bdi>
        </h3>
        <Times entries={entries} day={day} />
      </div>
      <dl className="case-changes">
        {ops.map(({ op, entry }) => (
          <Change key={`${entry.id}/${op.record}/${op.field}`} op={op} known={known} of={of} />
        ))}
      </dl>
      {!entries.every(isReadable) && <p className="soft">{t("timeline.newer")}</p>}
      <Provenance file={file} origin={newest} withoutDay isDoubtful={isDoubtful && !newest.visit} />
    </li>
  );
}

/** "16:40–16:58". Typed over on another day, the hour of typing says nothing about the day at which it stands. */
function Times({ entries, day }: Pick<Props, "entries" | "day">) {
  const { i18n } = useTranslation("casefile");
  // By the clock, and not as they were written: two tablets' clocks differ, and from later to earlier reads as no time.
  const walls = entries
    .map((entry) => new Date(entry.wall))
    .filter((wall) => dayOf(wall) === dayOf(day))
    .sort((a, b) => a.getTime() - b.getTime());
  const [first, last] = [walls[0], walls.at(-1)];
  if (!last || !first) return null;
  const words = [...new Set([first, last].map((wall) => clockOf(i18n.language, wall)))];
  return <span className="soft small">{words.join("–")}</span>;
}

type ChangeProps = { readonly op: Op; readonly known: Props["known"]; readonly of: string };

function Change({ op, known, of }: ChangeProps) {
  const { t } = useTranslation("casefile");
  const { file } = useFamily();
  const speaking = useSpeaking(file);
  const place = placeWords(file, op.record, op.field, speaking.say);
  const before = replacedBy(op, known).map((value) => valueWords(speaking, op.record, op.field, value));
  return (
    <div className="case-change">
      <dt>{place.of === of ? place.what : `${place.of}: ${place.what}`}</dt>
      <dd dir="auto">
        {valueWords(speaking, op.record, op.field, op.value)}
        {before.length > 0 && (
          <span className="case-before">{t("timeline.before", { before: before.join(" / ") })}</span>
        )}
      </dd>
    </div>
  );
}
