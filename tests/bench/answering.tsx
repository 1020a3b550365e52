import { useState } from "react";
import { createRoot } from "react-dom/client";
import { changeWorld, currentWorld } from "../../src/app/current.ts";
import { firstSettings, type Profile } from "../../src/app/profile.ts";
import { appStore } from "../../src/app/state.ts";
import { useCaseFile, useRun } from "../../src/app/useCase.ts";
import { answerItem } from "../../src/commands/answer.ts";
import { emptyCaseFile } from "../../src/domain/casefile.ts";
import { type CaseId, familyRecord, type RunKey, runId } from "../../src/domain/ids.ts";
import { signsOfSafety } from "../../src/domain/instruments/signsOfSafety.ts";
import { answerOf } from "../../src/domain/run.ts";
import { Scale } from "../../src/ui/Scale.tsx";
import { tellStory, worker } from "./caseload.ts";
import { type Measure, median, type Result } from "./measure.ts";
import { plainPutSamples } from "./plainPut.ts";

const family = "5a".repeat(16) as CaseId;
const key: RunKey = { instrument: signsOfSafety.id, about: familyRecord, voice: worker.id };
const item = "safety-score-professional";
const profile: Profile = { worker, settings: firstSettings };

/** The real control, bound to the case file and the door as every screen is. */
function Question() {
  const file = useCaseFile(family) ?? emptyCaseFile(family);
  const run = useRun(family);
  const [refused, setRefused] = useState("");
  const value = answerOf(file, runId(family, key), item)?.value;
  const pick = async (score: number): Promise<void> => {
    const outcome = await run(answerItem, { instrument: signsOfSafety, key, item, value: score });
    if (!outcome.ok) setRefused(outcome.refused);
  };
  return (
    <>
      <Scale
        label="?"
        value={typeof value === "number" ? value : null}
        onPick={(score) => void pick(score)}
        ends={{ low: "0", high: "10" }}
      />
      <p id="refused">{refused}</p>
    </>
  );
}

const buttons = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[role=radio]")];

/** Resolves when the button says that it is chosen. */
const chosen = (button: HTMLElement): Promise<void> =>
  new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (button.getAttribute("aria-checked") !== "true") return;
      observer.disconnect();
      resolve();
    });
    observer.observe(button, { attributes: true });
  });

const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(undefined);
    });
  });

type Tap = { readonly changed: number; readonly painted: number };

async function tap(score: number): Promise<Tap> {
  const button = buttons()[score];
  if (!button) throw new Error("the control is not there");
  const start = performance.now();
  button.click();
  await chosen(button);
  const changed = performance.now() - start;
  await painted();
  return { changed, painted: performance.now() - start };
}

/** A case of a thousand entries, open on the screen: the door, journal, vault and world are those of the app. */
async function openScreen(): Promise<void> {
  const world = changeWorld("own");
  await world.vault.load();
  await world.vault.create({ words: ["molen"], pin: "123456", profile });
  await world.vault.session()?.addCase(family);
  await tellStory(world.journal, family, { entries: 1_000 });
  appStore.setState({ phase: "open", worker, settings: firstSettings });
  const root = document.getElementById("root");
  if (!root) throw new Error("no root");
  createRoot(root).render(<Question />);
  while (buttons().length === 0 || !appStore.getState().files.has(family)) await painted();
}

async function run(): Promise<readonly Result[]> {
  await openScreen();
  const rows = await currentWorld().database.entries.toArray();
  const bytes = Math.round(median(rows.map((row) => row.sealed.length)));
  let score = 0;
  const next = (): number => {
    score = (score + 1) % 11;
    return score;
  };
  for (let i = 0; i < 10; i += 1) await tap(next());
  const taps: Tap[] = [];
  const puts: number[] = [];
  // In turns, so that a busy moment of the machine weighs on both alike.
  for (let turn = 0; turn < 10; turn += 1) {
    for (let i = 0; i < 10; i += 1) taps.push(await tap(next()));
    puts.push(...(await plainPutSamples(10, bytes)));
  }
  const changed = median(taps.map((one) => one.changed));
  const toPaint = median(taps.map((one) => one.painted));
  const put = median(puts);
  return [
    { id: "answer.bytes", value: bytes, unit: "bytes" },
    { id: "answer.plain-put", value: put, unit: "ms" },
    { id: "answer.to-changed", value: changed, unit: "ms" },
    { id: "answer.to-changed/plain-put", value: changed / put, unit: "ratio", atMost: 4 },
    { id: "answer.to-paint", value: toPaint, unit: "ms" },
    { id: "answer.to-paint/plain-put", value: toPaint / put, unit: "ratio" },
  ];
}

export const answering: Measure = { name: "answer", run };
