import type { CaseId } from "../../domain/ids.ts";
import { currentWorld, hasWorld, onStored } from "../current.ts";
import { appStore } from "../state.ts";

/** The exchange is loaded only where there is an agency: nobody else waits for it. */
const exchanging = () => import("./exchanging.ts");

const accesses = () => import("./accesses.ts");

/** Does this device belong to one? Known before anything is heard of it; not while it is locked. */
export const hasAgency = (): boolean =>
  hasWorld() && (currentWorld().vault.session()?.agencies().length ?? 0) > 0;

let isLoaded = false;

async function attend(): Promise<void> {
  // Once it runs it must also hear that there is nothing to run for any more.
  if (!isLoaded && !hasAgency()) return;
  isLoaded = true;
  (await exchanging()).attend();
}

/** Once, at the start of the app: the exchange runs while the app lies open, and rests otherwise. */
export function watchExchange(): void {
  appStore.subscribe((now, before) => {
    const isLocked = now.phase === "locked" || now.phase === "soft";
    if (isLocked && isLoaded) void accesses().then(({ forgetAccesses }) => forgetAccesses());
    if (now.phase !== before.phase || now.scope !== before.scope || now.world !== before.world) void attend();
  });
  onStored((caseId) => {
    if (isLoaded) void exchanging().then(({ attendStored }) => attendStored(caseId));
  });
  const again = (): void => {
    if (isLoaded) void exchanging().then(({ exchangeNow }) => exchangeNow());
  };
  window.addEventListener("online", again);
  window.addEventListener("beforeprint", () => {
    const printed = /^\/families\/([0-9a-f]{32})/.exec(location.pathname)?.[1];
    if (printed && isLoaded)
      void accesses().then(({ noteAccess }) => noteAccess(printed as CaseId, "printed"));
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") again();
  });
}

/** Between the unlock and the first screen: whose devices there are. */
export async function readRoster(): Promise<void> {
  if (hasAgency()) await (await exchanging()).readRoster();
}

/** An agency was set up or joined just now. */
export const attendNow = attend;
