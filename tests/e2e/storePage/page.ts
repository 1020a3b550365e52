import { argonCost, freshParams, keyFromSecret } from "../../../src/vault/argon.ts";
import { browserRandom } from "../../../src/vault/random.ts";
import { createAgeIdentity, wrapTo } from "../../../src/vault/recovery.ts";
import { unwrapBeside } from "../../../src/vault/unwrapBeside.ts";
import { type Told, walkWith } from "../../store/eachCall.ts";
import { createFaults, type Fault } from "../../store/faults.ts";
import { newVault } from "../../store/parts.ts";

/** The real journal over this browser's own IndexedDB, and the real vault under the real policy. */
const vault = newVault();
const faults = createFaults();
let walks = 0;

const storePage = {
  walk: async (at?: number, fault?: Fault, lasting?: boolean): Promise<Told> => {
    walks += 1;
    return walkWith(faults, await vault, `walk-${walks}`, at, fault, lasting);
  },
  /** The longest that the page answered nobody while a passphrase was stretched, and how long that took: milliseconds. */
  stretch: async (): Promise<{ took: number; longestPause: number }> => {
    let longestPause = 0;
    let before = performance.now();
    const beat = setInterval(() => {
      longestPause = Math.max(longestPause, performance.now() - before);
      before = performance.now();
    }, 5);
    const start = performance.now();
    await keyFromSecret("molen", freshParams(argonCost, browserRandom));
    const took = performance.now() - start;
    clearInterval(beat);
    return { took, longestPause };
  },
  /** Does a file that was wrapped to somebody come out for that one, and for nobody else? */
  unwrap: async (): Promise<boolean> => {
    const [one, other] = [await createAgeIdentity(), await createAgeIdentity()];
    const file = await wrapTo(one.recipient, new Uint8Array([7]));
    const [mine, theirs] = [await unwrapBeside(one.identity, file), await unwrapBeside(other.identity, file)];
    return mine?.[0] === 7 && theirs === undefined;
  },
};

export type StorePage = typeof storePage;

Object.assign(window, { storePage });
