import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { useRun } from "../../app/useCase.ts";
import { decideForNow } from "../../commands/decide.ts";
import { removeRecord } from "../../commands/records.ts";
import { type CaseFile, isAlive, valueAt } from "../../domain/casefile.ts";
import type { Value } from "../../domain/entry.ts";
import { familyRecord, type RecordId, type RunKey, runId } from "../../domain/ids.ts";
import { isAnswered } from "../../domain/run.ts";
import { alarmsOf, decisionFields, undecidedAlarmsOf } from "../../domain/safety.ts";
import { momentOf } from "../../instrument/values.ts";

type Needs = {
  readonly file: CaseFile;
  readonly visit: RecordId | undefined;
  readonly worker: RecordId;
  readonly about: RecordId;
};

/** The provisional decision that this page is writing. Its address keeps it, so that a reload goes on with it. */
export type ForNowDecision = {
  /** The run, once something stands in it. */
  readonly record: RecordId | undefined;
  readonly refused: string | undefined;
  value(field: string): Value | undefined;
  write(field: string, value: Value): void;
  /** It was a mistake: nothing is decided. */
  drop(): void;
};

const asked = [decisionFields.safePlace, decisionFields.responsibleAdult, decisionFields.canStay] as const;

export function useForNow({ file, visit, worker, about }: Needs): ForNowDecision {
  const [query, setQuery] = useSearchParams();
  const [fresh] = useState(() => Date.now().toString(36));
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const run = useRun(file.case);
  const occasion = query.get("occasion") ?? fresh;
  const key: RunKey = {
    instrument: "immediate-action-decision",
    about,
    voice: worker,
    ...(visit ? { visit } : {}),
    occasion,
  };
  const record = runId(file.case, key);
  const stands = isAlive(file, record);
  const value = (field: string) => (stands ? valueAt(file, record, field) : undefined);
  const needsTime =
    asked.every((one) => isAnswered(value(one))) && !isAnswered(value(decisionFields.decidedAt));
  const timed = useRef<RecordId | undefined>(undefined);
  // Not with the third tap itself: taps may come faster than what they wrote is read back.
  useEffect(() => {
    if (!needsTime || timed.current === record) return;
    timed.current = record;
    const values = { [decisionFields.decidedAt]: momentOf(new Date()) };
    void run(decideForNow, { key, values }, visit ? { visit } : {}).then((outcome) => {
      if (outcome.ok) return;
      timed.current = undefined;
      setRefused(outcome.refused);
    });
  });
  const write = (field: string, picked: Value): void => {
    void run(
      decideForNow,
      {
        key,
        values: {
          [field]: picked,
          ...(stands ? {} : linkedSignals(file, about)),
        },
      },
      visit ? { visit } : {},
    ).then((outcome) => setRefused(outcome.ok ? undefined : outcome.refused));
    if (query.get("occasion") !== occasion) {
      setQuery(
        (now) => {
          now.set("occasion", occasion);
          return now;
        },
        { replace: true },
      );
    }
  };
  const drop = () => {
    void run(removeRecord, { record }).then((outcome) =>
      setRefused(outcome.ok ? undefined : outcome.refused),
    );
    setQuery({ about }, { replace: true });
  };
  return { record: stands ? record : undefined, refused, value, write, drop };
}

/** Signals that no decision has answered yet belong to this one. */
function linkedSignals(file: CaseFile, about: RecordId): { readonly [field: string]: Value } {
  const open = undecidedAlarmsOf(file);
  const here = (open.length > 0 ? open : alarmsOf(file)).filter(
    ({ run }) => about === familyRecord || run.about === about,
  );
  const items = [...new Set(here.map(({ item }) => item))];
  return items.length > 0 ? { [decisionFields.linkedSignals]: items } : {};
}
