import type { CaseId, RecordId } from "../domain/ids.ts";

/** Every address in one table. None holds a name: ids are random, and tools are named by their neutral ids. */
export const paths = {
  families: "/families",
  numbers: "/numbers",
  settings: "/settings",
  setting: (part: string): string => `/settings/${part}`,
  about: "/about",
  saved: "/saved",
  agency: "/agency",
  /** Where a relay's one-time link leads; its secret stands behind the `#`. */
  newAgency: "/agency/new",
  /** Where an invitation leads; what it holds stands behind the `#`. */
  joinAgency: "/agency/join",
  family: (family: CaseId): string => `/families/${family}`,
  people: (family: CaseId): string => `/families/${family}/people`,
  person: (family: CaseId, person: RecordId | "new"): string => `/families/${family}/people/${person}`,
  visits: (family: CaseId): string => `/families/${family}/visits`,
  assessment: (family: CaseId): string => `/families/${family}/assessment`,
  plan: (family: CaseId): string => `/families/${family}/plan`,
  timeline: (family: CaseId): string => `/families/${family}/timeline`,
  access: (family: CaseId): string => `/families/${family}/access`,
  report: (family: CaseId): string => `/families/${family}/report`,
  versions: (family: CaseId): string => `/families/${family}/versions`,
  safety: (family: CaseId): string => `/families/${family}/safety`,
  decision: (family: CaseId, run: RecordId): string => `/families/${family}/safety/${run}`,
  prepare: (family: CaseId, visit: RecordId): string => `/families/${family}/visits/${visit}/prepare`,
  table: (family: CaseId, visit: RecordId): string => `/families/${family}/visits/${visit}/table`,
  finish: (family: CaseId, visit: RecordId): string => `/families/${family}/visits/${visit}/finish`,
  leaveBehind: (family: CaseId, visit: RecordId): string =>
    `/families/${family}/visits/${visit}/leave-behind`,
  handover: (family: CaseId, visit: RecordId): string => `/families/${family}/visits/${visit}/hand-over`,
  show: (family: CaseId, visit: RecordId, tool: string): string =>
    `/families/${family}/visits/${visit}/show/${tool}`,
  /** A tool at the table, or outside a visit; whom it is about and in whose voice stand in the query. */
  tool: (
    family: CaseId,
    visit: RecordId | undefined,
    tool: string,
    query: { readonly about?: string; readonly voice?: string; readonly occasion?: string } = {},
  ): string => {
    const base = visit ? `/families/${family}/visits/${visit}` : `/families/${family}`;
    const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString();
    return `${base}/tools/${tool}${search && `?${search}`}`;
  },
} as const;
