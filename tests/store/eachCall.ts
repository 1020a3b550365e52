import { placeAt, valueAt } from "../../src/domain/casefile.ts";
import { runId } from "../../src/domain/ids.ts";
import { removeDatabase } from "../../src/store/database.ts";
import { StoreProblem } from "../../src/store/problem.ts";
import type { Vault } from "../../src/vault/vault.ts";
import type { Fault, Faults } from "./faults.ts";
import { type Device, draftOf, family, openDevice, runKey } from "./parts.ts";

/** Half an hour at the table, in the calls that it takes. Each step may be repeated by whoever sees it fail. */
const steps: readonly ((device: Device) => Promise<unknown>)[] = [
  (device) => device.answer("shaken-baby", "yes"),
  (device) => device.journal.saveDraft(family, "k", draftOf("half")),
  (device) => device.answer("shaken-baby", "unknown", "k"),
  (device) => device.journal.saveDraft(family, "kept", draftOf("still typing")),
  (device) => device.journal.writeCaches(),
  (device) => {
    device.journal.forget();
    return device.journal.open(family);
  },
  (device) => device.answer("injury-not-accidental", "no"),
  (device) => device.journal.drafts(family),
];

export type Told = {
  /** Kinds of the problems that reached the caller, one for each step that failed. */
  readonly problems: readonly string[];
  /** What was thrown that is no StoreProblem. */
  readonly strange: readonly string[];
  /** What is not as it should be in the end. */
  readonly wrong: readonly string[];
  readonly calls: number;
  readonly struck: boolean;
};

/** Walks the steps with one fault; a step that failed is done again once the fault is over, as a worker taps again. */
export async function walkWith(
  faults: Faults,
  vault: Vault,
  name: string,
  at?: number,
  fault?: Fault,
  lasting = false,
): Promise<Told> {
  const device = openDevice(name, vault);
  const problems: string[] = [];
  const strange: string[] = [];
  let calls = 0;
  faults.begin(at, fault, lasting);
  for (const step of steps) {
    try {
      await step(device);
    } catch (error) {
      if (error instanceof StoreProblem) problems.push(error.kind);
      else strange.push(String(error));
      calls = Math.max(calls, faults.end());
      await step(device).catch((again) => strange.push(`again: ${String(again)}`));
    }
  }
  calls = Math.max(calls, faults.end());
  const wrong = await wrongIn(device);
  device.close();
  await removeDatabase(name);
  return { problems, strange, wrong, calls, struck: faults.struck() };
}

/** Every answer once, in its order, each draft where it should be, and the same after the tablet was off. */
async function wrongIn(device: Device): Promise<readonly string[]> {
  const wrong: string[] = [];
  const expect = (what: string, is: unknown, should: unknown): void => {
    if (JSON.stringify(is) !== JSON.stringify(should)) {
      wrong.push(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`);
    }
  };
  const again = openDevice(device.database.name, device.vault);
  const run = runId(family, runKey);
  for (const one of [device, again]) {
    const file = await one.journal.open(family);
    expect("first answer", valueAt(file, run, "shaken-baby"), "unknown");
    expect("versions", placeAt(file, run, "shaken-baby")?.heads.length, 1);
    expect("last answer", valueAt(file, run, "injury-not-accidental"), "no");
    expect("entries", file.folded, 3);
    expect("put aside", one.journal.putAside(family), []);
  }
  const rows = await device.database.entries.orderBy("[case+arrived]").toArray();
  expect(
    "numbers",
    rows.map(({ n, arrived }) => [n, arrived]),
    [
      [1, 1],
      [2, 2],
      [3, 3],
    ],
  );
  expect("drafts", [...(await again.journal.drafts(family)).keys()], ["kept"]);
  expect("unsaved", device.journal.unsaved(), 0);
  again.close();
  return wrong;
}
