import { encodeCbor } from "../../src/protocol/cbor.ts";
import { RelayProblem } from "../../src/sync/relayCalls.ts";
import type { Scene } from "../converge/scene.ts";
import {
  changed,
  endless,
  idOf,
  moved,
  numbered,
  ofAnotherCase,
  onBram,
  refusingAll,
  toBram,
  without,
} from "./lying.ts";

/** `undefined`: the round ends well, since nothing of it can be seen at once. */
export const entryLies: readonly (readonly [
  string,
  RelayProblem["kind"] | undefined,
  (scene: Scene) => void,
])[] = [
  [
    "a row is left out",
    "dishonest",
    toBram("entries", ({ rows, head }) => ({ rows: without(rows, 1), head })),
  ],
  [
    "a row is left out, and the others are numbered anew",
    "dishonest",
    toBram("entries", ({ rows, head }, after) => ({
      rows: numbered({ rows: without(rows, 1), head }, after).rows,
      head: { ...head, seq: head.seq - 1 },
    })),
  ],
  [
    "two rows are swapped",
    "dishonest",
    toBram("entries", ({ rows, head }) => ({ rows: moved(rows, 0, 1), head })),
  ],
  [
    "a row is repeated",
    "dishonest",
    toBram("entries", ({ rows, head }, after) => ({
      rows: numbered({ rows: [...rows, ...rows], head }, after).rows,
      head,
    })),
  ],
  [
    "a row of another family",
    "dishonest",
    toBram("entries", ({ rows, head }) => ({
      rows: rows.map((row, i) => (i === 1 ? { ...row, bytes: ofAnotherCase(row.bytes) } : row)),
      head,
    })),
  ],
  [
    "a byte of a row is altered",
    "dishonest",
    toBram("entries", ({ rows, head }) => ({
      rows: rows.map((row, i) => (i === 1 ? { ...row, bytes: changed(row.bytes, 100) } : row)),
      head,
    })),
  ],
  [
    "a row that nobody wrote, with a running hash of its own",
    undefined,
    toBram("entries", ({ rows, head }, after) =>
      numbered(
        { rows: rows.map((row, i) => (i === 1 ? { ...row, bytes: changed(row.bytes, 100) } : row)), head },
        after,
      ),
    ),
  ],
  [
    "a row is no entry at all",
    "dishonest",
    toBram("entries", ({ rows, head }) => ({
      rows: rows.map((row, i) => (i === 1 ? { ...row, bytes: encodeCbor({ hello: 1 }) } : row)),
      head,
    })),
  ],
  [
    "a wrong number",
    "dishonest",
    toBram("entries", ({ rows, head }) => ({
      rows: rows.map((row) => ({ ...row, seq: row.seq + 1 })),
      head,
    })),
  ],
  [
    "a number left out, which its running hash says nothing of",
    "dishonest",
    toBram("entries", ({ rows, head }) => ({
      rows: rows.map((row, i) => (i > 0 ? { ...row, seq: row.seq + 1 } : row)),
      head: { ...head, seq: head.seq + 1 },
    })),
  ],
  [
    "a wrong running hash",
    "dishonest",
    toBram("entries", ({ rows, head }) => ({ rows, head: { ...head, chain: "ab".repeat(16) } })),
  ],
  [
    "an end in the future, and nothing until there",
    "dishonest",
    toBram("entries", ({ head }) => ({ rows: [], head: { ...head, seq: head.seq + 9 } })),
  ],
  [
    "an end before what it hands out",
    "dishonest",
    toBram("entries", ({ rows, head }) => ({ rows, head: { ...head, seq: head.seq - 1 } })),
  ],
  [
    "that its history is another, again and again",
    "dishonest",
    onBram(() => ({ pull: async () => ({ rewind: { seq: 1, chain: "ab".repeat(16) } }) })),
  ],
  ["another history, whose end moves away for ever", "dishonest", onBram(endless)],
  [
    "another history, and none of its ids",
    "dishonest",
    onBram(() => ({
      pull: async () => ({ rewind: { seq: 9, chain: "ab".repeat(16) } }),
      ids: async () => ({ ids: [], head: { seq: 9, chain: "ab".repeat(16) } }),
    })),
  ],
  [
    "that all logs have moved, where none has",
    undefined,
    onBram((honest) => ({
      async heads() {
        const answer = await honest.heads();
        if ("denied" in answer) return answer;
        return {
          ...answer,
          heads: answer.heads.map(({ log, head }) => ({ log, head: { ...head, seq: head.seq + 5 } })),
        };
      },
    })),
  ],
  [
    "that nothing is there at all",
    "dishonest",
    onBram(() => ({
      heads: async () => ({ heads: [], late: [] }),
      pull: async () => ({ rows: [], head: { seq: 0, chain: "" } }),
    })),
  ],
  [
    "another history for him alone, without what others wrote",
    undefined,
    toBram("entries", (_answer, { seq, chain }) => ({ rows: [], head: { seq, chain } })),
  ],
  [
    "a receipt for what it has not kept",
    undefined,
    onBram((honest) => ({
      async push(log, rows, isNew) {
        if (log.kind !== "entries") return honest.push(log, rows, isNew);
        const before = await honest.pull(log, { seq: 0, chain: "" });
        const { seq, chain } = "head" in before ? before.head : { seq: 0, chain: "" };
        const { rows: told, head } = numbered(
          { rows: rows.map((bytes) => ({ bytes, seq: 0, receivedAt: 1 })), head: { seq, chain } },
          { seq, chain },
        );
        return { answers: told.map((row) => ({ id: idOf(row.bytes), seq: row.seq, receivedAt: 1 })), head };
      },
    })),
  ],
  [
    "a receipt for other rows than were sent",
    undefined,
    onBram((honest, { bram, caseId }) => ({
      async push(log, rows, isNew) {
        if (log.kind !== "entries") return honest.push(log, rows, isNew);
        const other = bram.ledger
          .rows(caseId)
          .filter(({ unsent }) => unsent)
          .at(-1);
        return {
          answers: rows.map(() => ({ id: other?.id ?? "", seq: 2, receivedAt: 1 })),
          head: { seq: 2, chain: "ab".repeat(16) },
        };
      },
    })),
  ],
  [
    "no receipt for what it has kept",
    "offline",
    onBram((honest) => ({
      async push(log, rows, isNew) {
        await honest.push(log, rows, isNew);
        throw new RelayProblem("offline");
      },
    })),
  ],
  [
    "fewer answers than rows",
    undefined,
    onBram(() => ({ push: async () => ({ answers: [], head: { seq: 0, chain: "" } }) })),
  ],
  ["that all his numbers are taken", undefined, onBram(refusingAll("fork"))],
  ["that something before is missing, which it has", undefined, onBram(refusingAll("gap"))],
  [
    "that he is no member, and that it keeps what he leaves, and it does not",
    undefined,
    onBram((honest) => ({ ...refusingAll("not-a-member")(honest), late: async () => ({ kept: [] }) })),
  ],
  [
    "that he may hear and send nothing",
    undefined,
    onBram(() => ({
      pull: async () => ({ denied: "not-a-member" }),
      push: async () => ({ denied: "not-a-member" }),
      ids: async () => ({ denied: "not-a-member" }),
    })),
  ],
  [
    "that it has never heard of him",
    undefined,
    onBram(() => ({ heads: async () => ({ denied: "unknown" }) })),
  ],
  [
    "that what he wrote is there, where it is missing",
    undefined,
    onBram(() => ({ missing: async () => ({ missing: [] }) })),
  ],
];
