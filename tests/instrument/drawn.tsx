import type { i18n } from "i18next";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { MemoryRouter } from "react-router";

/** The thermometer is a picture: react asks the screen how wide it is, which a server has not. */
globalThis.matchMedia ??= (() => ({
  matches: false,
  addEventListener() {},
  removeEventListener() {},
})) as never;

/** What a screen gives a question beside its words: no rows to open, and nothing is left. */
export const alone = { onRow: () => undefined, leaving: { current: undefined } };

/** A part of a screen as it stands in the page, at an address of the app. */
export const drawn = (instance: i18n, part: ReactNode, address = "/"): string =>
  renderToString(
    <I18nextProvider i18n={instance}>
      <MemoryRouter initialEntries={[address]}>{part}</MemoryRouter>
    </I18nextProvider>,
  );
