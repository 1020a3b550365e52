import type { Unstored } from "../store/journal.ts";

/**
 * One live tab. Two tabs that write into one journal would each seal the same number; so a tab holds a lock of the
 * browser, and another offers to go on there, which locks the first.
 */
export type LiveTab = {
  /** Takes the lock if it is free. */
  acquire(): Promise<boolean>;
  /** Asks the other tab to lock itself, waits for it briefly, and takes the lock in any case. */
  takeOver(): Promise<void>;
};

const lockName = "keukentafel-live";
const channelName = "keukentafel-live";
/** How long the other tab gets to store its draft and let go, in milliseconds. */
const patience = 3000;

/** Sealed bytes only: every tab of this browser hears them. */
type Message = "let-go" | { readonly left: Unstored };

export type LiveTabNeeds = {
  /** Locks, and tells what could not be stored. */
  readonly onLost: () => Promise<Unstored>;
  /** What the tab before could not store: it may come after the lock, where that tab was asleep. */
  readonly onLeft: (left: Unstored) => void;
};

export function createLiveTab({ onLost, onLeft }: LiveTabNeeds): LiveTab {
  const channel = new BroadcastChannel(channelName);
  let release: (() => void) | undefined;
  let isTaking = false;

  const yieldPlace = async (): Promise<void> => {
    const message: Message = { left: await onLost() };
    channel.postMessage(message);
  };

  const hold = (options: LockOptions): Promise<boolean> =>
    new Promise((resolve) => {
      navigator.locks
        .request(lockName, options, (lock) => {
          if (!lock) {
            resolve(false);
            return undefined;
          }
          resolve(true);
          return new Promise<void>((let_go) => {
            release = let_go;
          });
        })
        // A stolen lock ends here, and so does one that could not be had in time.
        .catch(() => {
          resolve(false);
          if (release) void yieldPlace();
          release = undefined;
        });
    });

  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (data !== "let-go") {
      if (release || isTaking) onLeft(data.left);
      return;
    }
    if (!release) return;
    const letGo = release;
    release = undefined;
    void yieldPlace().finally(letGo);
  });

  return {
    acquire: () => hold({ ifAvailable: true }),
    async takeOver() {
      const message: Message = "let-go";
      isTaking = true;
      channel.postMessage(message);
      if (!(await hold({ signal: AbortSignal.timeout(patience) }))) await hold({ steal: true });
      isTaking = false;
    },
  };
}
