import { expect, test } from "vitest";
import { createI18n } from "../../src/i18n/setUp.ts";
import { AttemptFailure } from "../../src/screens/lock/AttemptFailure.tsx";
import type { Failure } from "../../src/screens/lock/useAttempt.ts";
import { drawn } from "../instrument/drawn.tsx";

const i18n = await createI18n({ language: "nl", namespaces: ["lock"] });

const told = (failure: Omit<Failure, "ok">, pause = 0): string => {
  const attempt = {
    isPending: false,
    failure: { ...failure, ok: false } as const,
    pause,
    run: async () => false,
  };
  return drawn(i18n, <AttemptFailure attempt={attempt} wrong="Fout." unread="Nog niet bekeken." />);
};

test("what was not judged is not called wrong, and the seconds to wait stand beneath it", () => {
  const page = told({ reason: "wait", waitMillis: 600 }, 3);
  expect(page).toContain("Nog niet bekeken.");
  expect(page).not.toContain("Fout.");
  expect(page).toContain(i18n.t("lock:pause", { count: 3 }));
});

test("what was judged is called wrong, and what could not be tried says why", () => {
  expect(told({ reason: "wrong", waitMillis: 1000 })).toContain("Fout.");
  expect(told({ problem: "connection" })).toContain(i18n.t("lock:problems.connection"));
});
