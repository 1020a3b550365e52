/** What the build put together, written beside it: see vite.config.ts. */
const listAddress = "/files.json";

type FileList = readonly string[];

export type OfflineCheck = {
  readonly worker: "active" | "coming" | "none";
  /** Another version is on its way. This one works on as it is. */
  readonly isNewerComing: boolean;
  /** Of the version that runs. Undefined where the list itself could not be had. */
  readonly files: { readonly needed: number; readonly missing: FileList } | undefined;
};

/** Looks itself whether everything is on this device, rather than trusting that it was put there once. */
export async function checkOffline(): Promise<OfflineCheck> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const isActive = Boolean(registration?.active);
  const isComing = Boolean(registration?.installing ?? registration?.waiting);
  return {
    worker: isActive ? "active" : isComing ? "coming" : "none",
    isNewerComing: isActive && Boolean(registration?.installing),
    files: await filesState(),
  };
}

async function filesState(): Promise<OfflineCheck["files"]> {
  try {
    const kept = listOf(await keptLists(), partsOfThisPage());
    const named = kept ?? ((await (await fetch(listAddress)).json()) as FileList);
    const needed = [...named, listAddress];
    const missing: string[] = [];
    for (const file of needed) if (!(await caches.match(file, { ignoreSearch: true }))) missing.push(file);
    return { needed: needed.length, missing };
  } catch {
    return undefined;
  }
}

/** While an update is fetched, the lists of two versions lie side by side, and not yet all that the newer one names. */
async function keptLists(): Promise<readonly FileList[]> {
  const names = await caches.keys();
  const stores = await Promise.all(names.map((name) => caches.open(name)));
  const kept = await Promise.all(stores.map((store) => store.matchAll(listAddress, { ignoreSearch: true })));
  return Promise.all(kept.flat().map(async (response) => (await response.json()) as FileList));
}

/** Their names hold what is in them, so that they stand in the list of their own version only. */
const partsOfThisPage = (): FileList =>
  [...document.scripts]
    .map(({ src }) => (src ? new URL(src).pathname : ""))
    .filter((path) => path.startsWith("/assets/"));

/** The list that names these parts; where none does, the one that was kept first: the active version's. */
export const listOf = (lists: readonly FileList[], parts: FileList): FileList | undefined =>
  lists.find((list) => parts.every((part) => list.includes(part))) ?? lists[0];
