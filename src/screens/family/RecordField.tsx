import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { paths } from "../../app/paths.ts";
import type { Command } from "../../commands/command.ts";
import type { WriteArgs } from "../../commands/records.ts";
import { headsAt } from "../../domain/casefile.ts";
import type { Means } from "../../domain/entry.ts";
import type { RecordId } from "../../domain/ids.ts";
import { Chip } from "../../ui/Chip.tsx";
import { KeptField } from "../casefile/KeptField.tsx";
import { useFamily, useWorkerId, useWrite } from "../casefile/useFamily.ts";

type Props = {
  readonly id: RecordId;
  readonly field: string;
  readonly command: Command<WriteArgs>;
  readonly label: string;
  readonly description?: ReactNode;
  readonly kind?: "line" | "area";
  readonly rows?: number;
  /** In whose words, and how they came; the worker's own where absent. */
  readonly voice?: RecordId;
  readonly means?: Means;
  readonly store?: (typed: string) => string;
  readonly shown?: (stored: string) => string;
};

/** A text field of a record that stands, with "2 versies" beside it where people wrote apart. */
export function RecordField(props: Props) {
  const { id, field, command, voice, means, store, ...rest } = props;
  const { t } = useTranslation("casefile");
  const { caseId, file } = useFamily();
  const write = useWrite();
  const worker = useWorkerId();
  const versions = headsAt(file, id, field).length;
  return (
    <KeptField
      {...rest}
      caseId={caseId}
      record={id}
      field={field}
      voice={voice ?? worker}
      aside={
        versions > 1 && (
          <Link to={paths.versions(caseId)} className="case-versions-link">
            <Chip tone="caution">{t("versions.chip", { count: versions })}</Chip>
          </Link>
        )
      }
      save={(text, { over, clearsDraft }) =>
        write(
          command,
          { record: id, values: { [field]: store ? store(text) : text }, over: { [field]: over } },
          { clearsDraft, ...(voice ? { voice } : {}), ...(means && voice !== worker ? { means } : {}) },
        )
      }
    />
  );
}
