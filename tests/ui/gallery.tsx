import { createRoot } from "react-dom/client";
import "../../src/ui/tokens.css";
import "../../src/ui/base.css";
import { MemoryRouter } from "react-router";
import { Button } from "../../src/ui/Button.tsx";
import { HideProvider } from "../../src/ui/Hide.tsx";
import { apartViews } from "./apartViews.tsx";
import { askViews } from "./askViews.tsx";
import { controlViews } from "./controlViews.tsx";
import { pictureViews } from "./pictureViews.tsx";
import { screenViews } from "./screenViews.tsx";
import { dirOf, langs, say, type View } from "./words.ts";

const views: Readonly<Record<string, View>> = {
  ...screenViews,
  ...apartViews,
  ...controlViews,
  ...pictureViews,
  ...askViews,
};

const query = new URLSearchParams(location.search);
const lang = langs.find((one) => one === query.get("lang")) ?? "nl";
document.documentElement.lang = lang;
document.documentElement.dir = dirOf(lang);

const Shown = views[query.get("view") ?? ""];
const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <MemoryRouter initialEntries={["/now"]}>
      <HideProvider value={<Button variant="hide">{say(lang, "Verberg", "Hide", "إخفاء")}</Button>}>
        {Shown ? (
          <Shown lang={lang} />
        ) : (
          <ul>
            {Object.keys(views).map((name) => (
              <li key={name}>
                <a href={`?view=${name}&lang=${lang}`}>{name}</a>
              </li>
            ))}
          </ul>
        )}
      </HideProvider>
    </MemoryRouter>,
  );
