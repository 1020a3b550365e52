import { useEffect, useRef } from "react";
import { fields } from "../domain/instrument.ts";
import { isReviewed } from "../i18n/languages.ts";
import { type Question, questionsOf } from "../instrument/questions.ts";
import { MayKnowPage } from "./MayKnowPage.tsx";
import { AfterRedPage, NeutralPage, SecretsPage, StoppedPage, ThanksPage, WelcomePage } from "./pages.tsx";
import { QuestionPage } from "./QuestionPage.tsx";
import type { TogetherPlace, TogetherSession } from "./session.ts";
import { useFamilyWords } from "./words.ts";
import "./together.css";

/** The pages in their order; questions stand between `welcome` and what follows them. */
type Page = "neutral" | "welcome" | "question" | "red" | "secrets" | "mayKnow" | "thanks" | "stopped";

const firstPlace: TogetherPlace = { page: "neutral", tool: 0, question: "" };

type Standing = {
  readonly tool: number;
  readonly question: Question;
  readonly n: number;
  readonly total: number;
};

/** The questions of one tool as they stand now: a follow-up appears once there is something to follow. */
function questionsIn(session: TogetherSession, tool: number): readonly Question[] {
  const own = session.tools[tool];
  if (!own) return [];
  return questionsOf(
    own.host.instrument,
    session.person.voice,
    own.host,
    own.items ? { items: own.items } : {},
  );
}

/** The first tool from here on that has a question at all. */
function firstFrom(session: TogetherSession, from: number): Standing | undefined {
  for (let tool = from; tool < session.tools.length; tool += 1) {
    const questions = questionsIn(session, tool);
    const [question] = questions;
    if (question) return { tool, question, n: 1, total: questions.length };
  }
  return undefined;
}

function standingAt(session: TogetherSession, place: TogetherPlace): Standing | undefined {
  const questions = questionsIn(session, place.tool);
  const at = questions.findIndex((one) => one.id === place.question);
  const question = questions[at];
  if (!question) return firstFrom(session, place.tool);
  return { tool: place.tool, question, n: at + 1, total: questions.length };
}

const isRed = (session: TogetherSession, { tool, question }: Standing): boolean => {
  const host = session.tools[tool]?.host;
  return (
    host?.instrument.id === "stoplight" &&
    question.group.id === "colours" &&
    host.value(fields.choice("colours")) === "red"
  );
};

/** The family's screens: one person, one language, one question at a time, and no way out but the worker's key. */
export function TogetherScreen({ session }: { readonly session: TogetherSession }) {
  const words = useFamilyWords(session.language, session.person.voice);
  const place = session.place ?? firstPlace;
  const page = place.page as Page;
  useFocusOnTitle(`${session.person.id}/${place.page}/${place.tool}/${place.question}`, words !== undefined);
  if (!words) return null;

  const go = (to: Page, standing?: Standing): void =>
    session.keepPlace({
      page: to,
      tool: standing?.tool ?? place.tool,
      question: standing?.question.id ?? place.question,
    });
  const toFirst = (from: number): void => {
    const first = firstFrom(session, from);
    if (first) go("question", first);
    else go(session.person.voice === "child" ? "secrets" : "mayKnow");
  };
  const handBack = (): void => (session.next === undefined ? session.leave() : session.passOn());
  const common = { session, words };

  switch (page) {
    case "neutral":
      return <NeutralPage {...common} onNext={() => go("welcome")} />;
    case "welcome":
      return <WelcomePage {...common} isReviewed={isReviewed(words.language)} onNext={() => toFirst(0)} />;
    case "red":
      return <AfterRedPage {...common} onNext={handBack} />;
    case "secrets":
      return <SecretsPage {...common} onNext={() => go("mayKnow")} />;
    case "mayKnow":
      return <MayKnowPage {...common} onNext={() => go("thanks")} />;
    case "thanks":
      return <ThanksPage {...common} onNext={handBack} />;
    case "stopped":
      return <StoppedPage {...common} onNext={handBack} />;
    case "question": {
      const standing = standingAt(session, place);
      const tool = standing && session.tools[standing.tool];
      if (!standing || !tool) return <ThanksPage {...common} onNext={handBack} />;
      const questions = questionsIn(session, standing.tool);
      const before = questions[standing.n - 2];
      const next = (): void => {
        const following = questionsIn(session, standing.tool);
        const at = following.findIndex((one) => one.id === standing.question.id);
        const after = following[at + 1];
        if (isRed(session, standing)) go("red");
        else if (after) go("question", { ...standing, question: after });
        else toFirst(standing.tool + 1);
      };
      return (
        <QuestionPage
          key={`${standing.tool}/${standing.question.id}`}
          {...common}
          tool={tool}
          question={standing.question}
          count={{ n: standing.n, total: standing.total }}
          onBack={before && (() => go("question", { ...standing, question: before }))}
          onNext={next}
          onStop={() => go("stopped")}
        />
      );
    }
  }
}

/** A screen reader hears the new question; nothing of the page before keeps the focus. */
function useFocusOnTitle(page: string, isReady: boolean): void {
  const shown = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!isReady || shown.current === page) return;
    shown.current = page;
    document.getElementById("page-title")?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [page, isReady]);
}
