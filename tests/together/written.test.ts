import { expect, test } from "vitest";
import type { Head } from "../../src/domain/casefile.ts";
import type { RecordId } from "../../src/domain/ids.ts";
import type { Row, RunHost } from "../../src/instrument/host.ts";
import { questionsOf } from "../../src/instrument/questions.ts";
import { writtenAt } from "../../src/together/written.ts";
import { fakeHost, toolOf } from "../instrument/fakeHost.ts";

const today = "today" as RecordId;
const weeksAgo = "weeks-ago" as RecordId;

/** A card, with the visit in which its words were said. */
const card = (text: string, column: string, visit: RecordId): Row => ({
  id: text as RecordId,
  value: (field) => ({ text, column, order: 1 })[field],
  heads: (field) => (field === "text" ? [{ value: text, visit } as Head] : []),
});

test("what is read back of the map was said in this visit and in this column", () => {
  const map = toolOf("signs-of-safety");
  const host: RunHost = {
    ...fakeHost(map, { voice: "parent" }).host,
    rows: (group) =>
      group === "map"
        ? [
            card("Ik zing voor haar.", "goes-well", weeksAgo),
            card("Oma komt.", "goes-well", today),
            card("Hij schreeuwt.", "worries", today),
          ]
        : [],
  };
  const asked = questionsOf(map, "parent", host).find(({ item }) => item?.id === "goes-well");
  expect(asked?.show).toBe("cards");
  expect(asked && writtenAt({ host, about: [] }, asked, today)).toBe("Oma komt.");
});

test("an answer is read back as it stands", () => {
  const miracle = toolOf("miracle-question");
  const { host } = fakeHost(miracle, { voice: "parent", values: { "miracle-first-sign": "Rust." } });
  const asked = questionsOf(miracle, "parent", host).map((one) => writtenAt({ host, about: [] }, one, today));
  expect(asked).toContain("Rust.");
});
