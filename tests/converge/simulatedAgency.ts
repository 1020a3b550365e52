import { agencyIdOf } from "../../src/protocol/agencyId.ts";
import type { LogName } from "../../src/protocol/logs.ts";
import type { Role, RosterSaying } from "../../src/protocol/rosterSaying.ts";
import {
  encodeStatement,
  type KnownStatement,
  statementDigest,
  statementIdOf,
} from "../../src/protocol/statement.ts";
import { createRelay } from "../../src/server/relay.ts";
import type { Tables } from "../../src/server/tables.ts";
import { nextStatement } from "../../src/sync/saying.ts";
import type { Chance } from "./chance.ts";
import { createSigner, isQuicklySigned } from "./quickSigning.ts";
import type { SimulatedDevice } from "./simulatedDevice.ts";

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

export const logOf = (agency: string, kind: "members" | "entries", caseId: string): LogName => ({
  ...{ agency, kind, case: caseId },
});

export type SimulatedAgencyNeeds = {
  readonly tables: Tables;
  readonly chance: Chance;
  readonly clock: () => number;
};

export type SimulatedAgency = ReturnType<typeof createSimulatedAgency>;

/** An agency's root, and the relay's own code over tables of a test. */
export function createSimulatedAgency({ tables, chance, clock }: SimulatedAgencyNeeds) {
  const relay = createRelay({ tables, verify: isQuicklySigned, clock });
  const root = createSigner(chance.bytes(32));
  const agency = agencyIdOf(root.id) ?? "";
  const rosterLog: LogName = { agency, kind: "roster", case: "" };
  const said: KnownStatement[] = [];

  async function rootSays(says: RosterSaying): Promise<void> {
    const statement = nextStatement(rosterLog, root.id, said, clock(), says);
    said.push({ ...statement, id: statementIdOf(statement) });
    const signature = root.sign("roster", statementDigest(statement));
    const { answers } = await relay.found(agency, [encodeStatement({ statement, signature })]);
    if (!answers.every((one) => "seq" in one)) throw new Error("the agency could not be founded");
  }

  return {
    relay,
    root,
    agency,
    rosterLog,
    membersLog: (caseId: string): LogName => logOf(agency, "members", caseId),
    entriesLog: (caseId: string): LogName => logOf(agency, "entries", caseId),
    rootSays,
    found: (): Promise<void> => rootSays({ kind: "founded", recovery: "age1recovery" }),

    async admit(device: SimulatedDevice, role: Role): Promise<void> {
      const { signer, recipient, member } = device.identity();
      await rootSays({ kind: "admitted", member, device: signer.id, recipient, role });
    },

    /** Makes a key for a case, writes in it, puts it under the agency and lets others in. */
    async openCase(
      device: SimulatedDevice,
      caseId: string,
      others: readonly string[],
      value: string,
    ): Promise<void> {
      device.makeKey(caseId);
      await device.round();
      await device.write(caseId, 0, value);
      await device.exchange().openCase(caseId);
      for (const member of others) {
        await device
          .exchange()
          .say(logOf(agency, "members", caseId), { kind: "added", member, right: "write" });
      }
      await device.round();
    },
  };
}
