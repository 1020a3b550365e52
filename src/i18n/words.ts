/**
 * Every file under `locales/<lang>/` is a namespace of its name; the files of `locales/<lang>/instruments/` together
 * are the namespace `instruments`, under each instrument's id. A new file is found without a change here.
 */

export type Words = { readonly [key: string]: string | Words };
type Load = () => Promise<Words>;

const namespaceFiles = import.meta.glob<Words>("../../locales/*/*.json", { import: "default" });
const instrumentFiles = import.meta.glob<Words>("../../locales/*/instruments/*.json", { import: "default" });

const instrumentsNamespace = "instruments";

function partsOf(path: string): { language: string; name: string } {
  const parts = path.slice("../../locales/".length, -".json".length).split("/");
  return { language: parts[0] ?? "", name: parts.at(-1) ?? "" };
}

const loaders = new Map<string, Load>();
for (const [path, load] of Object.entries(namespaceFiles)) {
  const { language, name } = partsOf(path);
  loaders.set(`${language}/${name}`, load);
}

const instrumentLoaders = new Map<string, { id: string; load: Load }[]>();
for (const [path, load] of Object.entries(instrumentFiles)) {
  const { language, name } = partsOf(path);
  const list = instrumentLoaders.get(language) ?? [];
  list.push({ id: name, load });
  instrumentLoaders.set(language, list);
}

async function instrumentWords(language: string): Promise<Words> {
  const files = instrumentLoaders.get(language) ?? [];
  const loaded = await Promise.all(files.map(async ({ id, load }) => [id, await load()] as const));
  return Object.fromEntries(loaded);
}

/** The namespaces that a language has, `instruments` among them where it has any. */
export function namespacesOf(language: string): readonly string[] {
  const prefix = `${language}/`;
  const names = [...loaders.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
  if (instrumentLoaders.has(language)) names.push(instrumentsNamespace);
  return names.sort();
}

/** The words of one namespace; none where the language lacks it, so that the first language speaks instead. */
export async function loadWords(language: string, namespace: string): Promise<Words> {
  if (namespace === instrumentsNamespace) return instrumentWords(language);
  return (await loaders.get(`${language}/${namespace}`)?.()) ?? {};
}
