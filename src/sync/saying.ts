import { isDenied, type LogName } from "../protocol/logs.ts";
import type { MembershipSaying } from "../protocol/membershipSaying.ts";
import type { RosterSaying } from "../protocol/rosterSaying.ts";
import {
  encodeStatement,
  type KnownStatement,
  type SignedStatement,
  type Statement,
  statementIdOf,
} from "../protocol/statement.ts";
import type { RelayCalls } from "./relayCalls.ts";
import { createTurns } from "./turns.ts";

/** Says something in the open. False where the relay did not take it: then others have said something meanwhile. */
export type Say = (name: LogName, says: RosterSaying | MembershipSaying, as?: SpeakingAs) => Promise<boolean>;

/** `stranger`: who works there no more, and hands keys back. A relay takes nothing else of it, and judges it as offered. */
export type SpeakingAs = "member" | "stranger";

export type SayingNeeds = {
  readonly relay: RelayCalls;
  readonly device: string;
  readonly sign: (statement: Statement) => Promise<SignedStatement>;
  readonly clock: () => number;
  /** The log as it was last heard. */
  readonly statements: (name: LogName) => Promise<readonly KnownStatement[]>;
  /** Hears the log to its end: what was said is kept when it comes back. */
  readonly hear: (name: LogName) => Promise<unknown>;
};

/** The next statement of a signer in a log that stands as it does. */
export function nextStatement(
  name: LogName,
  by: string,
  known: readonly KnownStatement[],
  wall: number,
  says: RosterSaying | MembershipSaying,
): Statement {
  const own = known
    .filter((one) => one.by === by)
    .sort((a, b) => a.n - b.n)
    .at(-1);
  return {
    ...{ v: 1, agency: name.agency, case: name.case, by },
    n: (own?.n ?? 0) + 1,
    prev: own?.id ?? "",
    lamport: Math.max(0, ...known.map(({ lamport }) => lamport)) + 1,
    wall,
    says,
  };
}

/**
 * A statement is kept only once the relay has it: until then it is a wish, and is said anew where somebody else's came
 * first. After a cut connection it may be there all the same, and is heard like any other. What one device says in one log
 * it says one after the other: each has the number after the last.
 */
export function createSay({ relay, device, sign, clock, statements, hear }: SayingNeeds): Say {
  const inTurn = createTurns();

  async function say(name: LogName, says: RosterSaying | MembershipSaying, as: SpeakingAs): Promise<boolean> {
    const statement = nextStatement(name, device, await statements(name), clock(), says);
    const bytes = encodeStatement(await sign(statement));
    const answer = await relay.push(name, [bytes], as === "member");
    if (isDenied(answer)) return false;
    await hear(name);
    // Heard, and not only acknowledged: nobody is told that somebody was removed because a relay says so.
    const id = statementIdOf(statement);
    return (await statements(name)).some((one) => one.id === id);
  }

  return (name, says, as = "member") => inTurn(`${name.kind} ${name.case}`, () => say(name, says, as));
}
