import { lock } from "./lock.ts";

const key = "keukentafel:reloaded-for";

/**
 * A part of the app that can't be fetched is mostly one of a version that is gone. Loading the page again helps then,
 * once: the same part failing again would reload for ever, and the error is shown instead.
 */
export function watchFailedParts(): void {
  window.addEventListener("vite:preloadError", (event) => {
    const { payload } = event as Event & { readonly payload?: Error };
    const part = payload?.message ?? "unknown";
    if (sessionStorage.getItem(key) === part) return;
    sessionStorage.setItem(key, part);
    event.preventDefault();
    // Half-typed words are sealed first, as before any lock.
    void lock().finally(() => location.reload());
  });
}
