import type { LogName, PulledRow } from "../../src/protocol/logs.ts";
import { chainAfter } from "../../src/protocol/runningHash.ts";
import { encodeSealed, entryIdOf } from "../../src/protocol/sealedEntry.ts";
import { encodeStatement, judgeStatement, statementIdOf } from "../../src/protocol/statement.ts";
import type { RelayCalls } from "../../src/sync/relayCalls.ts";
import { nameOf, type Scene } from "../converge/scene.ts";
import { judgeSealed } from "../protocol/judgeSealed.ts";

/** What a relay that lies to one device, Bram's, answers in the place of an honest one. */

export type Pulled = {
  readonly rows: readonly PulledRow[];
  readonly head: { readonly seq: number; readonly chain: string };
};

export const idOf = (bytes: Uint8Array): string => {
  const sealed = judgeSealed(bytes);
  if (typeof sealed !== "string") return entryIdOf(sealed);
  const signed = judgeStatement(bytes);
  if (typeof signed === "string") throw new Error(signed);
  return statementIdOf(signed.statement);
};

/** Rows one after the other, with the running hash that an honest relay would give them. */
export function numbered({ rows }: Pulled, after: { readonly seq: number; readonly chain: string }): Pulled {
  let { seq, chain } = after;
  const told = rows.map((row) => {
    seq += 1;
    chain = chainAfter(chain, idOf(row.bytes));
    return { ...row, seq };
  });
  return { rows: told, head: { seq, chain } };
}

/** Changes what Bram hears of one log. */
export const toBram =
  (kind: LogName["kind"], told: (answer: Pulled, after: Pulled["head"], scene: Scene) => Pulled) =>
  (scene: Scene): void =>
    scene.lie((honest, device) => ({
      async pull(log, after) {
        const answer = await honest.pull(log, after);
        const isMeant = device === nameOf(scene.bram) && log.kind === kind && log.case !== scene.agency;
        return isMeant && "rows" in answer ? told(answer, after, scene) : answer;
      },
    }));

/** Any of his calls. */
export const onBram =
  (lie: (honest: RelayCalls, scene: Scene) => Partial<RelayCalls>) =>
  (scene: Scene): void =>
    scene.lie((honest, device) => (device === nameOf(scene.bram) ? lie(honest, scene) : {}));

export const changed = (bytes: Uint8Array, fromEnd: number): Uint8Array => {
  const other = bytes.slice();
  const at = other.length - 1 - fromEnd;
  other[at] = (other[at] ?? 0) ^ 1;
  return other;
};

export const without = <T>(rows: readonly T[], at: number): T[] => rows.filter((_, i) => i !== at);

export const moved = (rows: readonly PulledRow[], from: number, to: number): PulledRow[] =>
  rows.map((row, i) => ({ ...row, bytes: (rows[i === from ? to : i === to ? from : i] ?? row).bytes }));

export function ofAnotherCase(bytes: Uint8Array): Uint8Array {
  const sealed = judgeSealed(bytes);
  if (typeof sealed === "string") throw new Error(sealed);
  return encodeSealed({ ...sealed, header: { ...sealed.header, case: "0e".repeat(16) } });
}

export function signedBadly(bytes: Uint8Array): Uint8Array {
  const sealed = judgeSealed(bytes);
  if (typeof sealed === "string") throw new Error(sealed);
  return encodeSealed({ ...sealed, signature: changed(sealed.signature, 0) });
}

export function saidElsewhere(
  bytes: Uint8Array,
  where: { readonly agency?: string; readonly case?: string },
): Uint8Array {
  const signed = judgeStatement(bytes);
  if (typeof signed === "string") throw new Error(signed);
  return encodeStatement({ ...signed, statement: { ...signed.statement, ...where } });
}

export const endless = (honest: RelayCalls): Partial<RelayCalls> => ({
  pull: async (_log, { seq, chain }) => ({ rewind: { seq: seq + 1, chain } }),
  async ids(log, after) {
    const { ids, head } = (await honest.ids(log, 0)) as { ids: string[]; head: Pulled["head"] };
    return { ids: ids.slice(0, 1), head: { ...head, seq: after + 1000 } };
  },
});

export const refusingAll = (refused: "fork" | "not-a-member" | "gap" | "void") => (honest: RelayCalls) => ({
  push: async (log: LogName, rows: readonly Uint8Array[], isNew: boolean) =>
    log.kind === "entries"
      ? {
          answers: rows.map((bytes) => ({ id: idOf(bytes), refused, last: 0 })),
          head: { seq: 0, chain: "" },
        }
      : honest.push(log, rows, isNew),
});
