import Dexie from "dexie";
import type { Database, EntryRow } from "./database.ts";
import type { HeldBack, Stands } from "./ledger.ts";
import { persist } from "./persist.ts";

const { minKey, maxKey } = Dexie;

/** What is looked up among the entries on disk, inside a transaction or outside. Each look goes by an index. */
export function createEntryQueries(database: Database) {
  const { entries } = database;

  const inCase = (caseId: string) =>
    entries.where("[case+arrived]").between([caseId, minKey], [caseId, maxKey]);

  const ofDevice = (caseId: string, device: string, from: number) =>
    entries.where("[case+device+n]").between([caseId, device, from], [caseId, device, maxKey], true, true);

  const outsideIn = (caseId: string) => entries.where("[case+outside]").equals([caseId, 1]);

  const heldAs = (why: HeldBack["why"], caseId: string) => entries.where("[held+case]").equals([why, caseId]);

  /** The highest number of each device in a case: one look into the index for each. */
  async function ends(caseId: string): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    for (let before = ""; ; ) {
      const keys = await entries
        .where("[case+device+n]")
        .between([caseId, before, maxKey], [caseId, maxKey], false, false)
        .limit(1)
        .keys();
      const device = (keys[0] as unknown as readonly string[] | undefined)?.[1];
      if (device === undefined) return found;
      const end = await ofDevice(caseId, device, 0).last();
      found.set(device, end?.n ?? 0);
      before = device;
    }
  }

  /** Where a device's numbers stand up to some one: which rows beyond it were thought to stand. */
  async function fallen(caseId: string, device: string, stands: Stands): Promise<readonly string[]> {
    const rows = await ofDevice(caseId, device, 0)
      .reverse()
      .until(({ n }) => stands(device, n))
      .toArray();
    return rows.flatMap(({ id, outside }) => (outside ? [] : [id]));
  }

  /** What rises to stand, what falls, and of what was left as late or refused for its writer what may be offered again. */
  async function judged(caseId: string, stands: Stands) {
    const may = ({ device, n }: EntryRow): boolean => stands(device, n);
    const idOf = ({ id }: EntryRow): string => id;
    const risen = (await outsideIn(caseId).toArray()).filter(may).map(idOf);
    const gone: string[] = [];
    for (const [device, n] of await ends(caseId)) {
      if (!stands(device, n)) gone.push(...(await fallen(caseId, device, stands)));
    }
    const refused = await heldAs("not-a-member", caseId).toArray();
    const late = await heldAs("late", caseId).toArray();
    return { risen, gone, free: [...refused, ...late].filter(may).map(idOf) };
  }

  /** Each case of which an index has a row: one look for each. */
  async function casesIn(index: "[case+unsent+device+n]" | "[case+unheard]"): Promise<readonly string[]> {
    const found: string[] = [];
    for (let before = ""; ; ) {
      const keys = await persist(database, () =>
        entries.where(index).between([before, maxKey], [maxKey], false, false).limit(1).keys(),
      );
      const caseId = (keys[0] as unknown as readonly string[] | undefined)?.[0];
      if (caseId === undefined) return found;
      found.push(caseId);
      before = caseId;
    }
  }

  return { inCase, ofDevice, outsideIn, heldAs, ends, judged, casesIn };
}
