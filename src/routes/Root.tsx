import { lazy, Suspense, useMemo } from "react";
import { useLocation } from "react-router";
import { paths } from "../app/paths.ts";
import { useApp } from "../app/useApp.ts";
import { AppRoutes } from "../routes.tsx";
import { HiddenScreen } from "../screens/lock/HiddenScreen.tsx";
import { ObstacleScreen } from "../screens/lock/ObstacleScreen.tsx";
import { UnlockScreen } from "../screens/lock/UnlockScreen.tsx";

const StartScreen = lazy(async () => ({
  default: (await import("../screens/start/StartScreen.tsx")).StartScreen,
}));
const PinScreen = lazy(async () => ({
  default: (await import("../screens/lock/PinScreen.tsx")).PinScreen,
}));
const NumbersScreen = lazy(async () => ({
  default: (await import("../screens/settings/NumbersScreen.tsx")).NumbersScreen,
}));
const HandedTablet = lazy(async () => ({ default: (await import("./HandedTablet.tsx")).HandedTablet }));

/** Does the address lie inside the family that the PIN brought back? Anything else asks for the passphrase. */
function isWithin(scope: string, address: string): boolean {
  return scope === "all" || address.startsWith(`/families/${scope}`) || address === paths.numbers;
}

/**
 * What stands before the screen that the address asks for: something in the way, the welcome, the lock, the dull
 * page, or the family's own screen. The address stays as it is, so that unlocking leads back to the same place.
 */
export function Root() {
  const phase = useApp((state) => state.phase);
  const hidden = useApp((state) => state.hidden);
  const scope = useApp((state) => state.scope);
  const { pathname } = useLocation();
  const screen = useMemo(() => {
    if (hidden) return <HiddenScreen />;
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
        return <PinScreen />;
      case "together":
        return <HandedTablet />;
      case "open":
        return isWithin(scope, pathname) ? <AppRoutes /> : <UnlockScreen />;
    }
  }, [phase, hidden, scope, pathname]);
  return <Suspense fallback={null}>{screen}</Suspense>;
}
