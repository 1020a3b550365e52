import Dexie, { type EntityTable } from "dexie";
import { foundAgency, makeAgency } from "../../src/app/agency/founding.ts";
import { casesAtOnce, linkTo, signedBy, type Voucher } from "../../src/app/agency/link.ts";
import { changeWorld } from "../../src/app/current.ts";
import { currentLedger } from "../../src/app/ledger.ts";
import { firstSettings, type Profile } from "../../src/app/profile.ts";
import { createShelf } from "../../src/app/shelf.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import type { LogName } from "../../src/protocol/logs.ts";
import { openDatabase } from "../../src/store/database.ts";
import { createDiskLedger } from "../../src/store/diskLedger.ts";
import { createJournal } from "../../src/store/journal.ts";
import { createExchange } from "../../src/sync/exchange.ts";
import { createHttpRelay } from "../../src/sync/httpRelay.ts";
import { createVaultKeys } from "../../src/sync/vaultKeys.ts";
import { createInvitationKey } from "../../src/vault/invitationKey.ts";
import { verifyStatement } from "../../src/vault/statements.ts";
import { createVault } from "../../src/vault/vault.ts";
import { bulkJournal, random, tellStory, worker } from "./caseload.ts";
import { type Measure, median, type Result } from "./measure.ts";

/** A new tablet hears all that there is: a hundred families of a hundred entries, from a real relay on this machine. */

const cases = 100;
const entriesEach = 100;

/** What one plain write takes differs by a third from the next. */
const plainTurns = 5;
const words = ["molen", "tafel", "fiets", "regen", "boom"];
const profile: Profile = { worker, settings: firstSettings };

type BenchWindow = Window & { setUpSecret?: string };

const caseIdAt = (index: number): CaseId => (index + 1).toString(16).padStart(32, "0") as string as CaseId;

async function createTablet(name: string) {
  const database = openDatabase(name, "strict");
  const caches = openDatabase(name, "relaxed");
  await database.open();
  const vault = createVault({ shelf: createShelf(database), random, clock: () => Date.now() });
  if ((await vault.load()) === "none") await vault.create({ words, pin: "123456", profile });
  else await vault.unlock(words.join(" "));
  const session = () => {
    const open = vault.session();
    if (!open) throw new Error("the vault is locked");
    return open;
  };
  const journal = createJournal({
    database,
    caches,
    keys: () => ({ ...session(), sign: (bytes) => session().sign("entry", bytes) }),
    onEvent: () => undefined,
  });
  const ledger = createDiskLedger(database, journal.amend);
  let received = 0;
  const counting: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const bytes = await response.arrayBuffer();
    received += bytes.byteLength;
    return new Response(bytes, response);
  };
  const exchangeAs = (agency: string, as: Voucher) =>
    createExchange({
      ...{ agency, device: as.by, ledger, atOnce: casesAtOnce },
      relay: createHttpRelay({
        ...{ baseUrl: "", agency, device: as.by, fetch: counting },
        sign: (digest) => as.sign("session", digest),
        clock: () => performance.now(),
      }),
      keys: createVaultKeys({ agency, session, onKeys: (id) => journal.refresh(id as CaseId) }),
      sign: (statement) => signedBy(as, statement),
      verify: async (bytes) => (await verifyStatement(bytes)).ok,
      clock: () => Date.now(),
    });
  const own: Voucher = { by: session().device, sign: (context, bytes) => session().sign(context, bytes) };
  const close = (): void => {
    database.close();
    caches.close();
  };
  return { database, journal, ledger, session, exchangeAs, own, received: () => received, close };
}

const agencyKey = "bench-agency";

