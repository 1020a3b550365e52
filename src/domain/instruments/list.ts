import type { Instrument } from "../instrument.ts";
import { alarmSignals } from "./alarmSignals.ts";
import { casePersons } from "./casePersons.ts";
import { childConversationDecision } from "./childConversationDecision.ts";
import { childConversationFrame } from "./childConversationFrame.ts";
import { childConversationSteps } from "./childConversationSteps.ts";
import { childSignalCaveats } from "./childSignalCaveats.ts";
import { childSignals } from "./childSignals.ts";
import { contactNumbers } from "./contactNumbers.ts";
import { conversationPreparation } from "./conversationPreparation.ts";
import { conversationRecord } from "./conversationRecord.ts";
import { drawing } from "./drawing.ts";
import { exceptionQuestions } from "./exceptionQuestions.ts";
import { glossary } from "./glossary.ts";
import { goalsGeneral } from "./goalsGeneral.ts";
import { goalsSpecific } from "./goalsSpecific.ts";
import { immediateActionDecision } from "./immediateActionDecision.ts";
import { irritationDiary } from "./irritationDiary.ts";
import { miracleQuestion } from "./miracleQuestion.ts";
import { ownStrengthQuestions } from "./ownStrengthQuestions.ts";
import { parentConversationSteps } from "./parentConversationSteps.ts";
import { parentingSignals } from "./parentingSignals.ts";
import { safetyAppraisal } from "./safetyAppraisal.ts";
import { scalingQuestions } from "./scalingQuestions.ts";
import { scopeStatement } from "./scopeStatement.ts";
import { signsOfSafety } from "./signsOfSafety.ts";
import { stoplight } from "./stoplight.ts";
import { stressBuildUp } from "./stressBuildUp.ts";
import { stressSources } from "./stressSources.ts";
import { thermometer } from "./thermometer.ts";

/** Every instrument, in the order in which the method uses them. Adding one: its data file, a line here, its words. */
export const instruments: readonly Instrument[] = [
  casePersons,
  scopeStatement,
  glossary,
  contactNumbers,
  conversationPreparation,
  parentConversationSteps,
  childConversationDecision,
  childConversationFrame,
  childConversationSteps,
  conversationRecord,
  alarmSignals,
  immediateActionDecision,
  safetyAppraisal,
  parentingSignals,
  childSignals,
  childSignalCaveats,
  signsOfSafety,
  scalingQuestions,
  stressSources,
  stressBuildUp,
  irritationDiary,
  stoplight,
  thermometer,
  goalsGeneral,
  goalsSpecific,
  miracleQuestion,
  exceptionQuestions,
  ownStrengthQuestions,
  drawing,
];

const byId: ReadonlyMap<string, Instrument> = new Map(instruments.map((one) => [one.id, one]));

/** The instrument of that id; absent where a newer version of the program knows one that this one does not. */
export const instrumentById = (id: string): Instrument | undefined => byId.get(id);
