import { createContext, type ReactNode, useContext } from "react";

const Hide = createContext<ReactNode>(null);

/** Gives every bar and every dialog below it the "Verberg" button, so that it is at the same place everywhere. */
export const HideProvider = Hide.Provider;

export const useHide = (): ReactNode => useContext(Hide);
