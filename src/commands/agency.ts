import { agencyNameField, agencyRecord, invitedNameField, sealedRootField } from "../domain/agency.ts";
import { existsField } from "../domain/casefile.ts";
import type { RecordId } from "../domain/ids.ts";
import type { Command } from "./command.ts";

/**
 * Written in the agency's own case file, which everybody reads who belongs to it. The root's sealed seed lies beside the
 * name: without it the recovery sheet opens what was written, and nobody could ever speak as the agency again.
 */
export const nameAgency: Command<{ readonly name: string; readonly sealedRoot: string }> = {
  intent: "agencyNamed",
  inTogether: false,
  plan: ({ name, sealedRoot }) =>
    name.trim() === ""
      ? { refused: "nameNeeded" }
      : [
          { record: agencyRecord, field: existsField, value: "agency" },
          { record: agencyRecord, field: agencyNameField, value: name.trim() },
          { record: agencyRecord, field: sealedRootField, value: sealedRoot },
        ],
};

export const nameInvitation: Command<{ readonly key: string; readonly name: string }> = {
  intent: "invitationNamed",
  inTogether: false,
  plan: ({ key, name }) =>
    name.trim() === ""
      ? { refused: "nameNeeded" }
      : [{ record: key as RecordId, field: invitedNameField, value: name.trim() }],
};

/** A colleague who has just come in: the door writes the author's name with it, as with every first entry. */
export const introduceSelf: Command<Record<string, never>> = {
  intent: "colleagueNamed",
  inTogether: false,
  plan: (_, { author }) => [{ record: author, field: "isIntroduced", value: true }],
};
