/** What the build put together, written beside it: see vite.config.ts. */
const listAddress = "/files.json";

export type OfflineCheck = {
  readonly worker: "active" | "coming" | "none";
  /** Undefined where the list itself could not be had. */
  readonly files: { readonly needed: number; readonly missing: readonly string[] } | undefined;
};

/** Looks itself whether everything is on this device, rather than trusting that it was put there once. */
export async function checkOffline(): Promise<OfflineCheck> {
  return { worker: await workerState(), files: await filesState() };
}

async function workerState(): Promise<OfflineCheck["worker"]> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration?.active) return "active";
  return registration?.installing || registration?.waiting ? "coming" : "none";
}

async function filesState(): Promise<OfflineCheck["files"]> {
  try {
    const kept = await caches.match(listAddress, { ignoreSearch: true });
    const list = (await (kept ?? (await fetch(listAddress))).json()) as readonly string[];
    const missing: string[] = [];
    for (const file of list) if (!(await caches.match(file, { ignoreSearch: true }))) missing.push(file);
    if (!kept) missing.push(listAddress);
    return { needed: list.length, missing };
  } catch {
    return undefined;
  }
}
