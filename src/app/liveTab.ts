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

export function createLiveTab(onLost: () => Promise<void>): LiveTab {
  const channel = new BroadcastChannel(channelName);
  let release: (() => void) | undefined;

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
          if (release) void onLost();
          release = undefined;
        });
    });

  channel.addEventListener("message", (event) => {
    if (event.data !== "let-go" || !release) return;
    const letGo = release;
    release = undefined;
    void onLost().finally(letGo);
  });

  return {
    acquire: () => hold({ ifAvailable: true }),
    async takeOver() {
      channel.postMessage("let-go");
      if (await hold({ signal: AbortSignal.timeout(patience) })) return;
      await hold({ steal: true });
    },
  };
}
