import type { CaseId } from "../../domain/ids.ts";
import {
  contextOf,
  type SignedStatement,
  type Statement,
  statementDigest,
} from "../../protocol/statement.ts";
import { createExchange, type Exchange } from "../../sync/exchange.ts";
import { createHttpRelay, type HttpRelay } from "../../sync/httpRelay.ts";
import { createVaultKeys } from "../../sync/vaultKeys.ts";
import { verifyStatement } from "../../vault/statements.ts";
import type { VaultSession } from "../../vault/vault.ts";
import { vaultError } from "../../vault/vaultError.ts";
import { currentWorld } from "../current.ts";
import { currentLedger } from "../ledger.ts";

/** As whom something is signed: a device, one that this device was before, the root, or an invitation's key. */
export type Voucher = {
  readonly by: string;
  readonly sign: (context: "roster" | "membership" | "session", bytes: Uint8Array) => Promise<Uint8Array>;
};

export type Link = { readonly exchange: Exchange; readonly relay: HttpRelay };

/** @throws VaultError `locked`. */
export function openSession(): VaultSession {
  const session = currentWorld().vault.session();
  if (!session) throw vaultError("locked");
  return session;
}

/** This device. The session is asked for at each use: after a lock there is none, and a round ends there. */
export const thisDevice = (): Voucher => ({
  by: openSession().device,
  sign: (context, bytes) => openSession().sign(context, bytes),
});

export const formerDevice = (device: string): Voucher => ({
  by: device,
  sign: (context, bytes) => openSession().signAsFormer(device, context, bytes),
});

export const signedBy = async ({ sign }: Voucher, statement: Statement): Promise<SignedStatement> => ({
  statement,
  signature: await sign(contextOf(statement), statementDigest(statement)),
});

export const isVerified = async (bytes: Uint8Array): Promise<boolean> => (await verifyStatement(bytes)).ok;

/** What a relay is to one signer. The app and its relay have one address: see the security headers. */
export const relayFor = (agency: string, voucher: Voucher): HttpRelay =>
  createHttpRelay({
    baseUrl: "",
    agency,
    device: voucher.by,
    sign: (digest) => voucher.sign("session", digest),
    clock: () => performance.now(),
  });

/** See `AgencyNeeds`. */
export const casesAtOnce = 96;

/** By device, for as long as the page lives: an unlock need not ask after each family anew. */
const tended = new Map<string, Map<string, string>>();

function tendedBy(device: string): Map<string, string> {
  const known = tended.get(device) ?? new Map<string, string>();
  tended.set(device, known);
  return known;
}

/** The exchange with an agency's relay, as this signer. */
export function linkTo(
  agency: string,
  voucher: Voucher = thisDevice(),
  onProgress: (done: number, of: number) => void = () => undefined,
): Link {
  const { journal } = currentWorld();
  const ledger = currentLedger();
  const relay = relayFor(agency, voucher);
  const exchange = createExchange({
    agency,
    device: voucher.by,
    relay,
    ledger,
    atOnce: casesAtOnce,
    tended: tendedBy(voucher.by),
    keys: createVaultKeys({
      agency,
      session: openSession,
      isPartial: () => currentWorld().vault.scope() !== "all",
      onKeys: (caseId) => journal.refresh(caseId as CaseId),
    }),
    sign: (statement) => signedBy(voucher, statement),
    verify: isVerified,
    clock: () => Date.now(),
    onProgress,
  });
  return { exchange, relay };
}
