import { useTranslation } from "react-i18next";
import type { Means } from "../../domain/entry.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Instrument } from "../../domain/instrument.ts";
import type { Person } from "../../domain/people.ts";
import { isOnlyRead, type Section } from "../../instrument/sections.ts";
import { Segments } from "../../ui/Segments.tsx";
import { isAnsweredByWorker } from "./subjects.ts";

const ways: readonly Means[] = ["told", "interpreter", "paper", "self"];

type Props = {
  readonly instrument: Instrument;
  /** The part that is open, where the tool is opened in parts. */
  readonly part: Section | undefined;
  readonly worker: { readonly id: RecordId; readonly name: string };
  readonly voices: readonly Person[];
  readonly person: RecordId | undefined;
  readonly means: Means;
  /** Everybody answers for themselves: only how the words came is asked. */
  readonly isForEach: boolean;
  readonly onPick: (change: { readonly [key: string]: string }) => void;
};

/** In whose words, and how those came. Nothing is asked where there is nothing to choose, or to fill in. */
export function VoiceChoice({ instrument, part, worker, voices, person, means, isForEach, onPick }: Props) {
  const { t } = useTranslation("tools");
  if (part && isOnlyRead(part)) return null;
  const mayWorker = isAnsweredByWorker(instrument);
  const options = [
    ...(mayWorker ? [{ value: worker.id as string, label: t("voice.me", { name: worker.name }) }] : []),
    ...voices.map((one) => ({ value: one.id as string, label: one.name })),
  ];
  if (options.length === 0 || (options.length === 1 && mayWorker)) return null;
  const asksWhose = options.length > 1 && !isForEach;
  return (
    <div className="voice-choice">
      {asksWhose && (
        <Segments
          label={t("voice.whose")}
          options={options}
          value={person ?? worker.id}
          onPick={(picked) => picked && onPick({ voice: picked })}
        />
      )}
      {(person || isForEach) && (
        <Segments
          label={t("voice.how")}
          options={ways.map((value) => ({ value, label: t(`means.${value}`) }))}
          value={means}
          onPick={(picked) => picked && onPick({ means: picked })}
        />
      )}
    </div>
  );
}
