import { firstSettings } from "./profile.ts";
import { appStore } from "./state.ts";

/** The settings are sealed while the tablet is locked, and this one is needed just then. */
let minutes = firstSettings.pinMinutes;
appStore.subscribe(({ settings }) => {
  if (settings) minutes = settings.pinMinutes;
});

/** How long the PIN brings a family back, in milliseconds. */
export const pinMillis = (): number => minutes * 60_000;
