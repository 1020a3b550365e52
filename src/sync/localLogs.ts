import type { Denied, LogName, PulledRow } from "../protocol/logs.ts";
import { sealedNameOf } from "../protocol/sealedName.ts";
import { judgeStatement, type KnownStatement, statementIdOf } from "../protocol/statement.ts";
import type { KeptStatement, Ledger, Stands } from "../store/ledger.ts";
import type { LocalLog } from "./pullLog.ts";
import { RelayProblem } from "./relayCalls.ts";

/** One reading per row: bytes are hashed once, however often they are asked about in a round. */
function remembering(
  read: (bytes: Uint8Array) => string | undefined,
): (bytes: Uint8Array) => string | undefined {
  const known = new WeakMap<Uint8Array, string | undefined>();
  return (bytes) => {
    if (!known.has(bytes)) known.set(bytes, read(bytes));
    return known.get(bytes);
  };
}

/** The entries of a case, as the exchange hears them. */
export function entriesOf(ledger: Ledger, name: LogName, stands: Stands): LocalLog {
  return {
    cursor: () => ledger.cursor(name),
    setCursor: (head) => ledger.setCursor(name, head),
    idOf: (bytes) => {
      const named = sealedNameOf(bytes);
      return named?.case === name.case ? named.id : undefined;
    },
    keep: (rows, cursor) => ledger.keepEntries(name, rows, cursor, stands),
    ids: () => ledger.entryIds(name.case),
    missing: (ids) => ledger.takeBack(name.case, ids),
    async atEnd() {
      await ledger.takeBackUnheard(name.case);
      return false;
    },
  };
}

/** A statement that was read, with its bytes. */
export type ReadStatement = KeptStatement & { readonly statement: KnownStatement };

/** A log is read many times in a round: the same bytes say the same, and are hashed once. */
const readBefore = new WeakMap<Uint8Array, ReadStatement | "none">();

function read(bytes: Uint8Array): ReadStatement | "none" {
  const signed = judgeStatement(bytes);
  if (typeof signed === "string") return "none";
  const id = statementIdOf(signed.statement);
  return { id, bytes, statement: { ...signed.statement, id } };
}

export function readStatement(name: LogName, bytes: Uint8Array): ReadStatement | undefined {
  const found = readBefore.get(bytes) ?? read(bytes);
  readBefore.set(bytes, found);
  if (found === "none") return undefined;
  const { statement } = found;
  return statement.agency === name.agency && statement.case === name.case ? found : undefined;
}

export type StatementLogNeeds = {
  readonly ledger: Ledger;
  /** Is it signed by whom it says? */
  readonly verify: (bytes: Uint8Array) => Promise<boolean>;
  /** Offers what the relay lacks. */
  readonly offer: (rows: readonly KeptStatement[]) => Promise<Denied | undefined>;
};

/** An agency's roster, or the membership of a case. */
export function statementsOf(name: LogName, { ledger, verify, offer }: StatementLogNeeds): LocalLog {
  const keep = async (rows: readonly PulledRow[], cursor: PulledRow["seq"], chain: string): Promise<void> => {
    const kept: KeptStatement[] = [];
    for (const { bytes } of rows) {
      const read = readStatement(name, bytes);
      // An honest relay has checked it too: whoever hands this out has made it up.
      if (!read || !(await verify(bytes))) throw new RelayProblem("dishonest");
      kept.push({ id: read.id, bytes });
    }
    await ledger.keepStatements(name, kept, { seq: cursor, chain });
  };
  return {
    cursor: () => ledger.cursor(name),
    setCursor: (head) => ledger.setCursor(name, head),
    idOf: remembering((bytes) => readStatement(name, bytes)?.id),
    keep: (rows, { seq, chain }) => keep(rows, seq, chain),
    ids: async () => new Set((await ledger.statements(name)).map(({ id }) => id)),
    missing: (ids) => ledger.takeBackStatements(name, ids),
    async atEnd() {
      const unheard = await ledger.unheardStatements(name);
      if (unheard.length === 0) return false;
      return (await offer(unheard)) ?? true;
    },
  };
}
