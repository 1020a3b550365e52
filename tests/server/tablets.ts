import { createDoor } from "../../src/commands/door.ts";
import { openFamily } from "../../src/commands/family.ts";
import { writeRecord } from "../../src/commands/records.ts";
import { type CaseFile, headsAt } from "../../src/domain/casefile.ts";
import { type CaseId, type RecordId, recordIdFrom } from "../../src/domain/ids.ts";
import type { LogName } from "../../src/protocol/logs.ts";
import type { Role } from "../../src/protocol/rosterSaying.ts";
import { contextOf, statementDigest } from "../../src/protocol/statement.ts";
import { openDatabase, removeDatabase } from "../../src/store/database.ts";
import { createDiskLedger } from "../../src/store/diskLedger.ts";
import { createJournal } from "../../src/store/journal.ts";
import { createExchange, type Exchange } from "../../src/sync/exchange.ts";
import { createVaultKeys } from "../../src/sync/vaultKeys.ts";
import { createInvitationKey } from "../../src/vault/invitationKey.ts";
import { createRoot } from "../../src/vault/root.ts";
import { signStatement, verifyStatement } from "../../src/vault/statements.ts";
import { createVault, type VaultRow } from "../../src/vault/vault.ts";
import type { Served } from "./served.ts";

/** Tablets as they are: the real vault, journal, door, ledger and exchange, over a real database each. */

const cheap = { memoryKib: 64, passes: 1, lanes: 1 };
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

/** Whoever signs: a device, the root, or an invitation's key. */
type Signing = {
  readonly by: string;
  readonly sign: (context: "roster" | "membership" | "session", bytes: Uint8Array) => Promise<Uint8Array>;
};

export type Tablet = Awaited<ReturnType<typeof createTablet>>;

/** A place of the case in which anybody may write. */
const place = { record: "thing" as RecordId, field: "text" };

const write = writeRecord("thing", "wrote");

let counter = 0;

