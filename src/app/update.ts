import { Workbox } from "workbox-window";
import { appStore } from "./state.ts";

/**
 * A new version waits until the app is locked: drafts are sealed then, and nothing is open on the screen. Reloading
 * under somebody's hands is never done.
 */
export function watchUpdates(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const workbox = new Workbox("/sw.js");
  let reloading = false;
  workbox.addEventListener("waiting", () => {
    appStore.setState({ updateWaiting: true });
    applyWhenLocked();
  });
  workbox.addEventListener("controlling", (event) => {
    if (!event.isUpdate || reloading) return;
    reloading = true;
    location.reload();
  });
  const applyWhenLocked = (): void => {
    const { phase, updateWaiting } = appStore.getState();
    if (updateWaiting && (phase === "locked" || phase === "first")) workbox.messageSkipWaiting();
  };
  appStore.subscribe((state, before) => {
    if (state.phase !== before.phase) applyWhenLocked();
  });
  void workbox.register();
}
