import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { lock } from "../../app/lock.ts";
import { leavePractice } from "../../app/ownWorld.ts";
import { paths } from "../../app/paths.ts";
import { problemOf } from "../../app/problemOf.ts";
import { forgetSetUpDraft } from "./setUpDraft.ts";

/** Opens the practice family: the worker's own families are locked first. */
export function usePractice() {
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const enter = async (): Promise<void> => {
    setPending(true);
    setProblem(undefined);
    try {
      await i18n.loadNamespaces("practice");
      const { openPractice } = await import("../../app/practice/practice.ts");
      await lock();
      void navigate(paths.families, { replace: true });
      const words = i18n.getFixedT(null, "practice");
      await openPractice((key) => words(key));
      forgetSetUpDraft();
    } catch (error) {
      setProblem(problemOf(error));
      await leavePractice();
    }
    setPending(false);
  };
  return { isPending, problem, open: () => void enter() };
}
