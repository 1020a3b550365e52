import { drop, type Held } from "./held.ts";
import type { PinCopy, PinKey } from "./pinCopy.ts";
import { vaultError } from "./vaultError.ts";

/**
 * `none`: no vault yet. `locked`: only the passphrase or the recovery sheet opens. `soft`: no key is in the open, and
 * the PIN brings one family back. `open`: keys are at hand, of all families or of one. `together`: one family's keys,
 * while the tablet is in that family's hands.
 */
export type VaultState = "none" | "locked" | "soft" | "open" | "together";

/** All that a vault remembers between two calls, in one place, so that forgetting it is one step. */
export type Memory = {
  state(): VaultState;
  held(): Held | undefined;
  copy(): PinCopy | undefined;
  /** Being derived since the last full unlock; undefined where it could not be. */
  pinKey(): Promise<PinKey | undefined> | undefined;
  setCopy(copy: PinCopy | undefined): void;
  setPinKey(pinKey: Promise<PinKey | undefined> | undefined): void;
  /** Takes these keys in place of those held, which are dropped. */
  hold(held: Held, state: "open" | "together"): void;
  /** Drops the keys; with a copy the state is `soft`, without one `locked`. */
  letGo(): void;
  /** Drops the keys and the copy, at once, and whatever is being unlocked meanwhile. */
  lock(): void;
  setState(state: VaultState): void;
  /** Call before a wait; the function returned throws VaultError `locked` where a lock came in between. */
  watch(): () => void;
  subscribe(listener: (state: VaultState) => void): () => void;
};

export function createMemory(): Memory {
  let state: VaultState = "locked";
  let held: Held | undefined;
  let copy: PinCopy | undefined;
  let pinKey: Promise<PinKey | undefined> | undefined;
  let locks = 0;
  const listeners = new Set<(state: VaultState) => void>();

  const setState = (next: VaultState): void => {
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener(state);
  };
  const letGo = (): void => {
    drop(held);
    held = undefined;
    pinKey = undefined;
    if (state !== "none") setState(copy ? "soft" : "locked");
  };

  return {
    state: () => state,
    held: () => held,
    copy: () => copy,
    pinKey: () => pinKey,
    setCopy: (next) => {
      copy = next;
    },
    setPinKey: (next) => {
      pinKey = next;
    },
    hold: (next, nextState) => {
      drop(held);
      held = next;
      setState(nextState);
    },
    letGo,
    lock: () => {
      locks += 1;
      copy = undefined;
      letGo();
    },
    setState,
    watch: () => {
      const before = locks;
      return () => {
        if (locks !== before) throw vaultError("locked");
      };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
