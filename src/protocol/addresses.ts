import type { LogName } from "./logs.ts";

/** Where a log is, below the relay's own address. The agency is the session's. */
export const pathOf = ({ kind, case: caseId }: LogName): string =>
  kind === "roster" ? "/api/roster" : `/api/cases/${caseId}/${kind}`;

export const missingPath = (caseId: string): string => `/api/cases/${caseId}/missing`;

export const latePath = (caseId: string): string => `/api/cases/${caseId}/late`;

/**
 * The one-time link that sets an agency up: its secret stands behind the `#`, so that no server and no proxy sees it until
 * the app sends it.
 */
export const setUpLinkOf = (origin: string, secret: string): string => `${origin}/agency/new#${secret}`;
