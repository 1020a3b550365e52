import { currentWorld } from "./current.ts";
import { appStore } from "./state.ts";

/** Wraps the keys under other words; what they protect stays as it is. Every family must be open. */
export async function changePassphrase(words: readonly string[]): Promise<void> {
  await currentWorld().vault.changePassphrase(words);
  appStore.setState({ recovered: false });
}

/** Six digits. */
export const changePin = (pin: string): Promise<void> => currentWorld().vault.changePin(pin);

/** What the new sheet carries: shown once and kept nowhere. The sheet before it opens nothing any more. */
export async function newRecoverySheet(): Promise<string> {
  return (await currentWorld().vault.renewRecovery()).recoveryIdentity;
}

/** For reading and copying by hand: how every such code begins, then groups of four. Spaces do not matter when typed back. */
export const inGroups = (identity: string): readonly string[] =>
  identity.match(/^[A-Z-]+-(?:PQ-)?1|.{1,4}/g) ?? [];
