import { lazy, Suspense, useMemo } from "react";
import { useLocation } from "react-router";
import { paths } from "../app/paths.ts";
import { useApp } from "../app/useApp.ts";
import { ErrorBoundary } from "../screens/ErrorBoundary.tsx";
import { HideButton } from "../screens/HideButton.tsx";
import { LockWarning } from "../screens/LockWarning.tsx";
import { HiddenScreen } from "../screens/lock/HiddenScreen.tsx";
import { UnlockScreen } from "../screens/lock/UnlockScreen.tsx";
import { HideProvider } from "../ui/Hide.tsx";
import { useTitleFocus } from "./useTitleFocus.ts";

const AppRoutes = lazy(async () => ({ default: (await import("../routes.tsx")).AppRoutes }));
const ObstacleScreen = lazy(async () => ({
  default: (await import("../screens/lock/ObstacleScreen.tsx")).ObstacleScreen,
}));
const StartScreen = lazy(async () => ({
  default: (await import("../screens/start/StartScreen.tsx")).StartScreen,
}));
const SetUpRest = lazy(async () => ({
  default: (await import("../screens/start/SetUpRest.tsx")).SetUpRest,
}));
const RecoveredScreen = lazy(async () => ({
  default: (await import("../screens/lock/RecoveredScreen.tsx")).RecoveredScreen,
}));
const PinScreen = lazy(async () => ({
  default: (await import("../screens/lock/PinScreen.tsx")).PinScreen,
}));
const NumbersScreen = lazy(async () => ({
  default: (await import("../screens/settings/NumbersScreen.tsx")).NumbersScreen,
}));
const HandedTablet = lazy(async () => ({ default: (await import("./HandedTablet.tsx")).HandedTablet }));

const alwaysThere: readonly string[] = [paths.numbers, paths.saved, paths.about];

/** Does the address lie inside the family that the PIN brought back? Anything else asks for the passphrase. */
function isWithin(scope: string, address: string): boolean {
  const family = `/families/${scope}`;
  return (
    scope === "all" || address === family || address.startsWith(`${family}/`) || alwaysThere.includes(address)
  );
}

/** What is open but not ready for work: a forgotten passphrase, or a set-up that was left half-way. */
function useUnfinished(): "recovered" | "setUp" | undefined {
  return useApp(({ phase, world, scope, recovered, settings }) => {
    if (phase !== "open" || world !== "own" || scope !== "all") return undefined;
    if (recovered) return "recovered";
    return settings && !(settings.sheetKept && settings.scopeRead) ? "setUp" : undefined;
  });
}

/**
 * What stands before the screen that the address asks for: something in the way, the welcome, the lock, the dull
 * page, or the family's own screen. The address stays as it is, so that unlocking leads back to the same place.
 */
export function Root() {
  const phase = useApp((state) => state.phase);
  const hidden = useApp((state) => state.hidden);
  const scope = useApp((state) => state.scope);
  const covered = useApp((state) => state.covered);
  const { pathname } = useLocation();
  const unfinished = useUnfinished();
  const place = `${hidden} ${phase} ${pathname}`;
  useTitleFocus(place);
  const screen = useMemo(() => {
    if (hidden) return <HiddenScreen />;
    if (covered) return null;
    switch (phase) {
      case "starting":
        return null;
      case "insecure":
      case "tooOld":
      case "elsewhere":
      case "broken":
      case "missing":
        return <ObstacleScreen />;
      case "first":
        return pathname === paths.numbers ? <NumbersScreen /> : <StartScreen />;
      case "locked":
        return pathname === paths.numbers ? <NumbersScreen /> : <UnlockScreen />;
      case "soft":
        return pathname === paths.numbers ? <NumbersScreen /> : <PinScreen />;
      case "together":
        return <HandedTablet />;
      case "open":
        if (unfinished === "recovered") return <RecoveredScreen />;
        if (unfinished === "setUp") return <SetUpRest />;
        return isWithin(scope, pathname) ? <AppRoutes /> : <UnlockScreen />;
    }
  }, [phase, hidden, covered, scope, pathname, unfinished]);
  return (
    <HideProvider value={<HideButton />}>
      <ErrorBoundary place={place}>
        <Suspense fallback={null}>{screen}</Suspense>
      </ErrorBoundary>
      {!hidden && <LockWarning />}
    </HideProvider>
  );
}
