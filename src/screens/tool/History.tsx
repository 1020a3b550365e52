import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { type CaseFile, valueAt } from "../../domain/casefile.ts";
import { fields } from "../../domain/instrument.ts";
import { type Run, runsOf, standingOf } from "../../domain/run.ts";
import { visitOf, visitTime } from "../../domain/visit.ts";
import { dateTimeOf, shortDateOf } from "../../i18n/formats.ts";
import { isExactMoment } from "../../instrument/values.ts";
import { Button } from "../../ui/Button.tsx";
import { type Colour, ColourMark } from "../../ui/ColourMark.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Select } from "../../ui/Select.tsx";
import { useFolds } from "../visit/useFolds.ts";
import type { Opened } from "./opened.ts";

const colours: readonly Colour[] = ["green", "orange", "red"];

/** When something was, as well as it is known: as it was said, else the visit, else when it was written down. */
function whenOf(file: CaseFile, run: Run, language: string): string {
  const said = valueAt(file, run.id, "moment");
  if (typeof said === "string" && said !== "") {
    return isExactMoment(said) ? dateTimeOf(language, new Date(said)) : said;
  }
  const time = run.visit ? visitTime(visitOf(file, run.visit)) : undefined;
  const heads = [...(file.records.get(run.id)?.values() ?? [])].flatMap((place) => place.heads);
  const wall = Math.min(...heads.map((head) => head.wall));
  const at = new Date(time ?? wall);
  return Number.isNaN(at.getTime()) ? "" : shortDateOf(language, at);
}

/** Moments with the stoplight: colour, when and what happened, the latest first. Folded, as all earlier answers are. */
export function History({ opened }: { readonly opened: Opened }) {
  const { t, i18n } = useTranslation("tools");
  const [unfolded, open] = useFolds<"history">();
  const { file, instrument, about, words } = opened;
  const runs = runsOf(file, { instrument: instrument.id, about: about.id }).toReversed();
  const moments = runs.flatMap((run) => {
    const colour = colours.find((one) => one === valueAt(file, run.id, fields.choice("colours")));
    const situation = valueAt(file, run.id, "situation");
    return colour ? [{ run, colour, situation: typeof situation === "string" ? situation : "" }] : [];
  });
  return (
    <>
      <Occasions opened={opened} />
      {moments.length > 0 && (
        <Disclosure
          title={t("history.title")}
          level={2}
          isOpen={unfolded === "history"}
          onToggle={(isOpen) => open(isOpen ? "history" : undefined)}
        >
          <ul className="history">
            {moments.map(({ run, colour, situation }) => (
              <li key={run.id}>
                <ColourMark colour={colour} size={28} label={words.item({ id: colour }).split(":")[0]} />
                <span>
                  {whenOf(file, run, i18n.language)}
                  {situation !== "" && (
                    <span className="soft keep-lines" dir="auto">
                      {" · "}
                      {situation}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

/** A tool that is filled in for one moment after another: a new one, or one from before. */
export function Occasions({ opened }: { readonly opened: Opened }) {
  const { t, i18n } = useTranslation("tools");
  const [, setQuery] = useSearchParams();
  const { file, instrument, about, person, visit, occasion, worker } = opened;
  const runs = runsOf(file, {
    instrument: instrument.id,
    about: about.id,
    voice: person?.id ?? worker.id,
  }).filter((run) => run.visit === visit && standingOf(file, run.id) !== "empty");
  if (runs.length === 0) return null;
  const open = (id: string | undefined) =>
    setQuery((now) => {
      if (id) now.set("occasion", id);
      else now.delete("occasion");
      return now;
    });
  const options = runs.map((run) => ({
    value: run.occasion ?? "first",
    label: whenOf(file, run, i18n.language),
  }));
  const current = occasion ?? "first";
  return (
    <div className="row occasions">
      {runs.length > 1 && (
        <Select
          label={t("history.which")}
          options={options}
          value={options.some((one) => one.value === current) ? current : null}
          placeholder={t("history.new")}
          onPick={(picked) => open(picked === "first" ? undefined : (picked ?? newOccasion()))}
        />
      )}
      <Button icon={<Plus aria-hidden="true" />} onClick={() => open(newOccasion())}>
        {t("history.add")}
      </Button>
    </div>
  );
}

const newOccasion = (): string => Date.now().toString(36);
