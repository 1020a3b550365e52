import type { Mode } from "../commands/door.ts";
import type { JournalEvent } from "../store/journal.ts";
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

function onEvent(event: JournalEvent): void {
  if (event.kind === "folded") {
    appStore.setState(({ files }) => ({ files: new Map(files).set(event.file.case, event.file) }));
  } else if (event.kind === "stored") {
    // When it was stored, not what the entry says of itself: the practice family's entries tell of days ago.
    appStore.setState({ savedAt: Date.now(), notSaved: undefined });
  } else {
    appStore.setState({ notSaved: event.problem.kind });
  }
}

/** Closes what is open and opens the world of this kind. */
export function changeWorld(kind: WorldKind): World {
  world?.close();
  world = openWorld(kind, { mode, onEvent });
  return world;
}

export function closeWorld(): void {
  world?.close();
  world = undefined;
}
