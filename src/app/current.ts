import type { Mode } from "../commands/door.ts";
import type { CaseId } from "../domain/ids.ts";
import type { JournalEvent } from "../store/journalEvent.ts";
import type { WorldKind } from "./profile.ts";
import { appStore } from "./state.ts";
import { openWorld, type World } from "./world.ts";

/** The world that this page has open. One at a time: the worker's own, or the practice family's. */
let world: World | undefined;

/** @throws Error when nothing is open: a screen that writes is never shown then. */
export function currentWorld(): World {
  if (!world) throw new Error("no world is open");
  return world;
}

export const hasWorld = (): boolean => world !== undefined;

function mode(): Mode {
  const { phase, handed } = appStore.getState();
  return phase === "together" && handed ? { kind: "together", voice: handed.person } : { kind: "worker" };
}

/** The keys of drafts that the disk has not taken, with this one among them or not. */
function draftsNotKept(key: string | undefined, isAmong: boolean) {
  if (key === undefined) return {};
  const keys = new Set(appStore.getState().draftsNotKept);
  if (isAmong) keys.add(key);
  else keys.delete(key);
  return { draftsNotKept: keys };
}

/** How long after a failure what could not be stored is tried again, in milliseconds. */
const againMillis = 5_000;
let again: ReturnType<typeof setTimeout> | undefined;

/** Each try that fails comes back here as an event, so it goes on until all is stored or the world is closed. */
function tryAgainLater(): void {
  again ??= setTimeout(() => {
    again = undefined;
    if (world && world.journal.unsaved() > 0) void world.journal.recover();
  }, againMillis);
}

/** While anything waits for the disk, what is stored beside it does not make the screen say that all is well. */
const stillUnsaved = (): { notSaved?: undefined } =>
  world && world.journal.unsaved() > 0 ? {} : { notSaved: undefined };

const storedListeners = new Set<(caseId: CaseId) => void>();

/** Hears when something was stored: there may be something to send. */
export function onStored(hear: (caseId: CaseId) => void): () => void {
  storedListeners.add(hear);
  return () => {
    storedListeners.delete(hear);
  };
}

function onEvent(event: JournalEvent): void {
  const set = appStore.setState;
  if (event.kind === "folded") {
    set(({ files }) => ({ files: new Map(files).set(event.file.case, event.file) }));
  } else if (event.kind === "stored") {
    // When it was stored, not what the entry says of itself: the practice family's entries tell of days ago.
    set({ savedAt: Date.now(), ...stillUnsaved() });
    for (const hear of storedListeners) hear(event.case);
  } else if (event.kind === "draftKept") {
    set({ ...stillUnsaved(), ...draftsNotKept(event.draft, false) });
  } else {
    set({ notSaved: event.problem.kind, ...draftsNotKept(event.draft, true) });
    tryAgainLater();
  }
}

/** Closes what is open and opens the world of this kind. */
export function changeWorld(kind: WorldKind): World {
  closeWorld();
  world = openWorld(kind, { mode, onEvent, memberOf: (device) => appStore.getState().memberOf.get(device) });
  return world;
}

export function closeWorld(): void {
  clearTimeout(again);
  again = undefined;
  world?.close();
  world = undefined;
  appStore.setState({ draftsNotKept: new Set() });
}
