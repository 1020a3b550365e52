import { overAt } from "../../src/domain/casefile.ts";
import { type Entry, readerVersion, type SetOp } from "../../src/domain/entry.ts";
import type { CaseId, DeviceId, RecordId } from "../../src/domain/ids.ts";
import { decodeCbor, encodeCbor } from "../../src/protocol/cbor.ts";
import type { LogName } from "../../src/protocol/logs.ts";
import { contextOf, judgeStatement, statementDigest } from "../../src/protocol/statement.ts";
import { fromInside, toInside } from "../../src/store/entryCodec.ts";
import { createExchange, type Exchange, type Round } from "../../src/sync/exchange.ts";
import type { RelayCalls } from "../../src/sync/relayCalls.ts";
import type { CaseKeys } from "../../src/sync/tend.ts";
import { openEntry, sealEntry } from "../../src/vault/seal.ts";
import type { Chance } from "./chance.ts";
import { createMemoryLedger, isForked, type MemoryLedger, type Row } from "./memoryLedger.ts";
import { createSigner, isQuicklySigned, type Signer } from "./quickSigning.ts";

/** One device of a simulation: the real exchange, the real codec and the real seal, over a store in memory. */

/** Keys are made of their ids: whether a device has one is what counts here. */
const aesKeys = new Map<string, Promise<CryptoKey>>();

function aesKey(kid: string): Promise<CryptoKey> {
  const raw = new Uint8Array(32).fill(Number.parseInt(kid.slice(0, 2), 16));
  const known =
    aesKeys.get(kid) ?? crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  aesKeys.set(kid, known);
  return known;
}

/** The same bytes open to the same entry on every device that has the key. */
const opened = new WeakMap<Uint8Array, Entry>();

export type Identity = { readonly signer: Signer; readonly recipient: string; readonly member: string };

export type SimulatedDevice = {
  identity(): Identity;
  readonly ledger: MemoryLedger;
  readonly exchange: () => Exchange;
  /** How many rounds ended well, and what the last one said. */
  round(): Promise<Round>;
  write(caseId: string, place: number, value: string): Promise<void>;
  /** Another tablet with all that this one has, its keys and its name included. */
  clone(relay: RelayCallsOf): SimulatedDevice;
  kids(caseId: string): readonly string[];
  makeKey(caseId: string): void;
  relabelled: number;
};

export type RelayCallsOf = (identity: () => string) => RelayCalls;

