export type Words = { readonly [key: string]: string | Words };
type Load = () => Promise<Words>;

/** Some sixty files, of which the first screen needs none: loaded with the first instrument. */
const files = import.meta.glob<Words>("../../locales/*/instruments/*.json", { import: "default" });

/** The words of all instruments, by their ids; none where the language has none. */
export async function instrumentWords(language: string): Promise<Words> {
  const start = `../../locales/${language}/instruments/`;
  const own = Object.entries(files).filter(([path]) => path.startsWith(start));
  const load = async ([path, read]: readonly [string, Load]) =>
    [path.slice(start.length, -".json".length), await read()] as const;
  return Object.fromEntries(await Promise.all(own.map(load)));
}