export async function createTablet(served: Served, workerName: string, worker = recordIdFrom(random(16))) {
  counter += 1;
  const name = `tablet-${counter}`;
  let row: VaultRow | undefined;
  const shelf = {
    read: async () => row,
    write: async (next: VaultRow) => {
      row = next;
    },
  };
  const vault = createVault({ shelf, random, clock: () => Date.now(), argon: cheap });
  await vault.load();
  await vault.create({ words: ["een", "twee"], pin: "123456", profile: {} });
  const session = () => {
    const open = vault.session();
    if (!open) throw new Error("the vault is locked");
    return open;
  };
  const devices = new Map<string, string>();
  const database = openDatabase(name, "strict");
  const caches = openDatabase(name, "relaxed");
  const openStore = () => {
    const journal = createJournal({
      database,
      caches,
      keys: () => ({
        ...session(),
        sign: (bytes) => session().sign("entry", bytes),
        memberOf: (device) => devices.get(device),
      }),
      onEvent: () => undefined,
    });
    const door = createDoor({
      journal,
      author: () => ({ id: worker, name: workerName }),
      now: () => ({ wall: Date.now(), zone: 60 }),
      random,
      mode: () => ({ kind: "worker" }),
    });
    return { journal, door, ledger: createDiskLedger(database, journal.amend) };
  };
  let store = openStore();
  const own: Signing = {
    get by() {
      return session().device;
    },
    sign: (context, bytes) => session().sign(context, bytes),
  };

  const exchangeAs = (agency: string, as: Signing): Exchange =>
    createExchange({
      agency,
      device: as.by,
      relay: served.relayOf(agency, { id: as.by, sign: as.sign } as never),
      ledger: store.ledger,
      keys: createVaultKeys({ agency, session, onKeys: (id) => store.journal.refresh(id as CaseId) }),
      sign: async (statement) => ({
        statement,
        signature: await as.sign(contextOf(statement), statementDigest(statement)),
      }),
      verify: async (bytes) => (await verifyStatement(bytes)).ok,
      clock: () => Date.now(),
    });

  let agency = "";
  let exchange: Exchange | undefined;
  const linked = (): Exchange => {
    if (!exchange) throw new Error("this tablet has no agency");
    return exchange;
  };

  const rosterLog = (): LogName => ({ agency, kind: "roster", case: "" });
  const membersLog = (caseId: CaseId): LogName => ({ agency, kind: "members", case: caseId });

  async function round() {
    const done = await linked().round();
    for (const [device, { member }] of (await linked().roster()).devices) devices.set(device, member);
    return done;
  }

  return {
    ...{ name, worker, vault, database, own },
    journal: () => store.journal,
    ledger: () => store.ledger,
    device: () => session().device,
    agency: () => agency,
    exchange: linked,
    round,

    /** Founds an agency of which this tablet's worker is the administrator. */
    async found(): Promise<string> {
      const { agency: made, recovery, signer } = await createRoot(random);
      agency = made;
      const says = [
        { kind: "founded", recovery },
        {
          ...{ kind: "admitted", member: worker, device: session().device, role: "administrator" },
          recipient: await session().recipient(),
        },
      ];
      const rows: Uint8Array[] = [];
      let last = { n: 0, id: "" };
      for (const [at, one] of says.entries()) {
        const where = { agency, case: "", last, lamport: at + 1, wall: Date.now() };
        const { id, bytes } = await signStatement(signer, where, one);
        rows.push(bytes);
        last = { n: at + 1, id };
      }
      const relay = served.relayOf(agency, { id: session().device, sign: own.sign } as never);
      if (!(await relay.found((await served.newSecret()) ?? "", rows))) throw new Error("not founded");
      await session().addCase(agency);
      exchange = exchangeAs(agency, own);
      await round();
      return agency;
    },

    /** The seed that travels in the link. */
    async invite(role: Role = "worker"): Promise<{ readonly agency: string; readonly seedSigner: Signing }> {
      const { signer } = await createInvitationKey(random);
      const until = Date.now() + 60_000;
      const isSaid = await linked().say(rosterLog(), {
        ...{ kind: "invited", key: signer.by, member: "", role, until },
      });
      if (!isSaid) throw new Error("not invited");
      return { agency, seedSigner: signer };
    },

    async join(invitation: { readonly agency: string; readonly seedSigner: Signing }): Promise<boolean> {
      agency = invitation.agency;
      const inviting = exchangeAs(agency, invitation.seedSigner);
      await inviting.hearRoster();
      const { member, role } = (await inviting.roster()).invitations.get(invitation.seedSigner.by) ?? {};
      if (role === undefined) return false;
      const recipient = await session().recipient();
      const device = session().device;
      const says = { kind: "admitted", member: member || worker, device, recipient, role } as const;
      const isIn = await inviting.say(rosterLog(), says);
      if (isIn) exchange = exchangeAs(agency, own);
      return isIn;
    },

    async newFamily(familyName: string): Promise<CaseId> {
      const caseId = recordIdFrom(random(16)) as string as CaseId;
      await session().addCase(caseId);
      await store.door.run(caseId, openFamily, { name: familyName });
      return caseId;
    },

    add: (caseId: CaseId, member: string) =>
      linked().say(membersLog(caseId), { kind: "added", member, right: "write" }),

    async write(caseId: CaseId, text: string): Promise<void> {
      const outcome = await store.door.run(caseId, write, {
        record: place.record,
        values: { [place.field]: text },
      });
      if (!outcome.ok) throw new Error(outcome.refused);
    },

    /** What stands there, every version of it. */
    async read(caseId: CaseId): Promise<readonly unknown[]> {
      const file: CaseFile = await store.journal.open(caseId);
      return headsAt(file, place.record, place.field).map(({ value }) => value);
    },

    unsent: (caseId: CaseId) => store.ledger.unsentCount(caseId),

    /** It goes on under the name that its vault has now: see `renewDevice`. */
    relink(): void {
      exchange = exchangeAs(agency, own);
    },

    /** Switched off and on: nothing that the page knew is known any more. */
    restart(): void {
      store = openStore();
      exchange = exchangeAs(agency, own);
    },

    async close(): Promise<void> {
      database.close();
      caches.close();
      await removeDatabase(name);
    },
  };
}