async function prepare(): Promise<void> {
  const { vault, database } = changeWorld("own");
  await vault.load();
  await vault.create({ words, pin: "123456", profile });
  const founding = await makeAgency("Bench");
  const { agency } = founding;
  if (!(await foundAgency(founding, (window as BenchWindow).setUpSecret ?? "")))
    throw new Error("not founded");
  const session = vault.session();
  if (!session) throw new Error("the vault is locked");
  const keys = { ...session, sign: (bytes: Uint8Array) => session.sign("entry", bytes) };
  const { exchange } = linkTo(agency);
  await exchange.round();
  for (let index = 0; index < cases; index += 1) {
    const caseId = caseIdAt(index);
    await session.addCase(caseId);
    const bulk = bulkJournal(database, keys, caseId);
    await tellStory(bulk, caseId, { entries: entriesEach, name: `Gezin ${index + 1}` });
    await bulk.finish();
    await exchange.openCase(caseId);
  }
  const { signer } = await createInvitationKey(random);
  const roster: LogName = { agency, kind: "roster", case: "" };
  const until = Date.now() + 3_600_000;
  await exchange.say(roster, {
    kind: "invited",
    key: signer.by,
    member: worker.id,
    role: "administrator",
    until,
  });
  const tablet = await createTablet("bench-second");
  const inviting = tablet.exchangeAs(agency, { by: signer.by, sign: signer.sign });
  await inviting.hearRoster();
  await inviting.say(roster, {
    ...{ kind: "admitted", member: worker.id, device: tablet.own.by, role: "administrator" },
    recipient: await tablet.session().recipient(),
  });
  // On a tablet all parts of the app lie ready, since it was installed. Here they come from the browser's cache.
  await tablet.session().expectGrants();
  tablet.close();
  // The first tablet sends all, and wraps each family's key to the second.
  for (let turn = 0; turn < 3; turn += 1) await exchange.round();
  if ((await currentLedger().unsentCases()).size > 0) throw new Error("not all was sent");
  localStorage.setItem(agencyKey, agency);
}

type Row = { id: string; bytes: Uint8Array };

async function plainBulkAdd(rows: readonly Uint8Array[]): Promise<number> {
  const plain = new Dexie("bench-plain-add", { chromeTransactionDurability: "strict" }) as Dexie & {
    rows: EntityTable<Row, "id">;
  };
  plain.version(1).stores({ rows: "id" });
  await plain.open();
  const added = rows.map((bytes, index) => ({ id: index.toString(16).padStart(64, "0"), bytes }));
  const start = performance.now();
  await plain.rows.bulkAdd(added);
  const took = performance.now() - start;
  plain.close();
  await Dexie.delete("bench-plain-add");
  return took;
}

async function run(): Promise<readonly Result[]> {
  performance.setResourceTimingBufferSize(10_000);
  const agency = localStorage.getItem(agencyKey) ?? "";
  const tablet = await createTablet("bench-second");
  const exchange = tablet.exchangeAs(agency, tablet.own);
  const start = performance.now();
  await exchange.round();
  const heard = performance.now();
  let entries = 0;
  // As the list of families asks for them.
  const ids = Array.from({ length: cases }, (_, index) => caseIdAt(index));
  const cards = await Promise.all(ids.map((id) => tablet.journal.card(id)));
  const folded = performance.now();
  for (const [index, id] of ids.entries()) {
    if (cards[index]?.name !== `Gezin ${index + 1}`) throw new Error("a family is not there");
    entries += tablet.journal.current(id)?.folded ?? 0;
  }
  const wire = tablet.received();
  // What follows is for a quiet moment: each entry in a row of its own.
  await tablet.journal.layOut();
  const sealed = (await tablet.database.entries.toArray()).map((row) => row.sealed);
  const laidOut = performance.now();
  let plain = 0;
  for (let index = 0; index < cases; index += 1) {
    for (const { entry } of await tablet.journal.history(caseIdAt(index), 100_000, 100_000)) {
      plain += JSON.stringify(entry).length;
    }
  }
  const adds: number[] = [];
  for (let turn = 0; turn < plainTurns; turn += 1) adds.push(await plainBulkAdd(sealed));
  const add = median(adds);
  // Until the last key is wrapped back, ten in a round.
  for (let turn = 0; turn < cases / 10 + 1; turn += 1) await exchange.round();
  const before = performance.getEntriesByType("resource").length;
  const idle = performance.now();
  await exchange.round();
  const poll = performance.now() - idle;
  const requests = performance.getEntriesByType("resource").length - before;
  tablet.close();
  return [
    { id: "first-exchange.entries", value: entries, unit: "count" },
    { id: "first-exchange.heard", value: heard - start, unit: "ms" },
    { id: "first-exchange.folded", value: folded - heard, unit: "ms" },
    { id: "first-exchange.all", value: folded - start, unit: "ms" },
    { id: "first-exchange.laid-out-later", value: laidOut - folded, unit: "ms" },
    { id: "first-exchange.bulk-add", value: add, unit: "ms" },
    { id: "first-exchange.all/bulk-add", value: (folded - start) / add, unit: "ratio", atMost: 3 },
    { id: "first-exchange.wire", value: wire, unit: "bytes" },
    { id: "first-exchange.wire/json", value: wire / plain, unit: "ratio", atMost: 1.3 },
    { id: "first-exchange.nothing-to-do", value: poll, unit: "ms" },
    { id: "first-exchange.nothing-to-do.requests", value: requests, unit: "count", atMost: 1 },
  ];
}

export const firstExchange: Measure = { name: "first-exchange", slowdowns: [1], prepare, run };
