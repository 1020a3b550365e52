import type { Words } from "./instrumentWords.ts";

/**
 * Every file under `locales/<lang>/` is a namespace of its name; the files of `locales/<lang>/instruments/` together
 * are the namespace `instruments`, under each instrument's id. A new file is found without a change here.
 */

const files = import.meta.glob<Words>("../../locales/*/*.json", { import: "default" });

const instrumentsNamespace = "instruments";

const fileOf = (language: string, namespace: string): string => `../../locales/${language}/${namespace}.json`;

/** The namespaces that a language has. */
export function namespacesOf(language: string): readonly string[] {
  const [start = "", end = ""] = fileOf(language, "*").split("*");
  const names = Object.keys(files)
    .filter((path) => path.startsWith(start))
    .map((path) => path.slice(start.length, -end.length));
  return [...names, instrumentsNamespace].sort();
}

/** The words of one namespace; none where the language lacks it, so that the first language speaks instead. */
export async function loadWords(language: string, namespace: string): Promise<Words> {
  if (namespace === instrumentsNamespace) {
    return (await import("./instrumentWords.ts")).instrumentWords(language);
  }
  return (await files[fileOf(language, namespace)]?.()) ?? {};
}
