import { fingerprintOf as fingerprint } from "../../protocol/agencyId.ts";

/** What two people compare aloud before one of them joins: the agency's id, in eight groups. */
export const fingerprintOf: (agency: string) => string = fingerprint;