export type DeviceNeeds = {
  readonly agency: string;
  readonly chance: Chance;
  readonly relay: RelayCallsOf;
  /** A wrong clock, in milliseconds: it must decide nothing. */
  readonly clock: () => number;
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const record = "thing" as RecordId;

export function createDevice(
  needs: DeviceNeeds,
  first: Identity,
  held: Map<string, string[]> = new Map(),
  from?: MemoryLedger,
): SimulatedDevice {
  const { agency, chance, clock } = needs;
  let identity = first;
  const ownNames = new Set([first.signer.id]);
  const kidsOf = (caseId: string): string[] => {
    const known = held.get(caseId) ?? [];
    held.set(caseId, known);
    return known;
  };

  const open = async (bytes: Uint8Array): Promise<Entry | undefined> => {
    const known = opened.get(bytes);
    const usable = new Map<string, CryptoKey>();
    for (const kids of held.values()) for (const kid of kids) usable.set(kid, await aesKey(kid));
    if (known && [...held.values()].some((kids) => kids.length > 0)) {
      const kid = kidOf.get(bytes);
      if (kid !== undefined && usable.has(kid)) return known;
    }
    const found = await openEntry(bytes, (kid) => usable.get(kid), isQuicklySigned);
    if (!found.ok) return undefined;
    const entry = fromInside(found.header, found.id, found.inside);
    if (!entry) throw new Error("an entry of ours is not one");
    opened.set(bytes, entry);
    kidOf.set(bytes, found.header.kid);
    return entry;
  };

  const ledger = from?.clone(open) ?? createMemoryLedger(open);

  const prepared = new Map<string, string>();
  const keys: CaseKeys = {
    isPartial: () => false,
    expect: () => undefined,
    kids: kidsOf,
    sealGrant: async (caseId, recipient) => encodeCbor({ recipient, caseId, kids: kidsOf(caseId) }),
    async openGrant(caseId, _opened, { file }) {
      const grant = decodeCbor(file) as { recipient: string; caseId: string; kids: string[] };
      if (grant.recipient !== identity.recipient || grant.caseId !== caseId) return false;
      const own = kidsOf(caseId);
      // New ones first: the one that seals stays last until another is announced.
      held.set(caseId, [...grant.kids.filter((kid) => !own.includes(kid)), ...own]);
      await ledger.openWaiting(caseId);
      return true;
    },
    async prepare(caseId) {
      const kid = prepared.get(caseId) ?? hex(chance.bytes(8));
      prepared.set(caseId, kid);
      if (!kidsOf(caseId).includes(kid)) kidsOf(caseId).unshift(kid);
      return kid;
    },
    async sealWith(caseId, kid) {
      if (prepared.get(caseId) === kid) prepared.delete(caseId);
      held.set(caseId, [...kidsOf(caseId).filter((one) => one !== kid), kid]);
    },
  };

  const newExchange = (): Exchange => {
    const { signer } = identity;
    return createExchange({
      agency,
      device: signer.id,
      relay: needs.relay(() => signer.id),
      ledger,
      keys,
      clock,
      sign: async (statement) => ({
        statement,
        signature: signer.sign(contextOf(statement), statementDigest(statement)),
      }),
      verify: async (bytes) => {
        const signed = judgeStatement(bytes);
        if (typeof signed === "string") return false;
        const { statement, signature } = signed;
        return isQuicklySigned(statement.by, contextOf(statement), statementDigest(statement), signature);
      },
    });
  };
  let exchange = newExchange();
  /** Of the name before: a relay that lost its word for the new one hears it again. */
  let former: Exchange | undefined;

  /** Seals what this device says now, after its own last entry. */
  async function seal(caseId: string, planned: Omit<Entry, "id" | "device" | "n">): Promise<void> {
    const kid = kidsOf(caseId).at(-1);
    if (kid === undefined) return;
    const own = ledger
      .rows(caseId)
      .filter((row) => row.device === identity.signer.id && !isForked(row.held))
      .sort((a, b) => b.n - a.n)[0];
    const n = (own?.n ?? 0) + 1;
    const { signer } = identity;
    const sealer = {
      caseKey: { kid, key: await aesKey(kid) },
      sign: async (bytes: Uint8Array) => signer.sign("entry", bytes),
      device: signer.id,
    };
    const seen = ledger.file(caseId).counts;
    const { id, bytes } = await sealEntry(
      sealer,
      { case: caseId, n, prev: own?.id ?? "" },
      toInside(planned, seen),
      chance.bytes,
    );
    const entry = { ...planned, id: id as Entry["id"], device: signer.id as DeviceId, n, seen: [...seen] };
    opened.set(bytes, entry);
    kidOf.set(bytes, kid);
    ledger.add(caseId, entry, bytes);
  }

  const plan = (
    caseId: string,
    ops: readonly SetOp[],
    lamport: number,
  ): Omit<Entry, "id" | "device" | "n"> => ({
    case: caseId as CaseId,
    reader: readerVersion,
    lamport,
    wall: clock(),
    zone: 60,
    author: identity.member as RecordId,
    voice: identity.member as RecordId,
    means: "self",
    intent: "wrote",
    ops,
  });

  const rosterLog: LogName = { agency, kind: "roster", case: "" };

  async function vouch(by: Exchange, device: string): Promise<boolean> {
    const role = (await by.roster()).roles.get(identity.member) ?? "worker";
    const { member, recipient } = identity;
    return by.say(rosterLog, { kind: "admitted", member, device, recipient, role });
  }

  /** A cloned tablet goes on under a name of its own. Its old key vouches for the new one. */
  async function takeNewName(): Promise<boolean> {
    const signer = createSigner(chance.bytes(32));
    if (!(await vouch(exchange, signer.id))) return false;
    former = exchange;
    identity = { ...identity, signer };
    ownNames.add(signer.id);
    exchange = newExchange();
    return true;
  }

  const device: SimulatedDevice = {
    identity: () => identity,
    ledger,
    exchange: () => exchange,
    relabelled: 0,
    async round() {
      const round = await exchange.round();
      if (round.unknown && former && !(await former.round()).unknown) await vouch(former, identity.signer.id);
      for (const [caseId, ids] of await ledger.forked()) {
        const rows = ledger.rows(caseId).filter(({ id }) => ids.includes(id));
        const isOwn = rows.some((row) => row.device === identity.signer.id);
        if (isOwn && !(await takeNewName())) continue;
        await sealAnew(caseId, rows);
      }
      return round;
    },
    write: (caseId, place, value) => {
      const file = ledger.file(caseId);
      const field = `f${place}`;
      const op: SetOp = { kind: "set", record, field, value, over: overAt(file, record, field) };
      return seal(caseId, plan(caseId, [op], file.lamport + 1));
    },
    clone: (relay) => {
      const copies = new Map([...held].map(([caseId, kids]) => [caseId, [...kids]]));
      return createDevice({ ...needs, relay }, identity, copies, ledger);
    },
    kids: kidsOf,
    // Not a prepared one: that would be announced as new after the first removal, and known to who was removed.
    makeKey: (caseId) => void kidsOf(caseId).push(hex(chance.bytes(8))),
  };

  /** Of another device's entry only what nobody here has replaced: the rest was seen, and is answered. */
  function stillSaid(caseId: string, row: Row, entry: Entry): readonly SetOp[] {
    if (ownNames.has(row.device)) return entry.ops;
    const replaced = ledger
      .rows(caseId)
      .some(
        ({ held, entry: other }) => !isForked(held) && other?.ops.some((op) => op.over.includes(entry.id)),
      );
    return replaced ? [] : entry.ops;
  }

  async function sealAnew(caseId: string, rows: readonly Row[]): Promise<void> {
    const renamed = new Map<string, string>();
    const ordered = [...rows].sort((a, b) => (a.entry?.lamport ?? 0) - (b.entry?.lamport ?? 0));
    for (const row of ordered) {
      if (!row.entry) continue;
      const over = (ids: readonly string[]) => ids.map((id) => (renamed.get(id) ?? id) as Entry["id"]).sort();
      const ops = stillSaid(caseId, row, row.entry).map((op) => ({ ...op, over: over(op.over) }));
      if (ops.length > 0) {
        await seal(caseId, plan(caseId, ops, row.entry.lamport));
        const fresh = ledger.rows(caseId).at(-1);
        if (fresh) renamed.set(row.id, fresh.id);
      }
      await ledger.holdBack(caseId, [{ id: row.id, why: "sealed-anew" }]);
      device.relabelled += 1;
    }
  }

  return device;
}

const kidOf = new WeakMap<Uint8Array, string>();
