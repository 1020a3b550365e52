import { useTranslation } from "react-i18next";
import { isReadable } from "../../domain/casefile.ts";
import type { Entry, Op } from "../../domain/entry.ts";
import type { EntryId } from "../../domain/ids.ts";
import { Provenance } from "./Provenance.tsx";
import { placeWords } from "./placeWords.ts";
import { opsToRead, replacedBy } from "./timeline.ts";
import { useFamily } from "./useFamily.ts";
import { useSpeaking } from "./useSpeaking.ts";
import { valueWords } from "./valueWords.ts";
import { clockOf, dayOf } from "./when.ts";

type Props = {
  readonly entry: Entry;
  readonly day: Date;
  readonly known: ReadonlyMap<EntryId, Entry>;
  readonly isDoubtful: boolean;
};

/** One entry: who, in whose words, how and when; and each place with what it held before. */
export function TimelineEntry({ entry, day, known, isDoubtful }: Props) {
  const { t, i18n } = useTranslation("casefile");
  const { file } = useFamily();
  const { say } = useSpeaking(file);
  const ops = opsToRead(file, entry);
  const first = ops[0];
  const of = first ? placeWords(file, first.record, first.field, say).of : t("place.newer");
  const wall = new Date(entry.wall);
  // Typed over later: the hour of typing says nothing about the day at which it stands.
  const isThatDay = dayOf(wall) === dayOf(day);
  return (
    <li className="case-item">
      <div className="row row-between">
        <p className="case-item-title">
          <bdi>{of}</bdi>
        </p>
        {isThatDay && <span className="soft small">{clockOf(i18n.language, wall)}</span>}
      </div>
      {isReadable(entry) ? (
        <dl>
          {ops.map((op) => (
            <Change key={`${op.record}/${op.field}`} op={op} known={known} of={of} />
          ))}
        </dl>
      ) : (
        <p className="soft">{t("timeline.newer")}</p>
      )}
      <Provenance file={file} origin={entry} withoutDay isDoubtful={isDoubtful && !entry.visit} />
    </li>
  );
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
      <dd dir="auto">{valueWords(speaking, op.record, op.field, op.value)}</dd>
      {before.length > 0 && (
        <dd className="case-before" dir="auto">
          {t("timeline.before", { before: before.join(" / ") })}
        </dd>
      )}
    </div>
  );
}
