import { Plus } from "lucide-react";
import type { RecordId } from "../domain/ids.ts";
import type { Group } from "../domain/instrument.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { RowTitle, rowWords } from "./RowTitle.tsx";
import type { View } from "./view.ts";

type Props = View & {
  readonly group: Group;
  readonly rowGroups: readonly Group[];
  /** Opens a row at its first question; a new one where none is named. */
  readonly onRow: (row: RecordId | undefined) => void;
};

/** What somebody has told of so far, and the choice to tell of one more. */
export function OwnRows({ onRow, ...props }: Props) {
  const { host, words, group } = props;
  const rows = host.rows(group.id);
  return (
    <div className="stack">
      {rows.length > 0 && (
        <ul className="own-cards own-rows">
          {rows.map((row, at) => {
            const about = rowWords({ ...props, row }).join(" · ") || `${at + 1}.`;
            return (
              <Card key={row.id} as="li">
                <div className="row row-between">
                  <RowTitle {...props} row={row} at={at} />
                  <span className="row">
                    <Button aria-label={`${words.say("change")}: ${about}`} onClick={() => onRow(row.id)}>
                      {words.say("change")}
                    </Button>
                    <Button
                      variant="quiet"
                      aria-label={`${words.say("remove")}: ${about}`}
                      onClick={() => host.removeRow(row.id)}
                    >
                      {words.say("remove")}
                    </Button>
                  </span>
                </div>
              </Card>
            );
          })}
        </ul>
      )}
      <div className="row row-center">
        <Button icon={<Plus aria-hidden="true" />} onClick={() => onRow(undefined)}>
          {words.another}
        </Button>
      </div>
    </div>
  );
}
