import { useEffect, useRef, useState } from "react";
import { isReviewed } from "../i18n/languages.ts";
import { Button } from "../ui/Button.tsx";
import { HideProvider } from "../ui/Hide.tsx";
import { firstPlace, openRow, type Page, placeAfter, placeBefore, standingAt, stoppedAt } from "./flow.ts";
import { MayKnowPage } from "./MayKnowPage.tsx";
import { AfterRedPage, NeutralPage, SecretsPage, StoppedPage, ThanksPage, WelcomePage } from "./pages.tsx";
import { QuestionPage } from "./QuestionPage.tsx";
import type { TogetherSession } from "./session.ts";
import { type FamilyWords, useFamilyWords } from "./words.ts";
import "./together.css";

/** The family's screens: one person, one language, one question at a time, and no way out but the worker's key. */
export function TogetherScreen({ session }: { readonly session: TogetherSession }) {
  const words = useFamilyWords(session.language, session.person.voice);
  const place = session.place ?? firstPlace;
  useFocusOnTitle(
    `${session.person.id}/${place.page}/${place.tool}/${place.question}/${place.row}`,
    words !== undefined,
  );
  const next = useNext(session);
  if (!words) return null;
  return (
    <HideProvider
      value={
        <Button variant="hide" onClick={session.hide}>
          {words.say("hide")}
        </Button>
      }
    >
      <OpenPage
        page={place.page as Page}
        session={session}
        words={words}
        onNext={next}
        onStop={() => session.keepPlace(stoppedAt(place))}
      />
    </HideProvider>
  );
}

/**
 * "Verder": only once the answer is stored. After red nothing more is asked, also of a child that taps faster than a
 * tablet writes.
 */
function useNext(session: TogetherSession): () => void {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    if (!isWanted) return;
    setWanted(false);
    const following = placeAfter(session, session.place ?? firstPlace);
    if (following) session.keepPlace(following);
    else if (session.next === undefined) session.leave();
    else session.passOn();
  }, [isWanted, session]);
  return () => void session.stored().then(() => setWanted(true));
}

type OpenProps = {
  readonly session: TogetherSession;
  readonly words: FamilyWords;
  readonly onNext: () => void;
  readonly onStop: () => void;
};

function OpenPage({ page, ...common }: OpenProps & { readonly page: Page }) {
  switch (page) {
    case "neutral":
      return <NeutralPage {...common} />;
    case "welcome":
      return <WelcomePage {...common} isReviewed={isReviewed(common.words.language)} />;
    case "red":
      return <AfterRedPage {...common} />;
    case "secrets":
      return <SecretsPage {...common} />;
    case "mayKnow":
      return <MayKnowPage {...common} />;
    case "thanks":
      return <ThanksPage {...common} />;
    case "stopped":
      return <StoppedPage {...common} />;
    case "question":
      return <OpenQuestion {...common} />;
  }
}

function OpenQuestion(props: OpenProps) {
  const { session } = props;
  const place = session.place ?? firstPlace;
  const standing = standingAt(session, place);
  const tool = standing && session.tools[standing.tool];
  if (!standing || !tool) return <ThanksPage {...props} />;
  const before = placeBefore(session, place);
  return (
    <QuestionPage
      key={`${standing.tool}/${standing.question.id}/${standing.question.row}`}
      {...props}
      tool={tool}
      question={standing.question}
      count={{ n: standing.n, total: standing.total }}
      onBack={before && (() => session.keepPlace(before))}
      onRow={(row) => session.keepPlace(openRow(session, place, row))}
    />
  );
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
