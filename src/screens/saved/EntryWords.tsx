import type { CaseFile } from "../../domain/casefile.ts";
import type { Entry } from "../../domain/entry.ts";
import { isReadable } from "../../domain/fold.ts";
import { placeWords } from "../casefile/placeWords.ts";
import { useSpeaking } from "../casefile/useSpeaking.ts";
import { valueWords } from "../casefile/valueWords.ts";
import { isOfFamily, opsToRead } from "../family/timeline.ts";

type Props = { readonly file: CaseFile; readonly entry: Entry | undefined };

/** All that an entry says, where it stands on no other page. */
export function EntryWords({ file, entry }: Props) {
  const speaking = useSpeaking(file);
  if (!entry || !isReadable(entry) || !isOfFamily(entry)) return null;
  const ops = opsToRead(file, entry);
  return ops.map(({ record, field, value }) => (
    <div key={`${record}/${field}`} className="saved-words">
      {ops.length > 1 && (
        <span className="soft small">{placeWords(file, record, field, speaking.say).what}</span>
      )}
      <bdi className="keep-lines">{valueWords(speaking, record, field, value)}</bdi>
    </div>
  ));
}
