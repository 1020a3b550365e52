import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { BrowserRouter } from "react-router";
import "./ui/tokens.css";
import "./ui/base.css";
import { watchIdle } from "./app/autoLock.ts";
import { rememberedLanguage } from "./app/marks.ts";
import { watchFailedParts } from "./app/reloadOnce.ts";
import { start } from "./app/start.ts";
import { appStore } from "./app/state.ts";
import { watchUpdates } from "./app/update.ts";
import { dirOf, languageFor } from "./i18n/languages.ts";
import { createI18n, loadEverything } from "./i18n/setUp.ts";
import { Root } from "./routes/Root.tsx";

async function mount(): Promise<void> {
  // The database opens while the words of the first screen come.
  const started = start();
  const language = rememberedLanguage() ?? languageFor(navigator.languages);
  appStore.setState({ language });
  const i18n = await createI18n({ language });
  const follow = (code: string): void => {
    document.documentElement.lang = code;
    document.documentElement.dir = dirOf(code);
  };
  follow(language);
  appStore.subscribe((state, before) => {
    if (state.language !== before.language)
      void i18n.changeLanguage(state.language).then(() => follow(state.language));
  });
  // While the words came, the database may have said which language was chosen here before.
  const { language: known } = appStore.getState();
  if (known !== language) {
    await i18n.changeLanguage(known);
    follow(known);
  }
  const root = document.getElementById("root");
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <BrowserRouter>
          <Root />
        </BrowserRouter>
      </I18nextProvider>
    </StrictMode>,
  );
  // After unlocking there is a moment to spare, and no screen waits for its words from then on.
  appStore.subscribe((state, before) => {
    if (state.phase === "open" && before.phase !== "open") void loadEverything(i18n);
  });
  watchFailedParts();
  watchIdle();
  watchUpdates();
  await started;
}

void mount();
