import type { i18n } from "i18next";
import type { Run as Write } from "../../app/useCase.ts";
import type { How } from "../../commands/door.ts";
import type { CaseFile } from "../../domain/casefile.ts";
import type { Means } from "../../domain/entry.ts";
import type { EntryId, RecordId, RunKey } from "../../domain/ids.ts";
import type { Instrument } from "../../domain/instrument.ts";

/** What a run's host is made from. */
export type HostNeeds = {
  readonly file: CaseFile;
  readonly instrument: Instrument;
  readonly key: RunKey;
  readonly voice: "worker" | "parent" | "child";
  /** How a person's words came. A worker's own are always typed by themselves. */
  readonly means: Means;
  /** The visit that is going on, also for a run that spans visits. */
  readonly visit: RecordId | undefined;
  readonly worker: RecordId;
  readonly write: Write;
  readonly i18n: i18n;
};

/** How one text was written: from which heads its typing started, and which draft it takes away. */
export type Typed = { readonly over?: readonly EntryId[]; readonly clearsDraft?: string };

/** In whose voice something is written, how it came, and in which visit. */
export const howOf = (
  needs: Pick<HostNeeds, "key" | "worker" | "means" | "visit">,
  voice = needs.key.voice,
): How => ({
  voice,
  ...(voice === needs.worker ? {} : { means: needs.means }),
  ...(needs.visit ? { visit: needs.visit } : {}),
});
