import { expect, test } from "vitest";
import { logAccess } from "../../src/commands/access.ts";
import { accessesOf } from "../../src/domain/access.ts";
import { emptyCaseFile } from "../../src/domain/casefile.ts";
import { type Entry, readerVersion } from "../../src/domain/entry.ts";
import { foldInto } from "../../src/domain/fold.ts";
import type { CaseId, DeviceId, EntryId, RecordId } from "../../src/domain/ids.ts";

const family = "aa".repeat(16) as CaseId;
const agency = "bb".repeat(16) as CaseId;
const anna = "anna" as RecordId;

let made = 0;

/** The entry that the command leads to, in the file of this case. */
function entryFrom(inCase: CaseId, args: Parameters<typeof logAccess.plan>[0], wall: number): Entry {
  made += 1;
  const planned = logAccess.plan(args, {
    ...{ case: inCase, file: emptyCaseFile(inCase), author: anna, voice: anna, now: { wall, zone: 60 } },
    newRecord: () => `record-${made}` as RecordId,
  });
  if ("refused" in planned) throw new Error(planned.refused);
  return {
    ...{ id: `entry-${made}` as EntryId, case: inCase, device: "d" as DeviceId, n: made, lamport: made },
    ...{
      reader: readerVersion,
      wall,
      zone: 60,
      author: anna,
      voice: anna,
      means: "self",
      intent: "accessed",
    },
    ops: planned.map((change) => ({ kind: "set" as const, over: [], ...change })),
  };
}

test("who read, printed or exported a family is told, the latest first, with the role in which", () => {
  const entries = [
    entryFrom(family, { what: "read", role: "worker", of: family }, 1_000),
    entryFrom(family, { what: "exported", role: "worker", of: family }, 3_000),
    entryFrom(family, { what: "printed", role: "worker", of: family }, 2_000),
  ];
  const found = accessesOf(foldInto(emptyCaseFile(family), entries));
  expect(found.map(({ what, at, who, case: of, role }) => ({ what, at, who, of, role }))).toEqual([
    { what: "exported", at: 3_000, who: anna, of: family, role: "worker" },
    { what: "printed", at: 2_000, who: anna, of: family, role: "worker" },
    { what: "read", at: 1_000, who: anna, of: family, role: "worker" },
  ]);
});

test("who reads along logs it in the agency's file, which says of which family", () => {
  const entry = entryFrom(agency, { what: "read", role: "supervisor", of: family }, 1_000);
  const [found] = accessesOf(foldInto(emptyCaseFile(agency), [entry]));
  expect(found).toMatchObject({ case: family, who: anna, role: "supervisor" });
});
