import { Workbox } from "workbox-window";
import { appStore } from "./state.ts";

/**
 * A new version waits until the app is locked: drafts are sealed then, and nothing is open on the screen. Nor does it
 * come over the dull page, which must not turn into a lock screen by itself. Reloading under somebody's hands is
 * never done, also where another tab let the new version in.
 */
const isQuiet = (): boolean => {
  const { phase, hidden } = appStore.getState();
  return phase === "locked" && !hidden;
};

export function watchUpdates(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const workbox = new Workbox("/sw.js");
  let reloadDue = false;
  const applyWhenQuiet = (): void => {
    if (!isQuiet()) return;
    if (reloadDue) {
      reloadDue = false;
      location.reload();
    } else if (appStore.getState().updateWaiting) workbox.messageSkipWaiting();
  };
  workbox.addEventListener("waiting", () => {
    appStore.setState({ updateWaiting: true });
    applyWhenQuiet();
  });
  workbox.addEventListener("controlling", (event) => {
    if (!event.isUpdate) return;
    reloadDue = true;
    applyWhenQuiet();
  });
  appStore.subscribe((state, before) => {
    if (state.phase === before.phase && state.hidden === before.hidden) return;
    applyWhenQuiet();
    // The app may stay open for weeks: the browser by itself looks for a new version only when a page is loaded.
    if (state.phase === "locked" && before.phase !== "locked") void workbox.update().catch(() => undefined);
  });
  void workbox.register().catch(() => undefined);
}
