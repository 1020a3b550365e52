import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { keepPlace, passOn } from "../app/handing.ts";
import { hide } from "../app/lock.ts";
import { random } from "../app/random.ts";
import type { Handed } from "../app/state.ts";
import { useApp } from "../app/useApp.ts";
import { type Run, useCaseFile, useRun } from "../app/useCase.ts";
import type { CaseFile } from "../domain/casefile.ts";
import { textAt } from "../domain/casefile.ts";
import type { Means } from "../domain/entry.ts";
import { keyOf } from "../domain/handing.ts";
import { familyRecord, type RecordId, recordIdFrom } from "../domain/ids.ts";
import { instrumentById } from "../domain/instruments/list.ts";
import { isChild, isFamily, nameOf, peopleOf, personOf } from "../domain/people.ts";
import { goalFields } from "../domain/plan.ts";
import type { RunHost } from "../instrument/host.ts";
import { ownCardOf } from "../instrument/thermometerLevels.ts";
import { PinScreen } from "../screens/lock/PinScreen.tsx";
import { createRunHost } from "../screens/tool/useRunHost.ts";
import type { TogetherSession, TogetherTool } from "../together/session.ts";
import { TogetherScreen } from "../together/TogetherScreen.tsx";
import { knownAtTable, ownHost } from "./ownHost.ts";
import { allow, somebodyElseFor } from "./permissions.ts";

/** The tablet in a family's hands: their screens, or the worker's key that leads out of them. */
export function HandedTablet() {
  const handed = useApp((state) => state.handed);
  return handed ? <HandedTo key={handed.person} handed={handed} /> : null;
}

function HandedTo({ handed }: { readonly handed: Handed }) {
  const file = useCaseFile(handed.case);
  const [isLeaving, setLeaving] = useState(false);
  const session = useSession(handed, file, () => setLeaving(true));
  if (isLeaving) return <PinScreen onStay={() => setLeaving(false)} />;
  return session ? <TogetherScreen session={session} /> : null;
}

/** Of whom or what the questions of a tool speak: a goal in its own words, the children, or nobody by name. */
function aboutOf(file: CaseFile, about: RecordId, person: RecordId): readonly string[] {
  const goal = textAt(file, about, goalFields.sentence);
  if (goal !== "") return [goal];
  if (about !== familyRecord) return [nameOf(file, about)];
  return peopleOf(file)
    .filter((one) => isChild(one) && one.id !== person)
    .map((one) => one.name);
}

/** How long a family's screen waits for the disk before it goes on, in milliseconds. */
const patience = 3000;

/** The same door, and a promise of when all that went through it has been stored, or refused. */
function useStored(run: Run): { readonly write: Run; readonly stored: () => Promise<void> } {
  const underWay = useRef<Promise<unknown>>(Promise.resolve());
  return {
    write: (command, args, how) => {
      const outcome = run(command, args, how);
      underWay.current = Promise.allSettled([underWay.current, outcome]);
      return outcome;
    },
    stored: async () => {
      const late = new Promise((resolve) => setTimeout(resolve, patience));
      await Promise.race([underWay.current, late]);
    },
  };
}

/** All that a family's screens get, made anew from the case file after every answer. */
function useSession(
  handed: Handed,
  file: CaseFile | undefined,
  leave: () => void,
): TogetherSession | undefined {
  const { i18n } = useTranslation();
  const { write, stored } = useStored(useRun(handed.case));
  const worker = useApp((state) => state.worker);
  if (!file || !worker) return undefined;
  const { visit, language } = handed;
  const means: Means = handed.at?.isTold ? "told" : "self";
  const person = personOf(file, handed.person);
  const sitting = { file, person: person.id, visit, write };
  const known = knownAtTable(file, visit, person.id);
  const hostOf = (instrumentId: string, about: RecordId): RunHost | undefined => {
    const instrument = instrumentById(instrumentId);
    if (!instrument) return undefined;
    const key = keyOf(file, instrument, about, person.id, visit);
    const needs = {
      file,
      instrument,
      key,
      voice: person.voice,
      means,
      visit,
      worker: worker.id,
      write,
      i18n,
    };
    return ownHost(createRunHost(needs), person.id, known);
  };
  const thermometer = hostOf("thermometer", person.id);
  return {
    person: { id: person.id, name: person.name, voice: person.voice },
    worker: worker.name,
    language,
    visit,
    tools: handed.tools.flatMap(({ instrument, about, items }): readonly TogetherTool[] => {
      const host = hostOf(instrument, about);
      const named = aboutOf(file, about, person.id);
      return host ? [{ host, about: named, ...(items ? { items } : {}) }] : [];
    }),
    listeners: peopleOf(file)
      .filter((one) => one.id !== person.id && isFamily(one) && known.some(({ id }) => id === one.id))
      .map(({ id, name }) => ({ id, name })),
    ownCard: thermometer ? ownCardOf(thermometer, (id) => nameOf(file, id)) : [],
    place: handed.at,
    keepPlace,
    stored,
    newRow: () => recordIdFrom(random(16)),
    allowSight: (persons) => allow(sitting, persons),
    useSomebodyElse: somebodyElseFor(sitting),
    next: handed.next && nameOf(file, handed.next.person),
    passOn,
    hide: () => void hide(),
    leave,
  };
}
