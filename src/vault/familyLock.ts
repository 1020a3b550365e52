import { drop, type FamilyKeys, familyKeysOf, type Held, holdFamily, wipeFamily } from "./held.ts";
import { mustHold, type VaultParts } from "./keeping.ts";
import { isExpired, maxWrongPins, openCopy, type PinCopy, type PinKey, sealCopy } from "./pinCopy.ts";
import { vaultError } from "./vaultError.ts";

/** `left`: tries that remain. `gone`: no copy, or no more: the passphrase is needed. */
export type OpenedByPin =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "wrong"; readonly left: number }
  | { readonly ok: false; readonly reason: "gone" };

/** A lock waits this long for the PIN's key at most: then it drops the keys without a way back by PIN. */
const longestWaitMillis = 5_000;

/**
 * Drops every key in the open. With `keep`, that family's keys stay behind under the PIN. The state becomes `soft`
 * where the PIN brings something back, else `locked`.
 */
export function softLock(parts: VaultParts, keep: string | undefined): Promise<void> {
  const { memory } = parts;
  return parts.serially(async () => {
    const held = memory.held();
    if (!held) return keep === memory.copy()?.case ? undefined : memory.lock();
    if (memory.state() === "together" && keep === memory.copy()?.case) return memory.letGo();
    const copy = keep === undefined ? undefined : await copyOf(parts, held, keep);
    // A full lock while the copy was made: it must not come back.
    if (memory.held() !== held) return;
    memory.setCopy(copy);
    memory.letGo();
  });
}

async function copyOf(parts: VaultParts, held: Held, caseId: string): Promise<PinCopy | undefined> {
  const pinKey = await inTime(parts.memory.pinKey());
  if (!pinKey || parts.memory.held() !== held) return undefined;
  const family = await familyKeysOf(held, caseId);
  if (!family) return undefined;
  return sealAndWipe(parts, family, pinKey);
}

async function sealAndWipe(parts: VaultParts, family: FamilyKeys, pinKey: PinKey): Promise<PinCopy> {
  const copy = await sealCopy(family, pinKey, parts.clock(), parts.random);
  wipeFamily(family);
  return copy;
}

async function inTime<T>(promise: Promise<T> | undefined): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, longestWaitMillis, undefined);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * Before the tablet is handed over: only this family's keys stay, and a copy of them under the PIN for the way back.
 * The worker's profile stays, since every entry names its author.
 * @throws VaultError `locked`, or `out-of-scope` where this family's keys are not at hand.
 */
export function enterTogether(parts: VaultParts, caseId: string): Promise<void> {
  const { memory } = parts;
  const stillWanted = memory.watch();
  return parts.serially(async () => {
    const held = mustHold(parts);
    const family = await familyKeysOf(held, caseId);
    if (!family) throw vaultError("out-of-scope");
    if (memory.state() === "together") return wipeFamily(family);
    const copy = await copyOf(parts, held, caseId);
    await holdUnlessLocked(parts, family, "together", stillWanted);
    memory.setCopy(copy);
    memory.setPinKey(undefined);
  });
}

/** The arrays of `family` are held from here on, or wiped. */
async function holdUnlessLocked(
  { memory }: VaultParts,
  family: FamilyKeys,
  state: "open" | "together",
  stillWanted: () => void,
): Promise<void> {
  const held = await holdFamily(family);
  try {
    stillWanted();
  } catch (error) {
    drop(held);
    throw error;
  }
  memory.hold(held, state);
}

/** From `soft` and from `together`: that one family is open again. Five wrong tries, or too long untouched: locked. */
export function openByPin(parts: VaultParts, pin: string): Promise<OpenedByPin> {
  const { memory } = parts;
  const stillWanted = memory.watch();
  return parts.serially(async () => {
    const copy = liveCopy(parts);
    if (!copy) return { ok: false, reason: "gone" };
    const wrong = copy.wrong + 1;
    memory.setCopy({ ...copy, wrong });
    const opened = await openCopy(copy, pin);
    if (!opened) {
      if (wrong < maxWrongPins) return { ok: false, reason: "wrong", left: maxWrongPins - wrong };
      memory.lock();
      return { ok: false, reason: "gone" };
    }
    await holdUnlessLocked(parts, opened.family, "open", stillWanted);
    memory.setCopy(undefined);
    memory.setPinKey(Promise.resolve(opened.pinKey));
    return { ok: true };
  });
}

/** The copy, unless its time is over: then everything is locked. */
function liveCopy({ memory, clock, copyMillis }: VaultParts): PinCopy | undefined {
  const copy = memory.copy();
  if (copy && isExpired(copy, clock(), copyMillis())) memory.lock();
  return memory.copy();
}

/** Somebody works on: the copy's time starts anew. A copy whose time is over stays so. */
export function touchCopy({ memory, clock, copyMillis }: VaultParts): void {
  const copy = memory.copy();
  const now = clock();
  if (copy && memory.held() && !isExpired(copy, now, copyMillis()))
    memory.setCopy({ ...copy, touchedAt: now });
}
