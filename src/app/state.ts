import { createStore } from "zustand/vanilla";
import type { CaseFile } from "../domain/casefile.ts";
import type { FamilyCard } from "../domain/familyCard.ts";
import type { TogetherPlace } from "../domain/handing.ts";
import type { CaseId, RecordId } from "../domain/ids.ts";
import type { DraftContent } from "../store/drafts.ts";
import type { ProblemKind } from "../store/problem.ts";
import type { AgencyView, ExchangeView, SharingView } from "./agency/views.ts";
import type { Settings, WorldKind } from "./profile.ts";

/** Where the app as a whole is. A screen is shown only in `open`; the address stays as it was in all others. */
export type Phase =
  | "starting"
  | "insecure"
  | "tooOld"
  | "elsewhere"
  | "broken"
  | "missing"
  | "first"
  | "locked"
  | "soft"
  | "open"
  | "together";

export type ListedFamily = { readonly id: CaseId; readonly card: FamilyCard };

/** What the tablet was handed over with. Kept through a hide, gone when the worker takes it back. */
export type Handed = {
  readonly case: CaseId;
  readonly visit: RecordId | undefined;
  readonly person: RecordId;
  readonly language: string;
  readonly tools: readonly HandedTool[];
  /** Who takes the tablet after this person, behind a neutral page. */
  readonly next?: Handed;
  /** Where the person was, so that a hide comes back to the same question. */
  readonly at?: TogetherPlace;
};

export type HandedTool = {
  readonly instrument: string;
  readonly about: RecordId;
  readonly items?: readonly string[];
};

export type AppState = {
  readonly phase: Phase;
  /** The dull page is shown over everything. */
  readonly hidden: boolean;
  /** A lock has begun: nothing is shown until the keys are gone. */
  readonly covered: boolean;
  readonly world: WorldKind;
  readonly problem: ProblemKind | undefined;
  readonly language: string;
  readonly families: readonly ListedFamily[] | undefined;
  readonly files: ReadonlyMap<CaseId, CaseFile>;
  readonly drafts: ReadonlyMap<CaseId, ReadonlyMap<string, DraftContent>>;
  /** Time of the last entry that was stored, in milliseconds since 1970. */
  readonly savedAt: number | undefined;
  /** Set while something could not be stored; the words stay on the screen. */
  readonly notSaved: ProblemKind | undefined;
  /** Keys of half-typed words that the disk has not taken yet: sealed in memory, and tried again and again. */
  readonly draftsNotKept: ReadonlySet<string>;
  readonly scope: CaseId | "all";
  readonly handed: Handed | undefined;
  readonly worker: { readonly id: RecordId; readonly name: string } | undefined;
  readonly settings: Settings | undefined;
  /** Opened with the recovery sheet: the passphrase is forgotten, and a new one is due. */
  readonly recovered: boolean;
  /** Seconds until the screen locks by itself, when a warning is due. */
  readonly lockingIn: number | undefined;
  readonly persistence: "unknown" | "granted" | "refused";
  /** The browser has just answered, and the worker has not seen it yet. */
  readonly persistenceAnswered: boolean;
  readonly updateWaiting: boolean;
  /** The agency that this device belongs to, as it was last heard; undefined without one. */
  readonly agency: AgencyView | undefined;
  /** How the exchange with its relay stands. */
  readonly exchange: ExchangeView | undefined;
  /** By family, who works in it; a family that is not the agency's is not here. */
  readonly sharing: ReadonlyMap<CaseId, SharingView>;
  /** Whose device it is, as the agency's roster says. */
  readonly memberOf: ReadonlyMap<string, string>;
};

export const appStore = createStore<AppState>(() => ({
  phase: "starting",
  hidden: false,
  covered: false,
  world: "own",
  problem: undefined,
  language: "nl",
  families: undefined,
  files: new Map(),
  drafts: new Map(),
  savedAt: undefined,
  notSaved: undefined,
  draftsNotKept: new Set(),
  scope: "all",
  handed: undefined,
  worker: undefined,
  settings: undefined,
  recovered: false,
  lockingIn: undefined,
  persistence: "unknown",
  persistenceAnswered: false,
  updateWaiting: false,
  agency: undefined,
  exchange: undefined,
  sharing: new Map(),
  memberOf: new Map(),
}));

/** What a lock takes off the screens' reach: everything that is about a family. */
export const emptied = {
  families: undefined,
  files: new Map(),
  drafts: new Map(),
  worker: undefined,
  settings: undefined,
  recovered: false,
  lockingIn: undefined,
  agency: undefined,
  exchange: undefined,
  sharing: new Map(),
  memberOf: new Map(),
} as const;
